import { matrixCallers, waitFor } from '@guiche/kit/testing';
import type { GraphqlAnswer } from '@guiche/kit/testing';
import type { TokenPrincipal } from '@guiche/kit/auth';
import type { startRig } from './rig.ts';

export const callers = matrixCallers({
  municipalityId: 'campinas',
  unitId: 'pg',
  otherUnitId: 'other',
  otherMunicipalityId: 'rio',
  scope: 'intimation:read',
});
export const administrator: TokenPrincipal = {
  kind: 'staff', staffId: 'admin', municipalityId: 'campinas', unitIds: [], roles: ['administrator'], sessionId: 'a',
};
export const operator: TokenPrincipal = {
  kind: 'staff', staffId: 'operator', municipalityId: 'platform', unitIds: [], roles: ['operator'], sessionId: 'o',
};

const configureCalendar = 'mutation($input: ConfigureCalendarInput!) { configureCalendar(input: $input) { replayed } }';
const configureResponseType = 'mutation($input: ConfigureResponseTypeInput!) { configureResponseType(input: $input) { type { id } } }';
const configureIntimationType = 'mutation($input: ConfigureIntimationTypeInput!) { configureIntimationType(input: $input) { type { id } } }';
const issue = `mutation($input: IssueIntimationInput!) { issueIntimation(input: $input) {
  replayed intimation { id number state { value label } noticeCount } } }`;

type Rig = Awaited<ReturnType<typeof startRig>>;

/** What `issueIntimation` is asked for, as far as a test does not say otherwise. */
export type Order = Readonly<Record<string, unknown>>;

/** A city that can issue: a calendar, the units `pg` and `other`, types, and the recipients a test adds. */
export async function issuingStage(rig: Rig) {
  const settings = { municipalityId: 'campinas', tacitDays: 10, tacitDaysByProcessType: [{ processType: 'tax', days: 15 }], holidaysSource: 'BR', municipalHolidays: [] };
  done(await rig.as(operator)(configureCalendar, { input: settings }));
  for (const unitId of ['pg', 'other']) {
    const unit = { unitId, municipalityId: 'campinas', name: unitId, acronym: unitId, email: '', active: true, body: 'SEMAE' };
    await rig.say('guiche.identity.v1.UnitChanged', unit, unitId, 1);
  }
  const { connection } = rig.database;
  await waitFor(async () => (await connection.collection('units').countDocuments()) === 2, { describe: () => 'two units' });

  const ask = rig.as(administrator);
  const idOf = async (document: string, field: string, input: Order): Promise<string> => {
    const data = done(await ask(document, { input: { municipalityId: 'campinas', ...input } })) as Record<string, { type: { id: string } }>;
    return data[field]?.type.id ?? '';
  };
  const responseType = (name: string, term: object): Promise<string> => idOf(configureResponseType, 'configureResponseType', { name, term });
  const defence = await responseType('Defesa', { unit: 'BUSINESS_DAYS', value: 10 });
  const statement = await responseType('Manifestação', { unit: 'NONE' });
  const intimationType = (name: string, responseMode: string, responseTypeIds: string[]): Promise<string> =>
    idOf(configureIntimationType, 'configureIntimationType', { name, responseMode, responseTypeIds });
  const types = {
    required: await intimationType('Apresentar defesa', 'REQUIRED', [defence]),
    optional: await intimationType('Manifestar-se', 'OPTIONAL', [defence, statement]),
    none: await intimationType('Ciência', 'NONE', []),
  };

  const clerk = rig.as(callers.clerkOfUnit);
  const orderOf = (order: Order): Order => ({
    unitId: 'pg', processId: 'process-1', documentId: 'document-1', typeId: types.required, responseTypeIds: [defence], accessScope: 'PARTIAL', recipientIds: [], ...order,
  });
  const issueAs = (principal: TokenPrincipal | undefined, order: Order): Promise<GraphqlAnswer<Record<string, unknown>>> =>
    rig.as(principal)(issue, { input: orderOf(order) });

  return {
    responseTypes: { defence, statement },
    types,
    clerk,
    orderOf,
    issueAs,
    /** Persons `person-<id>` who can be intimated. */
    async recipients(ids: readonly string[], municipalityId = 'campinas'): Promise<void> {
      const rows = ids.map((id) => ({
        _id: id, municipalityId, personId: `person-${id}`, name: `Pessoa ${id}`, state: 'ENABLED', enabledAt: rig.clock.now(), nameWords: [],
      }));
      await connection.collection<{ _id: string }>('recipients').insertMany(rows);
    },
    /** Issues and answers the id of the act. */
    async issued(order: Order): Promise<string> {
      const { issueIntimation } = done(await issueAs(callers.clerkOfUnit, order)) as { issueIntimation: { intimation: { id: string } } };
      return issueIntimation.intimation.id;
    },
    /** What process says when it has bound an act; the same event again with the same `eventId`. */
    bind: (intimationId: string, { eventId, seq = 1, boundAt = rig.clock.now(), ...more }: { eventId?: string; seq?: number; boundAt?: Date; body?: string; processTypeKey?: string; secret?: boolean } = {}) =>
      rig.say(
        'guiche.process.v1.IntimationBound',
        {
          intimationId, municipalityId: 'campinas', processId: 'process-1', processNumber: 'PMC.2026.00000001-11', processTypeKey: 'general-request',
          body: '', documentLabel: 'Despacho 0000001', boundAt, ...more,
        },
        intimationId, seq, eventId,
      ),
    refuse: (intimationId: string, seq = 1) =>
      rig.say(
        'guiche.process.v1.IntimationBindingRefused',
        { intimationId, municipalityId: 'campinas', reasonCode: 'DOCUMENT_NOT_SIGNED', detail: 'O documento não está assinado.' },
        intimationId, seq,
      ),
    /** Resolves when the act is in that state. */
    settled: (intimationId: string, state: string) =>
      waitFor(() => connection.collection<{ _id: string; state: string }>('intimations').findOne({ _id: intimationId, state }), {
        describe: () => `the intimation to be ${state}`,
      }),
    /** What was said of an aggregate, in order. */
    async said(id: string): Promise<string[]> {
      const rows = await connection.collection('outbox').find({ aggregateId: id }).sort({ seq: 1 }).toArray();
      return rows.map(({ type }) => String(type).split('.').at(-1) ?? '');
    },
  };
}

/** The data of an answer without errors. */
export function done(answer: GraphqlAnswer<unknown>): unknown {
  if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}

/** Code of the first error. */
export function codeOf(answer: GraphqlAnswer<unknown>): unknown {
  return answer.errors[0]?.extensions?.['code'];
}

/** Path and code of every wrong field. */
export function problemsOf(answer: GraphqlAnswer<unknown>): string[] {
  const fields = (answer.errors[0]?.extensions?.['fields'] ?? []) as { path: string; code: string }[];
  return fields.map(({ path, code }) => `${path} ${code}`);
}
