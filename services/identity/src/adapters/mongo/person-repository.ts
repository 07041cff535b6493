import { inSession, isDuplicateKey } from '@guiche/kit/mongo';
import type { ClientSession, Connection } from 'mongoose';
import { emailKeyOf } from '../../domain/email-address.ts';
import { errors } from '../../domain/errors.ts';
import type { LoginName } from '../../domain/login-name.ts';
import type { PersonRepository } from '../../use-cases/ports.ts';
import { personDocumentOf, personOf } from './person-document.ts';
import type { PersonDocument } from './person-document.ts';

/** Persons belong to no single municipality; who may see one is judged by the permission table. */
export function personRepository(connection: Connection, session: ClientSession | undefined): PersonRepository {
  const persons = connection.model<PersonDocument>('Person');
  const options = inSession(session);
  return {
    async byIds(ids) {
      return (await persons.find({ _id: { $in: ids } }, null, options).lean<PersonDocument[]>()).map(personOf);
    },
    async byLogin(login) {
      const found = await persons.findOne(whereLogin(login), null, options).lean<PersonDocument>();
      return found === null ? undefined : personOf(found);
    },
    async ownersOf({ cpf, email }) {
      const either = { $or: [{ cpf }, { emailKey: emailKeyOf(email) }] };
      return (await persons.find(either, null, options).lean<PersonDocument[]>()).map(personOf);
    },
    async passwordHash(personId) {
      const found = await persons.findById(personId, 'passwordHash', options).lean<Pick<PersonDocument, 'passwordHash'>>();
      return found?.passwordHash ?? null;
    },
    async insert(person, passwordHash) {
      try {
        await persons.insertMany([personDocumentOf(person, passwordHash)], options);
      } catch (error) {
        if (isDuplicateKey(error)) throw errors.ALREADY_REGISTERED();
        throw error;
      }
    },
    async replacePasswordHash(personId, passwordHash) {
      await persons.updateOne({ _id: personId }, { $set: { passwordHash } }, options);
    },
    async addMunicipality(personId, municipalityId) {
      await persons.updateOne({ _id: personId }, { $addToSet: { municipalityIds: municipalityId } }, options);
    },
  };
}

export function whereLogin(login: LoginName): { cpf: string } | { emailKey: string } {
  return login.kind === 'cpf' ? { cpf: login.cpf } : { emailKey: login.emailKey };
}
