import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '@guiche/kit/testing';
import { codeOf, startAccessRig } from './access-rig.ts';
import type { AccessRig } from './access-rig.ts';
import { paper } from './petitioner.ts';
import { administrator, clerk, person, unitId } from './rig.ts';

const request = 'mutation($input: RequestVistaInput!) { requestVista(input: $input) { request { id version state { value } unit { id } process { id } } } }';
const grant = 'mutation($input: GrantVistaInput!) { grantVista(input: $input) { request { state { label } answerReason } } }';
const deny = 'mutation($input: DenyVistaInput!) { denyVista(input: $input) { request { state { label } answerReason } } }';
const restricted = { accessLevel: 'RESTRICTED', globalLevel: 'RESTRICTED', legalHypothesis: 'Informação Pessoal' } as const;
const secret = { accessLevel: 'SECRET', globalLevel: 'SECRET', legalHypothesis: 'Sigilo', credentialedStaffIds: ['clerk'] } as const;

interface Requested {
  readonly requestVista: { readonly request: { readonly id: string } & Record<string, unknown> };
}

describe('a request to see a process (VI-01, VI-02)', () => {
  let rig: AccessRig;
  beforeAll(async () => {
    rig = await startAccessRig({ at: '2026-03-06T12:00:00Z' });
  });
  afterAll(() => rig.stop());

  const ask = (input: object, personId = 'bia') =>
    rig.as(person(personId))<Requested>(request, { input: { capacity: 'LAWYER', reason: 'Defesa do meu cliente', ...input } });
  const numbersOf = async (list: 'releasedProcesses' | 'myProcesses', personId: string): Promise<string[]> => {
    const { data } = await rig.as(person(personId))<Record<string, { edges: { node: { number: string } }[] }>>(`{ ${list} { edges { node { number documents { totalCount } } } } }`);
    return (data?.[list]?.edges ?? []).map(({ node }) => node.number);
  };

  it('is granted by the unit with the password, which makes an access and lists the process as released', async () => {
    const process = await rig.aProcess(restricted);
    await rig.aDocument(process, { title: 'Laudo' });
    const asked = await ask({ number: { municipalityId: 'campinas', number: process.number.toLowerCase() } });
    expect(asked.data?.requestVista.request).toMatchObject({ state: { value: 'OPEN' }, unit: { id: unitId }, process: null });
    const requestId = asked.data?.requestVista.request.id ?? '';
    const terms = { processId: process.id, reason: 'Deferido' };
    const input = { requestId, unitId, reason: 'Deferido', scope: 'INTEGRAL', validityDays: 10, expectedVersion: 1, authorization: await rig.authorizationFor(terms) };
    expect(codeOf(await rig.as(clerk)(grant, { input: { ...input, validityDays: 0 } }))).toBe('INVALID_INPUT');
    expect((await rig.as(clerk)(grant, { input })).data).toEqual({ grantVista: { request: { state: { label: 'Deferido' }, answerReason: 'Deferido' } } });
    expect(await numbersOf('releasedProcesses', 'bia')).toContain(process.number);
    expect(await rig.said('guiche.process.v1.VistaAnswered')).toMatchObject([{ requestId, personId: 'bia', decision: 1, expiresOn: '2026-03-16' }]);
    expect(await rig.said('guiche.process.v1.AccessGranted')).toMatchObject([{ personId: 'bia', vistaRequestId: requestId }]);
    expect(codeOf(await rig.as(clerk)(grant, { input: { ...input, expectedVersion: 2 } }))).toBe('VISTA_ALREADY_ANSWERED');
    expect(codeOf(await ask({ processId: process.id }))).toBe('VISTA_NOT_NEEDED');
  });

  it('comes with files for the unit and the requester, each sent by him and used once', async () => {
    const process = await rig.aProcess(restricted);
    const pdf = await paper();
    const uploadId = await rig.upload(person('bia'), pdf, 'procuracao.pdf');
    const files = '{ edges { node { reason attachments { fileName sha256 downloadUrl } } } }';
    expect(codeOf(await ask({ processId: process.id, uploadIds: [uploadId] }, 'caio'))).toBe('UPLOAD_NOT_FOUND');
    expect(codeOf(await ask({ processId: process.id, uploadIds: Array.from({ length: 11 }, (_, index) => `upload-${String(index)}`) }))).toBe('INVALID_INPUT');
    expect(codeOf(await ask({ processId: process.id, uploadIds: [uploadId] }))).toBeUndefined();
    expect(codeOf(await ask({ processId: (await rig.aProcess(restricted)).id, uploadIds: [uploadId] }))).toBe('UPLOAD_ALREADY_USED');
    const { data } = await rig.as(clerk)<{ vistaRequests: { edges: { node: { attachments: { fileName: string; downloadUrl: string }[] } }[] } }>(`query($unitId: ID!) { vistaRequests(unitId: $unitId, first: 50) ${files} }`, { unitId });
    // The clock stands still: which request came last is not told by its order.
    const [attached] = data?.vistaRequests.edges.flatMap(({ node }) => node.attachments) ?? [];
    expect(attached?.fileName).toBe('procuracao.pdf');
    const answer = await fetch(attached?.downloadUrl.replace('http://gateway.test/files/process', `${rig.service.url}/files`) ?? '');
    expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(pdf))).toBe(true);
  });

  it('is denied with a reason, and may be made again', async () => {
    const process = await rig.aProcess(restricted);
    const { data } = await ask({ processId: process.id });
    const input = { requestId: data?.requestVista.request.id, unitId, expectedVersion: 1 };
    expect(codeOf(await rig.as(clerk)(deny, { input: { ...input, reason: ' ' } }))).toBe('INVALID_INPUT');
    expect(codeOf(await rig.as({ ...clerk, unitIds: ['other'] } as typeof clerk)(deny, { input: { ...input, reason: 'Não' } }))).toBe('VISTA_NOT_FOUND');
    expect((await rig.as(clerk)(deny, { input: { ...input, reason: 'Sem procuração' } })).data).toEqual({
      denyVista: { request: { state: { label: 'Indeferido' }, answerReason: 'Sem procuração' } },
    });
    expect(codeOf(await ask({ processId: process.id }))).toBeUndefined();
  });

  it('is open once per person and process, also when sent twice at the same moment', async () => {
    const process = await rig.aProcess(restricted);
    const answers = await Promise.all([ask({ processId: process.id }), ask({ processId: process.id }), ask({ processId: process.id }, 'caio')]);
    expect(answers.map(codeOf).filter((code) => code === 'VISTA_ALREADY_REQUESTED')).toHaveLength(1);
  });

  it('answers for a secret process as for one that does not exist', async () => {
    const process = await rig.aProcess({ ...secret, interestedPartyIds: ['bia'] });
    const answers = await Promise.all([
      ask({ processId: process.id }),
      ask({ number: { municipalityId: 'campinas', number: process.number } }),
      ask({ processId: 'none' }),
      ask({}),
    ]);
    const shown = answers.map(({ data, errors }) => ({ data, error: errors[0]?.message, code: errors[0]?.extensions?.['code'] }));
    expect(new Set(shown.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(shown[0]?.code).toBe('PROCESS_NOT_FOUND');
  });

  it('goes to the unit that has the process, and is listed there and for the person', async () => {
    const process = await rig.aProcess(restricted);
    rig.clock.advance({ seconds: 1 });
    await ask({ processId: process.id }, 'dora');
    const list = '{ edges { node { processNumber reason capacity { label } requester { id } } } }';
    const ofUnit = await rig.as(clerk)<{ vistaRequests: { edges: { node: object }[] } }>(`query($unitId: ID!) { vistaRequests(unitId: $unitId, state: OPEN) ${list} }`, { unitId });
    const node = { processNumber: process.number, reason: 'Defesa do meu cliente', capacity: { label: 'Advogado' }, requester: { id: 'dora' } };
    expect(ofUnit.data?.vistaRequests.edges[0]).toEqual({ node });
    expect((await rig.as(person('dora'))(`{ myVistaRequests ${list} }`)).data).toEqual({ myVistaRequests: { edges: [{ node }] } });
  });

  it('reminds the unit every so many days that the city has set, until it is answered', async () => {
    await rig.as(administrator)('mutation { configureVista(input: { municipalityId: "campinas", reminderDays: 2 }) { reminderDays } }');
    const process = await rig.aProcess(restricted);
    const { data } = await ask({ processId: process.id }, 'eva');
    const requestId = data?.requestVista.request.id ?? '';
    const reminders = async (): Promise<number> => (await rig.said('guiche.process.v1.VistaReminderDue')).filter((reminder) => reminder.requestId === requestId).length;
    for (const expected of [1, 2]) {
      rig.clock.advance({ days: 2 });
      rig.service.wake();
      await waitFor(async () => (await reminders()) === expected, { describe: `reminder ${String(expected)}` });
    }
    await rig.as(clerk)(deny, { input: { requestId, unitId, reason: 'Não', expectedVersion: 3 } });
    rig.clock.advance({ days: 2 });
    rig.service.wake();
    const jobs = rig.service.parts.connection.collection('jobs');
    await waitFor(() => jobs.findOne({ kind: 'remind-of-vista', key: `${requestId}/3`, state: 'done' }), { describe: 'the job that found nothing to do' });
    expect(await reminders()).toBe(2);
  });

  it('PR-10: own processes are those of an interested party; a secret one shows only by a grant', async () => {
    const open = await rig.aProcess({ interestedPartyIds: ['fabio'] });
    const closed = await rig.aProcess({ ...secret, interestedPartyIds: ['fabio'] });
    expect(await numbersOf('myProcesses', 'fabio')).toEqual([open.number]);
    await rig.grant({ processId: closed.id, recipient: { personId: 'fabio' } });
    expect(await numbersOf('myProcesses', 'fabio')).toEqual([open.number]);
    expect(await numbersOf('releasedProcesses', 'fabio')).toEqual([closed.number]);
  });
});
