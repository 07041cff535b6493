import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cancelAccess, codeOf, startAccessRig } from './access-rig.ts';
import type { AccessRig } from './access-rig.ts';
import { clerk } from './rig.ts';

const requestCode = 'mutation($link: String!) { requestIsolatedAccessCode(input: { link: $link }) { expiresAt } }';
const open = 'mutation($link: String!, $code: String!) { openIsolatedAccess(input: { link: $link, code: $code }) { token expiresAt } }';
const read = `query($token: String!) { isolatedAccess(token: $token) { processNumber documents { edges { node { title file { downloadUrl } } } } } }`;
interface Read {
  readonly isolatedAccess: { readonly processNumber: string; readonly documents: { readonly edges: { readonly node: { readonly title: string; readonly file: object | null } }[] } };
}

describe('a recipient without an account', () => {
  let rig: AccessRig;
  let count = 0;
  beforeAll(async () => {
    rig = await startAccessRig({ at: '2026-03-06T12:00:00Z' });
  });
  afterAll(() => rig.stop());

  const codeNow = async (): Promise<string> => (await rig.said('guiche.process.v1.IsolatedAccessCodeIssued')).at(-1)?.code ?? '';
  /** A secret process with one document opened to somebody new. */
  const invited = async () => {
    count += 1;
    const process = await rig.aProcess({ accessLevel: 'SECRET', globalLevel: 'SECRET', credentialedStaffIds: ['clerk'] });
    const document = await rig.aDocument(process, { title: 'Escolhido' });
    await rig.aDocument(process, { title: 'Outro' });
    const email = `rui-${String(count)}@example.org`;
    const { data } = await rig.grant({ processId: process.id, recipient: { name: 'Rui Lima', email }, scope: 'PARTIAL', documentIds: [document.id] });
    const link = (await rig.said('guiche.process.v1.IsolatedAccessInvited')).at(-1)?.linkToken ?? '';
    return { process, link, email, grantId: data?.grantAccess.access.id ?? '' };
  };
  const ask = (link: string) => rig.as()(requestCode, { link });
  const openWith = (link: string, code: string) => rig.as()<{ openIsolatedAccess: { token: string } }>(open, { link, code });
  const seen = (token: string) => rig.as()<Read>(read, { token });

  it('AE-01, AE-06: reads through link and mailed code what the grant names, by the rule of everybody, for half an hour', async () => {
    const { process, link, email, grantId } = await invited();
    expect(codeOf(await openWith(link, '000000'))).toBe('ACCESS_CODE_WRONG');
    expect(codeOf(await ask(link))).toBeUndefined();
    expect((await rig.said('guiche.process.v1.IsolatedAccessCodeIssued')).at(-1)).toMatchObject({ grantId, email, code: expect.stringMatching(/^\d{6}$/) });
    const token = (await openWith(link, await codeNow())).data?.openIsolatedAccess.token ?? '';
    const { data } = await seen(token);
    expect(data?.isolatedAccess.processNumber).toBe(process.number);
    expect(data?.isolatedAccess.documents.edges).toMatchObject([{ node: { title: 'Escolhido', file: { downloadUrl: expect.stringContaining('http') } } }]);
    rig.clock.advance({ minutes: 30 });
    expect(codeOf(await seen(token))).toBe('ACCESS_SESSION_ENDED');
  });

  it('opens once with a code, which fails after five wrong tries and after ten minutes', async () => {
    const { link } = await invited();
    await ask(link);
    const code = await codeNow();
    const wrong = code === '111111' ? '222222' : '111111';
    expect(codeOf(await openWith(link, code))).toBeUndefined();
    expect(codeOf(await openWith(link, code))).toBe('ACCESS_CODE_WRONG');

    await ask(link);
    for (let turn = 0; turn < 5; turn += 1) expect(codeOf(await openWith(link, wrong))).toBe('ACCESS_CODE_WRONG');
    expect(codeOf(await openWith(link, await codeNow()))).toBe('ACCESS_CODE_WRONG');

    await ask(link);
    rig.clock.advance({ minutes: 10 });
    expect(codeOf(await openWith(link, await codeNow()))).toBe('ACCESS_CODE_WRONG');
  });

  it('gets one session from one code, however many try at once', async () => {
    const { link } = await invited();
    await ask(link);
    const code = await codeNow();
    const answers = await Promise.all(Array.from({ length: 5 }, () => openWith(link, code)));
    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
  });

  it('cannot have codes mailed without end', async () => {
    const { link } = await invited();
    const codes: unknown[] = [];
    for (let turn = 0; turn < 5; turn += 1) codes.push(codeOf(await ask(link)));
    expect(codes.at(-1)).toBe('TOO_MANY_REQUESTS');
    rig.clock.advance({ hours: 3 });
  });

  it('loses everything at once when the unit cancels', async () => {
    const { link, grantId } = await invited();
    await ask(link);
    const token = (await openWith(link, await codeNow())).data?.openIsolatedAccess.token ?? '';
    expect(codeOf(await seen(token))).toBeUndefined();
    await rig.as(clerk)(cancelAccess, { input: { accessId: grantId, reason: 'Engano', expectedVersion: 1 } });
    expect(codeOf(await seen(token))).toBe('ACCESS_SESSION_ENDED');
    expect(codeOf(await ask(link))).toBe('ACCESS_LINK_NOT_VALID');
    expect(codeOf(await openWith(link, '123456'))).toBe('ACCESS_LINK_NOT_VALID');
  });

  it('is let in by no link or token made by hand, nor by the id of a grant of a person', async () => {
    const { link } = await invited();
    const process = await rig.aProcess();
    const ofPerson = (await rig.grant({ processId: process.id })).data?.grantAccess.access.id ?? '';
    const made = [`${ofPerson}.${link.split('.')[1] ?? ''}`, `${link}x`, ofPerson, '', '.', '{"$ne":null}'];
    for (const forged of made) {
      expect(codeOf(await ask(forged))).toBe('ACCESS_LINK_NOT_VALID');
      expect(codeOf(await seen(forged))).toBe('ACCESS_SESSION_ENDED');
    }
    const real = rig.service.parts.connection.collection('access_codes');
    expect(JSON.stringify(await real.find().toArray())).not.toMatch(/"code":|"\d{6}"/);
  });
});
