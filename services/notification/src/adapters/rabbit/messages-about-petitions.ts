import { PetitionFiled_Kind as Kind, decodeEvent } from '@guiche/contracts';
import type { Envelope } from '@guiche/kit/outbox';
import type { NewMessage } from '../../use-cases/write-messages.ts';

/** Petitions: wire type -> the messages it makes. */
export const messagesAboutPetitions: Readonly<Record<string, (envelope: Envelope) => readonly NewMessage[]>> = {
  // PT-05: a confirmation to who filed it, an alert to the unit that got it; none of a response to an intimation (NT-01).
  'guiche.process.v1.PetitionFiled': ({ payload }) => {
    const { petitionId, kind, personId, municipalityId, unitId, processId, processNumber, receiptNumber, filedAt, secret = false } = decodeEvent('guiche.process.v1.PetitionFiled', payload);
    const about = { municipalityId, facts: { processNumber, receiptNumber, ...(filedAt === undefined ? {} : { filedAt }) }, path: `/processos/${processId}` };
    const confirmation: NewMessage = { key: `petition-filed:${petitionId}`, kind: 'PETITION_FILED', personId, inInbox: true, ...about };
    if (kind === Kind.RESPONSE) return [confirmation];
    return [
      confirmation,
      { key: `petition-received:${petitionId}`, kind: 'PETITION_RECEIVED', unitId, inInbox: false, ...(secret ? withoutNumbers(about) : about) },
    ];
  },
};

/** A unit's mailbox is read by people without a credential, who must not learn which process it is (PS-03). */
function withoutNumbers({ municipalityId, facts: { filedAt } }: Pick<NewMessage, 'municipalityId' | 'facts'>): Pick<NewMessage, 'municipalityId' | 'facts'> {
  return { municipalityId, facts: filedAt === undefined ? {} : { filedAt } };
}
