import { randomUUID } from 'node:crypto';
import { FulfilmentKind, IntimationScope, NoticeDeadlineChanged_Deadline, ResponseMode, decodeEvent, envelopeCodec } from '@guiche/contracts';
import type { EventData, EventType } from '@guiche/contracts';
import { endOfLocalDay } from '@guiche/kit/calendar';
import { waitFor } from '@guiche/kit/testing';
import type { mongo } from 'mongoose';
import { aSignature } from './builders.ts';
import { clerk, unitId } from './rig.ts';
import type { Rig } from './rig.ts';
import { unitDesk } from './unit-desk.ts';

/** An intimation as a test asks for it; recipients are persons, each a notice of his own. */
export interface Order {
  readonly processId: string;
  readonly documentId: string;
  readonly recipients: readonly string[];
  readonly annexIds?: readonly string[];
  readonly scope?: 'INTEGRAL' | 'PARTIAL';
  readonly number?: string;
  readonly replacesPartial?: boolean;
  readonly change?: Partial<EventData<'guiche.intimation.v1.IntimationRequested'>>;
}

export interface Issued {
  readonly intimationId: string;
  readonly processId: string;
  readonly number: string;
  /** By person. */
  readonly notices: Readonly<Record<string, string>>;
}

export interface Fulfilling {
  readonly kind?: 'CONSULTATION' | 'TACIT';
  readonly on?: string;
  readonly consultedAt?: Date;
  /** Last day to answer with the response type `defesa`; null for none. */
  readonly dueOn?: string | null;
  readonly name?: string;
}

