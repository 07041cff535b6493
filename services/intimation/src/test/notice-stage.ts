import { waitFor } from '@guiche/kit/testing';
import type { GraphqlAnswer } from '@guiche/kit/testing';
import type { TokenPrincipal } from '@guiche/kit/auth';
import { PetitionFiled_Kind as PetitionKind, decodeEvent, envelopeCodec } from '@guiche/contracts';
import type { EventData, EventType } from '@guiche/contracts';
import type { mongo } from 'mongoose';
import type { NoticeRow } from '../adapters/mongo/issuing/notice-row.ts';
import { administrator, done, issuingStage } from './issuing-stage.ts';
import type { Order } from './issuing-stage.ts';
import type { startRig } from './rig.ts';

const confirmation = 'query($id: ID!) { notice(id: $id) { confirmation { text version } } }';
const confirm = `mutation($input: ConfirmNoticeInput!) { confirmNotice(input: $input) {
  replayed notice { id status { value label } fulfilment { kind { value label } fulfilledOn consultedAt }
    responseDeadlines { name daysLeft open deadline { date endsAt } } } } }`;
const registerHoliday = 'mutation($input: RegisterHolidayInput!) { registerHoliday(input: $input) { holidayId } }';
const registerOutage = 'mutation($input: RegisterOutageInput!) { registerOutage(input: $input) { outage { id } } }';

/** What `confirmNotice` answers. */
export interface Confirmed {
  readonly confirmNotice: {
    readonly replayed: boolean;
    readonly notice: { readonly id: string; readonly status: { readonly value: string }; readonly fulfilment: { readonly consultedAt: string } };
  };
}

/** A city that issues, people who open and answer, a calendar that changes, and a clock. */
export async function noticeStage(rig: Awaited<ReturnType<typeof startRig>>) {
  const stage = await issuingStage(rig);
  const { connection } = rig.database;
  const notices = connection.collection<NoticeRow>('notices');
  const person = (recipientId: string): TokenPrincipal => ({ kind: 'person', personId: `person-${recipientId}`, sessionId: `s-${recipientId}` });
  let petitions = 0;

  const notice = async (noticeId: string): Promise<NoticeRow> => {
    const row = await notices.findOne({ _id: noticeId });
    if (row === null) throw new Error(`No notice ${noticeId}`);
    return row;
  };
  const versionFor = async (noticeId: string, recipientId: string): Promise<string> => {
    const data = done(await rig.as(person(recipientId))(confirmation, { id: noticeId })) as { notice: { confirmation: { version: string } | null } };
    return data.notice.confirmation?.version ?? 'none';
  };

  return {
    ...stage,
    notices,
    notice,
    person,
    versionFor,
    /** Issues to new recipients, now; answers the notices in their order. */
    async issue(recipientIds: readonly string[], order: Order = {}): Promise<string[]> {
      await stage.recipients(recipientIds);
      const intimationId = await stage.issued({ recipientIds, documentId: `document-${recipientIds[0] ?? ''}`, ...order });
      await stage.bind(intimationId);
      await stage.settled(intimationId, 'ISSUED');
      const rows = await notices.find({ intimationId }).toArray();
      return recipientIds.map((id) => rows.find(({ recipient }) => recipient.recipientId === id)?._id ?? '');
    },
    /** Moves the clock and lets everything due happen. */
    to(instant: string): void {
      rig.clock.set(instant);
      rig.service.wake();
    },
    /** Resolves when the notice has that status. */
    becomes: (noticeId: string, status: string): Promise<NoticeRow> =>
      waitFor(async () => { const row = await notice(noticeId); return row.status === status ? row : undefined; }, {
        describe: async () => `${noticeId} to be ${status}: ${JSON.stringify(await notice(noticeId))} ${JSON.stringify(await connection.collection('jobs').find({ 'data.noticeId': noticeId }).toArray())}`,
      }),
    /** Resolves when that job of the notice has come to that state. */
    job: (kind: string, key: string, state: string): Promise<unknown> =>
      waitFor(() => connection.collection('jobs').findOne({ kind, key, state }), { describe: async () => `${kind} ${key} ${state}: ${JSON.stringify(await connection.collection('jobs').find({ kind }).toArray())}` }),
    /** Opens a notice as its recipient; with the version that stands now unless told. */
    async confirm(noticeId: string, recipientId: string, { version, headers = {} }: { version?: string; headers?: Record<string, string> } = {}): Promise<GraphqlAnswer<Confirmed>> {
      const input = { noticeId, confirmationVersion: version ?? (await versionFor(noticeId, recipientId)) };
      return rig.as(person(recipientId))<Confirmed>(confirm, { input }, { headers });
    },
    /** What process says when an answer was filed. */
    async answered(noticeId: string, filedAt: string, more: Partial<EventData<'guiche.process.v1.PetitionFiled'>> & { eventId?: string } = {}): Promise<string> {
      petitions += 1;
      const { eventId, ...changes } = more;
      const petitionId = more.petitionId ?? `petition-${String(petitions)}`;
      const { responseTypeId = stage.responseTypes.defence } = changes;
      const petition = {
        petitionId, municipalityId: 'campinas', personId: 'person', kind: PetitionKind.RESPONSE, processId: 'process-1', processNumber: 'PMC.2026.00000001-11',
        unitId: 'pg', receiptNumber: '0000042', receiptDocumentId: 'receipt', filedAt: new Date(filedAt), noticeId, ...changes, responseTypeId,
      };
      await rig.say('guiche.process.v1.PetitionFiled', petition, petitionId, 1, eventId);
      return petitionId;
    },
    async holiday(date: string, reason?: string): Promise<void> {
      const input = { municipalityId: 'campinas', kind: 'MUNICIPAL', name: 'Aniversário da cidade', legalBasis: 'Lei nº 1', date, ...(reason === undefined ? {} : { reason }) };
      done(await rig.as(administrator)(registerHoliday, { input }));
    },
    async outage(date: string): Promise<void> {
      const input = { municipalityId: 'campinas', startsAt: `${date}T17:00:00Z`, endsAt: `${date}T19:00:00Z`, summary: 'Falha no banco de dados', extendsDeadlines: true };
      done(await rig.as(administrator)(registerOutage, { input }));
    },
    /** Resolves when all that a change of the calendar touches was counted anew. */
    recounted: (): Promise<unknown> =>
      waitFor(async () => (await connection.collection('recomputations').countDocuments({ state: 'PENDING' })) === 0, { describe: 'dates counted anew' }),
    /** What was told of a notice, by type, in order. */
    async told<Name extends EventType>(noticeId: string, type: Name): Promise<EventData<Name>[]> {
      const rows = await connection.collection<{ bytes: mongo.Binary }>('outbox').find({ aggregateId: noticeId, type }).sort({ seq: 1 }).toArray();
      return rows.map(({ bytes }) => decodeEvent(type, envelopeCodec.decode(bytes.buffer).payload));
    },
  };
}

export type NoticeStage = Awaited<ReturnType<typeof noticeStage>>;
