import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '@guiche/kit/testing';
import type { GraphqlAnswer } from '@guiche/kit/testing';
import { administrator, campinasMask, clerk, configureNumbering, person, startRig, unitId } from './rig.ts';
import type { Rig } from './rig.ts';

const openProcess = `mutation($input: OpenProcessInput!) { openProcess(input: $input) { replayed process {
  id number specification type { name } state { label } accessLevel { value label } legalHypothesis openUnits { id } municipality { id }
  movements { edges { node { description unit { id } } } }
} } }`;
const accesses = `{ externalAccesses { edges { node {
  id kind releasedOn pendingSignature
  process { id number documents { totalCount edges { node { title } } } }
  document { id number title file { sha256 downloadUrl } }
} } pageInfo { hasNextPage } } }`;
const entities = `query($refs: [_Any!]!) { _entities(representations: $refs) {
  ... on Process { id number documents { edges { node { title signatures { signerName } pendingSignature } } } movements(last: 2) { edges { node { description } } } }
} }`;
const general = { unitId, typeKey: 'general-request', specification: 'Poda de árvore', accessLevel: 'PUBLIC' };

const codeOf = ({ errors }: GraphqlAnswer<unknown>): unknown => errors[0]?.extensions?.['code'];

describe('the process subgraph', () => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await startRig({ at: '2026-03-07T01:30:00Z' });
    await rig.prepareCity();
  });
  afterAll(() => rig.stop());

  it('opens a process with the next number of the mask, once per idempotency key', async () => {
    const input = { ...general, idempotencyKey: 'open-once' };
    const [first, again] = [await rig.as(clerk)(openProcess, { input }), await rig.as(clerk)(openProcess, { input })];
    expect(first.errors).toEqual([]);
    expect(first.data).toEqual({
      openProcess: {
        replayed: false,
        process: {
          id: expect.any(String),
          number: expect.stringMatching(/^PMC\.2026\.\d{8}-\d{2}$/),
          specification: 'Poda de árvore',
          type: { name: 'Requerimento geral' },
          state: { label: 'Normal' },
          accessLevel: { value: 'PUBLIC', label: 'Público' },
          legalHypothesis: null,
          openUnits: [{ id: unitId }],
          municipality: { id: 'campinas' },
          movements: { edges: [{ node: { description: 'Processo autuado: Requerimento geral', unit: { id: unitId } } }] },
        },
      },
    });
    expect(again.data).toMatchObject({ openProcess: { replayed: true, process: (first.data?.['openProcess'] as { process: object }).process } });
  });

  it('gives 200 parallel openings 200 numbers', async () => {
    const open = rig.as(clerk);
    const opened = await Promise.all(
      Array.from({ length: 200 }, () => open<{ openProcess: { process: { number: string } } }>('mutation($input: OpenProcessInput!) { openProcess(input: $input) { process { number } } }', { input: general })),
    );
    expect(opened.flatMap(({ errors }) => errors)).toEqual([]);
    expect(new Set(opened.map(({ data }) => data?.openProcess.process.number)).size).toBe(200);
  });

  it.each([
    ['an unknown type', { typeKey: 'nothing' }, 'PROCESS_TYPE_UNKNOWN'],
    ['the type of accreditations', { typeKey: 'external-user-accreditation' }, 'PROCESS_TYPE_UNKNOWN'],
    ['a restricted level without legal ground', { accessLevel: 'RESTRICTED' }, 'LEGAL_HYPOTHESIS_REQUIRED'],
    ['a public one with legal ground', { legalHypothesis: 'Sigilo' }, 'LEGAL_HYPOTHESIS_NOT_ALLOWED'],
    ['no specification', { specification: ' ' }, 'INVALID_INPUT'],
    ['control characters', { specification: 'a\u0000b' }, 'INVALID_INPUT'],
    ['a specification of a thousand letters', { specification: 'x'.repeat(1_000) }, 'INVALID_INPUT'],
    ['a unit of others', { unitId: 'rio-unit' }, 'UNIT_NOT_FOUND'],
    ['an operator in place of an id', { unitId: '{"$gt":""}' }, 'UNIT_NOT_FOUND'],
  ])('refuses to open with %s', async (_case, change, code) => {
    expect(codeOf(await rig.as(clerk)(openProcess, { input: { ...general, ...change } }))).toBe(code);
  });

  it.each(['🌳 إزالة شجرة', '__proto__', '{"$gt":""}'])('stores %s exactly', async (specification) => {
    const answer = await rig.as(clerk)(openProcess, { input: { ...general, specification } });
    expect(answer.data).toMatchObject({ openProcess: { process: { specification } } });
  });

  it('finds a process by its number, whatever the formatting (scenario 14)', async () => {
    const opened = await rig.as(clerk)<{ openProcess: { process: { number: string } } }>(openProcess, { input: general });
    const number = opened.data?.openProcess.process.number ?? '';
    const find = (written: string) =>
      rig.as(clerk)('query($n: String!) { processByNumber(municipalityId: "campinas", number: $n) { number } }', { n: written });
    for (const written of [number, number.toLowerCase().replace(/\W/g, ' '), number.replace(/\W/g, '')]) {
      expect((await find(written)).data).toEqual({ processByNumber: { number } });
    }
    expect(codeOf(await find('PMC.2026.99999999-00'))).toBe('PROCESS_NOT_FOUND');
  });

  it('shows the person the released Term and his own papers, in Controle de Acessos Externos (ID-08)', async () => {
    expect((await rig.as(person('ana'))(accesses)).data).toEqual({ externalAccesses: { edges: [], pageInfo: { hasNextPage: false } } });
    const { processId, documentId, sha256 } = await rig.accredit('t-ana', 'ana');
    const answer = await rig.as(person('ana'))(accesses);
    expect(answer.errors).toEqual([]);
    expect(answer.data).toEqual({
      externalAccesses: {
        pageInfo: { hasNextPage: false },
        edges: [
          {
            node: {
              id: expect.any(String),
              kind: 'Termo de Credenciamento de Usuário Externo',
              releasedOn: '2026-03-06',
              pendingSignature: true,
              process: {
                id: processId,
                number: expect.stringMatching(/^PMC\.2026\./),
                documents: {
                  totalCount: 3,
                  edges: ['Documento oficial com foto e CPF', 'Comprovante de endereço', 'Termo de Credenciamento de Usuário Externo'].map((title) => ({ node: { title } })),
                },
              },
              document: {
                id: documentId,
                number: expect.stringMatching(/^\d{7}$/),
                title: 'Termo de Credenciamento de Usuário Externo',
                file: { sha256, downloadUrl: expect.stringContaining('http://gateway.test/files/process/') },
              },
            },
          },
        ],
      },
    });
  });

  it('answers several processes with their documents in one query per collection', async () => {
    await rig.accredit('t-ana-2', 'ana');
    const { connection } = rig.service.parts;
    const processes = await connection.collection<{ _id: string }>('processes').find({ interestedPartyIds: 'ana' }).toArray();
    expect(processes).toHaveLength(2);
    const waiting = () => connection.collection('jobs').countDocuments({ kind: /^index-/, state: 'waiting' });
    await waitFor(async () => (await waiting()) === 0, { describe: 'nothing left to index', timeoutMs: 60_000 });
    const collections: string[] = [];
    const listen = (event: { commandName: string; command: Record<string, unknown> }): void => {
      if (['find', 'aggregate', 'count', 'distinct'].includes(event.commandName)) collections.push(String(event.command[event.commandName]));
    };
    const mine = (name: string): boolean => ['processes', 'documents', 'grants', 'movements'].includes(name);
    connection.getClient().on('commandStarted', listen);

    const refs = processes.map(({ _id }) => ({ __typename: 'Process', id: _id }));
    const answer = await rig.as(person('ana'))<{ _entities: { documents: { edges: unknown[] } }[] }>(entities, { refs });
    expect(answer.data?._entities.map(({ documents }) => documents.edges.length)).toEqual([3, 3]);
    expect(collections.filter(mine).sort()).toEqual(['documents', 'grants', 'movements', 'processes']);

    collections.length = 0;
    const listed = await rig.as(person('ana'))<{ externalAccesses: { edges: unknown[] } }>(
      '{ externalAccesses { edges { node { pendingSignature process { number } document { number process { id } } } } } }',
    );
    expect(listed.data?.externalAccesses.edges).toHaveLength(2);
    expect(collections.filter(mine).sort()).toEqual(['documents', 'grants', 'processes']);
    connection.getClient().off('commandStarted', listen);
  });

  it('pages: a cursor goes on where it left, is refused in another list, and a page has at most 100', async () => {
    const first = await rig.as(person('ana'))<{ externalAccesses: { edges: { cursor: string; node: { id: string } }[]; pageInfo: { hasNextPage: boolean } } }>(
      '{ externalAccesses(first: 1) { edges { cursor node { id process { documents { edges { cursor } } } } } pageInfo { hasNextPage } } }',
    );
    const [edge] = first.data?.externalAccesses.edges ?? [];
    expect(first.data?.externalAccesses.pageInfo.hasNextPage).toBe(true);
    const ask = (args: string) => rig.as(person('ana'))(`{ externalAccesses(${args}) { edges { node { id } } } }`);
    const second = await ask(`first: 1, after: "${edge?.cursor ?? ''}"`);
    expect(JSON.stringify(second.data)).not.toContain(edge?.node.id);
    expect(codeOf(await ask('first: 101'))).toBe('INVALID_PAGE_SIZE');
    const { processes } = { processes: await rig.service.parts.connection.collection<{ _id: string }>('processes').findOne({ interestedPartyIds: 'ana' }) };
    const foreign = await rig.as(person('ana'))(`{ process(id: "${processes?._id ?? ''}") { documents(after: "${edge?.cursor ?? ''}") { totalCount } } }`);
    expect(codeOf(foreign)).toBe('INVALID_CURSOR');
  });

  it('proves a mask by an example when it is set, and refuses one that cannot work', async () => {
    const set = (input: object) => rig.as(administrator)(configureNumbering, { input: { municipalityId: 'campinas', ...input } });
    expect(codeOf(await set({ mask: '' }))).toBe('NUMBER_MASK_INVALID');
    expect(codeOf(await set({ mask: 'SEI-{unit:6}/{sequence:6}/{year:4}' }))).toBe('NUMBER_CODE_MISSING');
    const units = await set({ mask: 'SEI-{unit:6}/{sequence:6}/{year:4}', sequencePer: 'UNIT', unitCodes: [{ unitId, code: '120001' }] });
    expect(units.data).toMatchObject({ configureProcessNumbering: { numbering: { example: 'SEI-120001/000001/2026' } } });
    const back = await set({ mask: campinasMask });
    expect(back.data).toMatchObject({ configureProcessNumbering: { numbering: { example: 'PMC.2026.00000001-19' } } });
  });

  it('prints the letterhead that an administrator set, within four lines', async () => {
    const set = (lines: string[]) =>
      rig.as(administrator)('mutation($input: ConfigureLetterheadInput!) { configureLetterhead(input: $input) { lines municipality { id } } }', {
        input: { municipalityId: 'campinas', lines },
      });
    expect((await set(['Avenida Anchieta, nº 200', 'Paço Municipal'])).data).toEqual({
      configureLetterhead: { lines: ['Avenida Anchieta, nº 200', 'Paço Municipal'], municipality: { id: 'campinas' } },
    });
    expect(codeOf(await set(['1', '2', '3', '4', '5']))).toBe('LETTERHEAD_TOO_LONG');
    expect(codeOf(await set(['a\u0007b']))).toBe('INVALID_INPUT');
  });

  it('notes ended sessions, so that their tokens end too', async () => {
    await rig.say('guiche.identity.v1.SessionRevoked', { sessionId: 'ended', revokedAt: rig.clock.now() }, 'ended');
    const rows = rig.service.parts.connection.collection<{ _id: string }>('revoked_sessions');
    await waitFor(async () => (await rows.countDocuments({ _id: 'ended' })) === 1, { describe: 'the ended session' });
  });
});
