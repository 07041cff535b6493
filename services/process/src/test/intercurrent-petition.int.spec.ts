import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf, offerPetition, paper, petitioner, startPetition } from './petitioner.ts';
import { clerk, person, startRig, unitId } from './rig.ts';
import type { Rig } from './rig.ts';

describe('an intercurrent petition', () => {
  let rig: Rig;
  let ana: ReturnType<typeof petitioner>;
  beforeAll(async () => {
    rig = await startRig({ at: '2026-03-06T12:00:00Z' });
    await rig.prepareCity();
    await offerPetition(rig);
    ana = petitioner(rig);
  });
  afterAll(() => rig.stop());

  const rows = (name: string, filter: object) => rig.service.parts.connection.collection(name).find(filter).toArray();
  const change = (name: string, _id: string, set: object) =>
    rig.service.parts.connection.collection<{ _id: string }>(name).updateOne({ _id }, { $set: set });

  const openProcess = async (input: object = {}): Promise<{ id: string; number: string }> => {
    rig.clock.advance({ seconds: 1 });
    const answer = await rig.as(clerk)<{ openProcess: { process: { id: string; number: string } } }>(
      'mutation($input: OpenProcessInput!) { openProcess(input: $input) { process { id number } } }',
      { input: { unitId, typeKey: 'general-request', specification: 'Poda', accessLevel: 'PUBLIC', ...input } },
    );
    if (answer.data == null) throw new Error(JSON.stringify(answer.errors));
    return answer.data.openProcess.process;
  };
  const petitionTo = async (number: string): Promise<string> => {
    const { id } = await ana.start({ processNumber: number });
    expect((await ana.add(id, 'COMPLEMENTARY', 'anexo')).errors).toEqual([]);
    return id;
  };
  const conclude = (processId: string) =>
    rig.as(clerk)('mutation($input: ConcludeProcessInput!) { concludeProcess(input: $input) { replayed } }', { input: { processId, unitId } });

  it('PT-20: finds the process however its number is written, and refuses what is no process of the city', async () => {
    const { number } = await openProcess();
    const written = number.toLowerCase().replace(/[.-]/g, ' ');
    expect((await ana.start({ processNumber: written })).state.value).toBe('DRAFT');
    const absent = await ana.ask(startPetition, { input: { municipalityId: 'campinas', processNumber: 'PMC.2021.00035498-55' } });
    expect(codeOf(absent)).toBe('PROCESS_NOT_FOUND');
    expect(codeOf(await ana.ask(startPetition, { input: { municipalityId: 'rio', processNumber: number } }))).toBe('PROCESS_NOT_FOUND');
  });

  it('PS-03: does not tell that a secret process exists', async () => {
    const { number } = await openProcess({ typeKey: 'disciplinary', accessLevel: 'SECRET', legalHypothesis: 'procedimento-disciplinar' });
    expect(codeOf(await ana.ask(startPetition, { input: { municipalityId: 'campinas', processNumber: number } }))).toBe('PROCESS_NOT_FOUND');
  });

  it('scenario 6: goes into the process, reopened and unseen in the unit that concluded it last', async () => {
    const process = await openProcess();
    expect((await conclude(process.id)).errors).toEqual([]);
    const id = await petitionTo(process.number);
    expect(await ana.previewed(id)).toMatchObject({ announcement: expect.stringMatching(/^Direto no Processo Indicado\./) as unknown, rule: 'DIRECT', missing: [] });
    const { data, errors } = await ana.file(id);
    expect(errors).toEqual([]);
    expect(data?.filePetition.petition.receipt).toMatchObject({ processNumber: process.number, relatedProcessNumber: null });
    expect(await rows('placements', { processId: process.id })).toMatchObject([{ state: 'OPEN', seen: false, petitioned: true }]);
    expect(await rows('processes', { _id: process.id })).toMatchObject([{ openUnitIds: [unitId] }]);
    expect(await rows('petitions', { _id: id })).toMatchObject([{ kind: 'INTERCURRENT', state: 'FILED' }]);
  });

  it('PT-05: leaves the assignee of the unit as he was', async () => {
    const process = await openProcess();
    await change('placements', `${process.id}:${unitId}`, { assigneeId: 'clerk' });
    await ana.file(await petitionTo(process.number));
    expect(await rows('placements', { processId: process.id })).toMatchObject([{ seen: false, assigneeId: 'clerk' }]);
  });

  it('scenario 7: of a suspended process opens a related one of the same type, with its interested parties, announced before', async () => {
    const process = await openProcess();
    await change('processes', process.id, { state: 'SUSPENDED', interestedPartyIds: ['bia'] });
    const id = await petitionTo(process.number);
    expect(await ana.previewed(id)).toMatchObject({
      announcement: expect.stringContaining(`Em Processo Novo Relacionado ao Processo Indicado (${process.number})`) as unknown,
      rule: 'SUSPENDED_OR_BLOCKED',
      relatedProcessNumber: process.number,
    });
    const { data } = await ana.file(id);
    const receipt = data?.filePetition.petition.receipt;
    expect(receipt).toMatchObject({ relatedProcessNumber: process.number });
    expect(await rows('processes', { _id: receipt?.process.id })).toMatchObject([
      {
        typeKey: 'general-request',
        specification: `Peticionamento Intercorrente relacionado ao Processo nº ${process.number}`,
        interestedPartyIds: ['ana', 'bia'],
        openUnitIds: [unitId],
      },
    ]);
    expect(await rows('relations', { processId: process.id, relatedId: receipt?.process.id })).toHaveLength(1);
  });

  it('PT-23: related to a restricted process is as restricted, and tells a stranger nobody of the other', async () => {
    const process = await openProcess({ accessLevel: 'RESTRICTED', legalHypothesis: 'informacao-pessoal' });
    await change('processes', process.id, { state: 'SUSPENDED', interestedPartyIds: ['bia'] });
    const receipt = (await ana.file(await petitionTo(process.number))).data?.filePetition.petition.receipt;
    const [opened] = await rows('processes', { _id: receipt?.process.id });
    const [indicated] = await rows('processes', { _id: process.id });
    expect(opened).toMatchObject({ interestedPartyIds: ['ana'], accessLevel: 'RESTRICTED', legalHypothesis: indicated?.['legalHypothesis'] });
  });

  it('AE-05: to a restricted process tells its author neither what that is about nor whom it concerns', async () => {
    const process = await openProcess({ accessLevel: 'RESTRICTED', legalHypothesis: 'informacao-pessoal', specification: 'Segredo de Bia' });
    await change('processes', process.id, { interestedPartyIds: ['bia'], otherParties: [{ name: 'Caio', cpf: null }] });
    await ana.file(await petitionTo(process.number));
    const seen = await ana.ask('query($id: ID!) { process(id: $id) { number specification interestedParties { id } otherParties { name } } }', { id: process.id });
    expect(seen.data).toEqual({ process: { number: process.number, specification: '', interestedParties: [], otherParties: [] } });
  });

  it('scenario 7: is refused with the way out when no active unit may get it', async () => {
    const process = await openProcess();
    const id = await petitionTo(process.number);
    await change('units', unitId, { active: false });
    const refused = await ana.file(id, { sha256: 'a'.repeat(64) });
    await change('units', unitId, { active: true });
    expect(codeOf(refused)).toBe('NO_UNIT_FOR_INTERCURRENT');
    expect(refused.errors[0]?.message).toContain('Utilize o Peticionamento de Processo Novo');
  });

  it('of an annexed process goes directly into the annexing one', async () => {
    const [annexed, principal] = [await openProcess(), await openProcess()];
    await change('processes', annexed.id, { state: 'ANNEXED', annexedToId: principal.id });
    const id = await petitionTo(annexed.number);
    expect((await ana.previewed(id)).announcement).toContain(`Diretamente no Processo Anexador nº ${principal.number}`);
    expect((await ana.file(id)).data?.filePetition.petition.receipt).toMatchObject({ processNumber: principal.number });
  });

  it('whose destination changed after the preview is refused, for it was not what the petitioner signed', async () => {
    const process = await openProcess();
    const id = await petitionTo(process.number);
    const { sha256 } = await ana.previewed(id);
    await change('processes', process.id, { state: 'SUSPENDED' });
    expect(codeOf(await ana.file(id, { sha256 }))).toBe('PETITION_CHANGED');
  });

  it('AE-05: its author reads what she sent and the receipt, and nothing else of the process', async () => {
    const process = await openProcess({ accessLevel: 'RESTRICTED', legalHypothesis: 'informacao-pessoal' });
    const input = { processId: process.id, unitId, typeKey: 'comprovante', title: 'Interno', uploadId: await rig.upload(clerk, await paper()) };
    expect((await rig.as(clerk)('mutation($input: IncludeFileInput!) { includeFile(input: $input) { replayed } }', { input })).errors).toEqual([]);
    await ana.file(await petitionTo(process.number));
    const seen = await rig.as(person('ana'))<{ process: { documents: { totalCount: number; edges: { node: { type: string } }[] } } }>(
      'query($id: ID!) { process(id: $id) { documents { totalCount edges { node { type } } } } }', { id: process.id },
    );
    expect(seen.data?.process.documents.edges.map(({ node }) => node.type)).toEqual(['Anexo', 'Recibo Eletrônico de Protocolo']);
  });
});