const timeZone = 'America/Sao_Paulo';
const capital = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/** What the intimation service says, beside units at their desks; documents are written in the editor and signed by staff. */
export async function intimationDesk(rig: Rig) {
  const desk = await unitDesk(rig);
  const { connection } = rig.service.parts;
  const rows = (name: string, filter: object) => connection.collection<{ _id: string } & Record<string, unknown>>(name).find(filter).sort({ _id: 1 }).toArray();
  let counted = 0;

  const said = async <Name extends EventType>(type: Name): Promise<EventData<Name>[]> => {
    const found = await connection.collection<{ bytes: mongo.Binary }>('outbox').find({ type }).sort({ _id: 1 }).toArray();
    return found.map(({ bytes }) => decodeEvent(type, envelopeCodec.decode(bytes.buffer).payload));
  };
  const noticeState = async (noticeId: string): Promise<unknown> => (await rows('intimation_notices', { _id: noticeId }))[0]?.['state'];
  const became = (noticeId: string, state: string) =>
    waitFor(async () => (await noticeState(noticeId)) === state, { describe: async () => `notice ${state}, is ${String(await noticeState(noticeId))}`, timeoutMs: 30_000 });
  const ofNotice = ({ intimationId, processId, notices }: Issued, person: string) => ({ noticeId: notices[person] ?? '', intimationId, municipalityId: 'campinas', processId });

  const requestOf = ({ processId, documentId, recipients, annexIds = [], scope = 'PARTIAL', number, replacesPartial = false, change }: Order) => {
    counted += 1;
    const intimationId = randomUUID();
    const notices = recipients.map((person) => ({ noticeId: randomUUID(), personIds: [person], replacesPartial }));
    const event: EventData<'guiche.intimation.v1.IntimationRequested'> = {
      intimationId, number: number ?? `INT 2026/${String(counted)}`, municipalityId: 'campinas', processId, unitId, staffId: 'clerk', documentId,
      annexDocumentIds: [...annexIds], scope: IntimationScope[scope], notices, typeName: 'Notificação para defesa', ...change,
    };
    const issued: Issued = { intimationId, processId, number: event.number, notices: Object.fromEntries(notices.map(({ noticeId }, index) => [recipients[index] ?? '', noticeId])) };
    return { event, issued };
  };
  const outcomeOf = async (intimationId: string) => {
    const refused = (await said('guiche.process.v1.IntimationBindingRefused')).find((one) => one.intimationId === intimationId);
    const bound = (await said('guiche.process.v1.IntimationBound')).find((one) => one.intimationId === intimationId);
    return refused ?? bound;
  };

  return {
    ...desk,
    rows,
    said,
    became,
    requestOf,
    ofNotice,

    /** A document of the editor, signed by the staff of its unit. */
    async signed(processId: string, change: { typeKey?: string; title?: string; content?: string; accessLevel?: string; legalHypothesis?: string } = {}): Promise<{ id: string; number: string }> {
      rig.clock.advance({ seconds: 1 });
      const input = { processId, unitId, typeKey: 'despacho', title: 'Despacho', content: '<p>Intime-se o interessado.</p>', ...change };
      const answer = await rig.as(clerk)<{ writeDocument: { document: { id: string; number: string } } }>(
        'mutation($input: WriteDocumentInput!) { writeDocument(input: $input) { document { id number } } }', { input },
      );
      const document = answer.data?.writeDocument.document;
      if (document === undefined) throw new Error(JSON.stringify(answer.errors));
      const [row] = await rows('documents', { _id: document.id });
      const code = randomUUID().replaceAll('-', '').toUpperCase();
      const signature = aSignature({ signerKind: 'staff', signerId: 'clerk', signedAt: rig.clock.now() });
      await connection.collection<{ _id: string }>('documents').updateOne(
        { _id: document.id }, { $set: { state: 'SIGNED', signatures: [signature], signedFile: row?.['file'], verification: { code, crc: 'AAAAAAAA' } } },
      );
      return document;
    },

    async release(...persons: string[]): Promise<void> {
      for (const personId of persons) {
        await rig.say('guiche.identity.v1.AccreditationTermSigned', { accreditationId: `acc-${personId}`, personId, municipalityId: 'campinas' }, `acc-${personId}`);
        await waitFor(async () => (await rows('external_users', { _id: `campinas/${personId}`, released: true })).length === 1, { describe: `${personId} is released` });
      }
    },

    /** Asks for an intimation and waits for the answer: the issued one, or the refusal. */
    async order(order: Order) {
      rig.clock.advance({ seconds: 1 });
      const { event, issued } = requestOf(order);
      await rig.say('guiche.intimation.v1.IntimationRequested', event, event.intimationId);
      await waitFor(async () => (await outcomeOf(event.intimationId)) !== undefined, { describe: 'bound or refused', timeoutMs: 30_000 });
      const outcome = await outcomeOf(event.intimationId);
      return { ...issued, outcome, refusal: outcome !== undefined && 'reasonCode' in outcome ? outcome.reasonCode : null };
    },

    /** The event that a recipient counts as intimated. */
    fulfilment(issued: Issued, person: string, { kind = 'TACIT', on = '2026-03-18', consultedAt, dueOn = null, name = person }: Fulfilling = {}): EventData<'guiche.intimation.v1.NoticeFulfilled'> {
      const at = rig.clock.now();
      const consulted = kind === 'CONSULTATION' ? { consultedAt: consultedAt ?? at, consultedBy: person, consultedByName: name } : {};
      return {
        ...ofNotice(issued, person), kind: FulfilmentKind[kind], fulfilledOn: on, fulfilledAt: at, ...consulted, legalEntity: false, recipientName: name,
        typeName: 'Notificação para defesa', issuedAt: new Date('2026-03-06T15:00:00Z'), tacitOn: '2026-03-18',
        responseMode: dueOn === null ? ResponseMode.NONE : ResponseMode.REQUIRED, openResponses: [],
        responseDeadlines: dueOn === null ? [] : [{ responseTypeId: 'defesa', name: 'Defesa', dueOn, dueAt: endOfLocalDay(dueOn, timeZone) }],
      };
    },

    async fulfil(issued: Issued, person: string, fulfilling: Fulfilling = {}): Promise<void> {
      rig.clock.advance({ seconds: 1 });
      const event = this.fulfilment(issued, person, fulfilling);
      await rig.say('guiche.intimation.v1.NoticeFulfilled', event, event.noticeId);
      await waitFor(async () => (await rows('intimation_notices', { _id: event.noticeId, fulfilledAt: { $ne: null } })).length === 1, { describe: 'the certificate', timeoutMs: 30_000 });
    },

    async move(issued: Issued, person: string, { formerOn, dueOn, cause = 'Indisponibilidade do sistema' }: { formerOn: string; dueOn: string; cause?: string }): Promise<void> {
      rig.clock.advance({ seconds: 1 });
      const event: EventData<'guiche.intimation.v1.NoticeDeadlineChanged'> = {
        ...ofNotice(issued, person), number: issued.number, processNumber: 'PMC', unitId, personIds: [person], deadline: NoticeDeadlineChanged_Deadline.RESPONSE,
        responseTypeId: 'defesa', formerOn, dueOn, dueAt: endOfLocalDay(dueOn, timeZone), cause,
      };
      await rig.say('guiche.intimation.v1.NoticeDeadlineChanged', event, event.noticeId);
      await waitFor(async () => (await rows('intimation_notices', { _id: event.noticeId, 'responses.due.on': dueOn })).length === 1, { describe: 'the new date', timeoutMs: 30_000 });
    },

    async overdue(issued: Issued, person: string): Promise<void> {
      const event = ofNotice(issued, person);
      await rig.say('guiche.intimation.v1.NoticeOverdue', event, event.noticeId);
      await became(event.noticeId, 'OVERDUE');
    },

    /** The reasons a unit meets when it tries to cancel, edit or sign a document, or to suspend the process. */
    async refusals(processId: string, documentId: string): Promise<Record<string, unknown>> {
      const tried = async (mutation: string, input: object) => {
        const { errors } = await rig.as(clerk)(`mutation($input: ${capital(mutation)}Input!) { ${mutation}(input: $input) { replayed } }`, { input });
        const { code, intimation, number } = errors[0]?.extensions ?? {};
        return errors.length === 0 ? null : { code, number: intimation ?? number };
      };
      return {
        cancel: await tried('cancelDocument', { documentId, unitId, reason: 'x' }),
        edit: await tried('editDocument', { documentId, unitId, title: 'Outro', content: '<p>Outro</p>', expectedVersion: Number((await rows('documents', { _id: documentId }))[0]?.['version']) }),
        suspend: await tried('suspendProcess', { processId, unitId, reason: 'x' }),
      };
    },
  };
}

export type IntimationDesk = Awaited<ReturnType<typeof intimationDesk>>;
