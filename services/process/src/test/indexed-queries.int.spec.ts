import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { queryPlans } from '@guiche/kit/testing';
import { offerPetition, petitioner } from './petitioner.ts';
import { clerk, startRig, unitId } from './rig.ts';
import type { Rig } from './rig.ts';

const openProcess = 'mutation($input: OpenProcessInput!) { openProcess(input: $input) { process { id number } } }';
const byNumber = 'query($city: ID!, $number: String!) { processByNumber(municipalityId: $city, number: $number) { id } }';
const documents = `query($id: ID!) { process(id: $id) {
  documents(first: 2, after: null) { totalCount edges { cursor } } movements(first: 2) { edges { cursor } } openUnits { id }
} }`;
const annexes = 'query($id: ID!) { process(id: $id) { annexes(first: 2) { edges { cursor } } } }';
const verify = 'query($code: String!) { documentVerification(code: $code) { documentNumber } }';
const petitions = 'query($state: PetitionState) { myPetitions(state: $state, first: 2) { edges { cursor } } }';

const search = 'query($text: String!) { searchProcesses(search: { text: $text }) { edges { node { title snippet { text } document { title } } } } }';

/** What grows with the city hall; settings and catalogues do not. */
const growing = ['processes', 'placements', 'documents', 'movements', 'petitions', 'grants', 'counters', 'idempotency', 'staged_files', 'uploads', 'files.files', 'document_shares', 'search_entries', 'search_bodies'];

describe('what grows with the city hall', () => {
  let rig: Rig;
  let ana: ReturnType<typeof petitioner>;
  let plans: ReturnType<typeof queryPlans>;
  let opened: { id: string; number: string } | undefined;
  let filedIn: string | undefined;
  beforeAll(async () => {
    rig = await startRig();
    await rig.prepareCity();
    await offerPetition(rig);
    ana = petitioner(rig);
    plans = queryPlans(rig.service.parts.connection);
    opened = await open();
    const filed = await ana.file(await ana.draft());
    filedIn = filed.data?.filePetition.petition.receipt?.process.id;
    await rig.indexed();
  });
  afterAll(() => rig.stop());

  const open = async () => {
    const input = { unitId, typeKey: 'general-request', specification: 'Poda', accessLevel: 'PUBLIC' };
    const { data, errors } = await rig.as(clerk)<{ openProcess: { process: { id: string; number: string } } }>(openProcess, { input });
    expect(errors).toEqual([]);
    return data?.openProcess.process;
  };

  it.each<[string, string[], () => Promise<object | undefined>]>([
    ['opening a process', ['find processes'], open],
    ['a process by its number', ['find processes'], () => rig.as(clerk)(byNumber, { city: 'campinas', number: opened?.number })],
    ['the documents and movements of a process', ['aggregate documents', 'aggregate movements'], () => rig.as(clerk)(documents, { id: filedIn })],
    ['the annexes of a process', ['aggregate processes'], () => rig.as(clerk)(annexes, { id: opened?.id })],
    ['a document by its code', ['find documents'], () => rig.as()(verify, { code: '0f'.repeat(16) })],
    ['the petitions of a person', ['find petitions'], () => ana.ask(petitions)],
    ['the receipts of a person', ['find petitions'], () => ana.ask(petitions, { state: 'FILED' })],
    ['a search of staff', ['aggregate search_entries', 'find search_bodies', 'aggregate document_shares'], () => rig.as(clerk)(search, { text: 'poda' })],
    ['filing a petition', ['find petitions', 'update petitions', 'find files.files'], async () => ana.file(await ana.draft())],
  ])('%s reads and changes by indexes alone, without sorting', async (_what, expected, act) => {
    const answers: unknown[] = [];
    const commands = await plans.commandsOf(async () => answers.push(await act()));
    expect(answers).not.toContainEqual(expect.objectContaining({ errors: [expect.anything()] }));
    const used = await plans.plansOf(commands, growing);
    expect(used.map(({ what }) => what)).toEqual(expect.arrayContaining(expected));
    const slow = used.filter(({ stages }) => stages.some((stage) => ['COLLSCAN', 'SORT', '$sort'].includes(stage)));
    expect(slow).toEqual([]);
  });
});
