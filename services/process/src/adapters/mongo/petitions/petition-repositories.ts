import { platformErrors } from '@guiche/kit/errors';
import { findPage, inSession } from '@guiche/kit/mongo';
import { mapPage } from '@guiche/kit/use-case';
import type { ClientSession, Connection, QueryFilter } from 'mongoose';
import type { PetitionType } from '../../../domain/petitions/petition-type.ts';
import { startingPetitionRules, takenExtensions } from '../../../domain/petitions/petition-rules.ts';
import type { Ports } from '../../../use-cases/ports.ts';
import { catalogueRepository } from '../catalogue/catalogue-repositories.ts';
import type { CatalogueRow } from '../catalogue/catalogue-rows.ts';
import { petitionOf } from './petition-row.ts';
import type { PetitionRow } from './petition-row.ts';
import type { PetitionRulesRow } from './petition-type-row.ts';

/** Petitions, what may be petitioned, and the rules of each municipality. */
export function petitionRepositories(
  connection: Connection,
  session: ClientSession | undefined,
): Pick<Ports, 'petitions' | 'petitionTypes' | 'petitionRules'> {
  const petitions = connection.model<PetitionRow>('Petition');
  const types = connection.model<CatalogueRow<PetitionType>>('PetitionType');
  const rules = connection.model<PetitionRulesRow>('PetitionRules');
  const bound = inSession(session);
  return {
    petitions: {
      async save({ id, ...petition }) {
        if (petition.version === 1) {
          await petitions.create([{ _id: id, ...petition }], bound);
          return;
        }
        const { matchedCount } = await petitions.replaceOne({ _id: id, version: petition.version - 1 }, petition, bound);
        if (matchedCount === 0) throw platformErrors.STALE_VERSION();
      },
      async findMany(ids) {
        return (await petitions.find({ _id: { $in: [...ids] } }, null, bound).lean<PetitionRow[]>()).map(petitionOf);
      },
      countDrafts: ({ personId, municipalityId }, atMost) =>
        petitions.countDocuments({ personId, state: 'DRAFT', municipalityId }, { limit: atMost, ...bound }),
      async pageOf({ state, ...owner }, page) {
        const filter: QueryFilter<PetitionRow> = { ...owner, state: state ?? { $in: ['DRAFT', 'FILED'] } };
        return mapPage(await findPage(petitions, filter, [['changedAt', -1]], page), petitionOf);
      },
    },
    petitionTypes: {
      ...catalogueRepository<PetitionType>(connection, 'PetitionType', session),
      async offered({ municipalityIds, body }, page) {
        const filter: QueryFilter<CatalogueRow<PetitionType>> = {
          active: true,
          ...(municipalityIds === undefined ? {} : { municipalityId: { $in: [...municipalityIds] } }),
          ...(body === undefined ? {} : { body }),
        };
        return mapPage(await findPage(types, filter, [['name', 1]], page), ({ _id, ...type }) => type);
      },
    },
    petitionRules: {
      async find(municipalityId) {
        const found = await rules.findById(municipalityId, null, bound).lean<PetitionRulesRow>();
        if (found === null) return startingPetitionRules(municipalityId);
        return {
          municipalityId,
          principal: { limitBytes: found.principalLimitBytes, extensions: found.principalExtensions ?? takenExtensions },
          other: { limitBytes: found.otherLimitBytes, extensions: found.otherExtensions ?? takenExtensions },
          relatedTypeKey: found.relatedTypeKey,
        };
      },
      async save({ municipalityId, principal, other, relatedTypeKey }) {
        const row = {
          principalLimitBytes: principal.limitBytes,
          otherLimitBytes: other.limitBytes,
          principalExtensions: principal.extensions,
          otherExtensions: other.extensions,
          relatedTypeKey,
        };
        await rules.replaceOne({ _id: municipalityId }, row, { upsert: true, ...bound });
      },
    },
  };
}
