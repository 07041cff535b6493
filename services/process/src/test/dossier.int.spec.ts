import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { assertTransactional, waitFor } from '@guiche/kit/testing';
import { administrator, startRig } from './rig.ts';
import type { Rig } from './rig.ts';
import { writtenAlone } from './written-alone.ts';

const dossiers = `{ accreditationDossiers(municipalityId: "campinas") { edges { node {
  ticket { id } round state { value label } failure { code detail } process { id number }
} } } }`;

describe('an approved accreditation', () => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await startRig({ at: '2026-03-06T12:00:00Z' });
    await rig.prepareCity();
  });
  afterAll(() => rig.stop());

  const rows = (name: string, filter: object) => rig.service.parts.connection.collection(name).find(filter).toArray();
  const events = async (type: string, ticketId: string): Promise<number> => {
    const sent = await rows('outbox', { type: `guiche.process.v1.${type}` });
    return sent.filter(({ bytes }) => String(bytes).includes(ticketId)).length;
  };

  it('becomes one process with its papers and the Term, hidden until the release, however often events come', async () => {
    const { approved, started } = rig.approval('t-ok', 'ana');
    await rig.say('guiche.identity.v1.AccreditationReleaseStarted', started, 'acc-ana');
    await rig.say('guiche.ticketing.v1.AccreditationApproved', approved, 't-ok');
    await rig.waitForState('t-ok', 'OPENED');

    const [process] = await rows('processes', { ticketId: 't-ok' });
    expect(process).toMatchObject({
      number: expect.stringMatching(/^PMC\.2026\.\d{8}-\d{2}$/),
      accessLevel: 'RESTRICTED',
      legalHypothesis: 'Informação Pessoal (LGPD, Lei nº 13.709/2018)',
      interestedPartyIds: [],
    });
    const documents = await rows('documents', { ticketId: 't-ok' });
    expect(documents.map(({ title, origin, state }) => [title, origin, state])).toEqual([
      ['Documento oficial com foto e CPF', 'DIGITISED', 'SUBMITTED'],
      ['Comprovante de endereço', 'DIGITISED', 'SUBMITTED'],
      ['Termo de Credenciamento de Usuário Externo', 'BORN_DIGITAL', 'DRAFT'],
    ]);
    expect(documents[0]?.['file']).toMatchObject({ sha256: approved.files[0]?.sha256, fileName: 'papel-0.pdf' });
    expect(await rows('grants', { personId: 'ana' })).toMatchObject([{ state: 'HIDDEN' }]);
    expect(await events('AccreditationProcessOpened', 't-ok')).toBe(1);

    // The same approval once more, as a replay would bring it.
    await rig.say('guiche.ticketing.v1.AccreditationApproved', approved, 't-ok');
    await rig.say('guiche.identity.v1.AccreditationReleaseStarted', started, 'acc-ana');
    await waitFor(async () => (await rows('inbox', { aggregateId: 't-ok' })).length === 2, { describe: 'both events taken' });
    expect(await rows('processes', { ticketId: 't-ok' })).toHaveLength(1);
    expect(await events('AccreditationProcessOpened', 't-ok')).toBe(1);
    expect(await rows('staged_files', { _id: { $in: documents.map(({ file }) => (file as { id: string }).id) as never[] } })).toEqual([]);
  });

  it('waits for a source that is away for a moment', async () => {
    const { approved, started } = rig.approval('t-slow', 'bia');
    rig.sources.refuse('/files/t-slow-1', 503, 1);
    await rig.say('guiche.ticketing.v1.AccreditationApproved', approved, 't-slow');
    await rig.say('guiche.identity.v1.AccreditationReleaseStarted', started, 'acc-bia');
    await rig.waitForState('t-slow', 'OPENED');
    expect(await events('AccreditationProcessOpened', 't-slow')).toBe(1);
  });

  it.each([
    ['whose content is another than announced', 'FILE_HASH_MISMATCH', { sha256: 'ab'.repeat(32) }],
    ['that is gone', 'REMOTE_FILE_REFUSED', { url: '/files/nowhere' }],
    ['that points to another service', 'REMOTE_ADDRESS_REFUSED', { url: '//evil.example/files/1' }],
    ['of another size than announced', 'FILE_SIZE_MISMATCH', { size: 3 }],
  ])('fails for good with a file %s, and starts again with the next approval', async (_case, code, change) => {
    const ticketId = `t-${code}`;
    const bad = rig.approval(ticketId, code, { files: [{}, change] });
    await rig.say('guiche.ticketing.v1.AccreditationApproved', bad.approved, ticketId);
    await rig.say('guiche.identity.v1.AccreditationReleaseStarted', bad.started, `acc-${code}`);
    await rig.waitForState(ticketId, 'FAILED');
    expect(await events('AccreditationProcessFailed', ticketId)).toBe(1);
    expect(await rows('processes', { ticketId })).toEqual([]);

    const shown = await rig.as(administrator)<{ accreditationDossiers: { edges: { node: { ticket: { id: string } } }[] } }>(dossiers);
    const [dossier] = shown.data?.accreditationDossiers.edges.map(({ node }) => node).filter(({ ticket }) => ticket.id === ticketId) ?? [];
    expect(dossier).toMatchObject({ state: { value: 'FAILED', label: 'Não concluído' }, failure: { code }, process: null });

    const good = rig.approval(ticketId, code);
    await rig.say('guiche.ticketing.v1.AccreditationApproved', good.approved, ticketId);
    await rig.say('guiche.identity.v1.AccreditationReleaseStarted', good.started, `acc-${code}`);
    await rig.waitForState(ticketId, 'OPENED');
    expect(await rows('processes', { ticketId })).toHaveLength(1);
  });

  it('is withdrawn when the release is refused after the process was opened', async () => {
    const { approved, started } = rig.approval('t-back', 'caio');
    await rig.say('guiche.ticketing.v1.AccreditationApproved', approved, 't-back');
    await rig.say('guiche.identity.v1.AccreditationReleaseStarted', started, 'acc-caio');
    await rig.waitForState('t-back', 'OPENED');
    const refusal = { accreditationId: 'acc-caio', ticketId: 't-back', personId: 'caio', municipalityId: 'campinas', reasonCode: 'ACCREDITATION_BLOCKED' };
    await rig.say('guiche.identity.v1.AccreditationReleaseRefused', refusal, 'acc-caio');
    await rig.waitForState('t-back', 'WITHDRAWN');
    expect(await rows('processes', { ticketId: 't-back' })).toMatchObject([
      { state: 'CANCELLED', openUnitIds: [], withdrawal: { reasonCode: 'ACCREDITATION_BLOCKED' } },
    ]);
    expect(await rows('grants', { personId: 'caio' })).toMatchObject([{ state: 'CANCELLED' }]);
    expect(await events('AccreditationProcessWithdrawn', 't-back')).toBe(1);
  });

  it('never starts when the release is refused at once', async () => {
    const { approved } = rig.approval('t-no', 'davi');
    const refusal = { accreditationId: '', ticketId: 't-no', personId: 'davi', municipalityId: 'campinas', reasonCode: 'ACCREDITATION_WRONG_STATE' };
    rig.clock.advance({ seconds: 1 });
    await rig.say('guiche.identity.v1.AccreditationReleaseRefused', refusal, 'acc-davi');
    await rig.waitForState('t-no', 'REFUSED');
    await rig.say('guiche.ticketing.v1.AccreditationApproved', approved, 't-no');
    await waitFor(async () => (await rows('inbox', { aggregateId: 't-no' })).length === 1, { describe: 'the approval taken' });
    expect(await rig.dossierState('t-no')).toBe('REFUSED');
  });

  it('prints any name, also one with emoji and letters of other scripts', async () => {
    const { approved, started } = rig.approval('t-name', 'eva', { sheet: { fullName: 'Eva 💥 山田 عبد الله', cpf: '52998224725', email: 'eva@example.com' } });
    await rig.say('guiche.ticketing.v1.AccreditationApproved', approved, 't-name');
    await rig.say('guiche.identity.v1.AccreditationReleaseStarted', started, 'acc-eva');
    await rig.waitForState('t-name', 'OPENED');
    const [term] = await rows('documents', { ticketId: 't-name', origin: 'BORN_DIGITAL' });
    expect(term?.['signatureRequests']).toMatchObject([{ signerName: 'Eva 💥 山田 عبد الله', role: 'Usuário Externo' }]);
  });

  it('leaves no file of a failed attempt behind', async () => {
    const { connection, files } = rig.service.parts;
    const staged = await connection.collection<{ _id: string }>('staged_files').find().toArray();
    expect(staged.length).toBeGreaterThan(0);
    rig.clock.advance({ hours: 2 });
    const { approved, started } = rig.approval('t-sweep', 'fabio');
    await rig.say('guiche.ticketing.v1.AccreditationApproved', approved, 't-sweep');
    await rig.say('guiche.identity.v1.AccreditationReleaseStarted', started, 'acc-fabio');
    await rig.waitForState('t-sweep', 'OPENED');
    const left = await Promise.all(staged.map(({ _id }) => files.stat(_id)));
    expect(left.filter((file) => file !== undefined)).toEqual([]);
  });

  it('writes nothing outside a transaction', () => {
    expect(rig.writes.length).toBeGreaterThan(50);
    assertTransactional(rig.writes, { except: writtenAlone });
  });
});
