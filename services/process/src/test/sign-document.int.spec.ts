import { createHash, createPublicKey } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { assertTransactional, testKeys } from '@guiche/kit/testing';
import type { GraphqlAnswer } from '@guiche/kit/testing';
import jwt from 'jsonwebtoken';
import { clerk, person, startRig } from './rig.ts';
import type { Rig } from './rig.ts';
import { writtenAlone } from './written-alone.ts';

const signDocument = `mutation($input: SignDocumentInput!) { signDocument(input: $input) { replayed document {
  number version state { value label } pendingSignature file { sha256 } signedFile { sha256 size downloadUrl }
  signatures { signerName role signedAt signedAtInBrasilia sha256 method { label } level { value } }
} } }`;
const verification = `query($code: String!) { documentVerification(code: $code) {
  documentNumber crc sha256 signedFileSha256 public file { downloadUrl } signatures { signerName level { label } }
} }`;

interface Signed {
  readonly signDocument: {
    readonly replayed: boolean;
    readonly document: Record<string, unknown> & { signedFile: { sha256: string; downloadUrl: string } };
  };
}

const codeOf = ({ errors }: GraphqlAnswer<unknown>): unknown => errors[0]?.extensions?.['code'];

describe('signing the Term', () => {
  let rig: Rig;
  let term: { processId: string; documentId: string; sha256: string };
  let claims: { sub: string; document_id: string; sha256: string };

  beforeAll(async () => {
    rig = await startRig({ at: '2026-03-06T12:00:00Z' });
    await rig.prepareCity();
    term = await rig.accredit('t-ana', 'ana');
    claims = { sub: 'ana', document_id: term.documentId, sha256: term.sha256 };
  });
  afterAll(() => rig.stop());

  const sign = (authorization: string, change: object = {}, as = person('ana')) =>
    rig.as(as)<Signed>(signDocument, { input: { documentId: term.documentId, authorization, acceptTerm: true, ...change } });

  it('is refused with an authorization that is not the right one', async () => {
    const foreignKeys = testKeys();
    const publicPem = createPublicKey(rig.keys.publicKey.export({ type: 'spki', format: 'pem' })).export({ type: 'spki', format: 'pem' });
    const header = { kid: rig.keys.kid, typ: 'signature-authorization+jwt' };
    const whole = { iss: rig.issuer, aud: 'process', jti: 'j', iat: 1_772_798_400, exp: 1_772_798_700, signer: 'person', municipalities: ['campinas'], ...claims };
    const unsigned = (alg: string): string =>
      `${[{ ...header, alg }, whole].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`;

    const attacks: Record<string, [string, string]> = {
      'given to another person': [rig.authorization({ ...claims, sub: 'bia' }), 'SIGNATURE_AUTHORIZATION_FOREIGN'],
      'for another document': [rig.authorization({ ...claims, document_id: 'other' }), 'SIGNATURE_AUTHORIZATION_FOREIGN'],
      'of somebody who is released at another city only': [rig.authorization({ ...claims, municipalities: ['rio'] }), 'SIGNER_NOT_RELEASED'],
      'of somebody who is released nowhere': [rig.authorization({ ...claims, municipalities: [] }), 'SIGNER_NOT_RELEASED'],
      'that names no cities': [rig.authorization({ ...claims, municipalities: undefined }), 'SIGNATURE_AUTHORIZATION_INVALID'],
      'for content that has changed': [rig.authorization({ ...claims, sha256: 'ab'.repeat(32) }), 'DOCUMENT_CHANGED'],
      'of another issuer': [rig.authorization({ ...claims, iss: 'http://evil.example' }), 'SIGNATURE_AUTHORIZATION_INVALID'],
      'for another service': [rig.authorization({ ...claims, aud: 'guiche' }), 'SIGNATURE_AUTHORIZATION_INVALID'],
      'of a staff member with the same id': [rig.authorization({ ...claims, signer: 'staff' }), 'SIGNATURE_AUTHORIZATION_FOREIGN'],
      'of neither a person nor a staff member': [rig.authorization({ ...claims, signer: 'app' }), 'SIGNATURE_AUTHORIZATION_INVALID'],
      'that would last an hour': [rig.authorization({ ...claims, exp: whole.iat + 3600 }), 'SIGNATURE_AUTHORIZATION_INVALID'],
      'signed with a key nobody knows': [foreignKeys.sign(whole, { typ: header.typ }), 'SIGNATURE_AUTHORIZATION_INVALID'],
      'signed with another key under a known name': [foreignKeys.sign(whole, header), 'SIGNATURE_AUTHORIZATION_INVALID'],
      'HS256 with the public key as secret': [
        jwt.sign(whole, publicPem.toString(), { algorithm: 'HS256', header: { ...header, alg: 'HS256' }, allowInvalidAsymmetricKeyTypes: true }),
        'SIGNATURE_AUTHORIZATION_INVALID',
      ],
      'alg none': [unsigned('none'), 'SIGNATURE_AUTHORIZATION_INVALID'],
      'an unsigned ES256': [unsigned('ES256'), 'SIGNATURE_AUTHORIZATION_INVALID'],
      'an access token': [rig.tokenFor(person('ana')), 'SIGNATURE_AUTHORIZATION_INVALID'],
      empty: ['', 'SIGNATURE_AUTHORIZATION_INVALID'],
      'a megabyte': ['x'.repeat(900_000), 'SIGNATURE_AUTHORIZATION_INVALID'],
    };
    const answers = await Promise.all(Object.entries(attacks).map(async ([name, [token]]) => [name, codeOf(await sign(token))]));
    expect(Object.fromEntries(answers)).toEqual(Object.fromEntries(Object.entries(attacks).map(([name, [, code]]) => [name, code])));
  });

  it('is refused when the authorization has expired', async () => {
    const authorization = rig.authorization(claims);
    rig.clock.advance({ minutes: 5 });
    expect(codeOf(await sign(authorization))).toBe('SIGNATURE_AUTHORIZATION_EXPIRED');
  });

  it('is refused without acceptance, with an old version, and to anybody else', async () => {
    expect(codeOf(await sign(rig.authorization(claims), { acceptTerm: false }))).toBe('RESPONSIBILITY_NOT_ACCEPTED');
    expect(codeOf(await sign(rig.authorization(claims), { expectedVersion: 7 }))).toBe('STALE_VERSION');
    expect(codeOf(await sign(rig.authorization({ ...claims, sub: 'bia' }), {}, person('bia')))).toBe('DOCUMENT_NOT_FOUND');
    expect(codeOf(await sign(rig.authorization({ ...claims, sub: 'clerk' }), {}, clerk))).toBe('DOCUMENT_NOT_FOUND');
    expect(codeOf(await rig.as()(signDocument, { input: { documentId: term.documentId, authorization: 'x', acceptTerm: true } }))).toBe('UNAUTHENTICATED');
    const app = { kind: 'app-for-person', appId: 'app', personId: 'ana', municipalityId: 'campinas', scopes: ['process:read'] } as const;
    expect(codeOf(await sign(rig.authorization(claims), {}, app))).toBe('MISSING_SCOPE');
  });

  it('happens once, is dated in Brasília, shown on the PDF and verifiable by anybody', async () => {
    const authorization = rig.authorization(claims);
    const idempotencyKey = 'sign-the-term';
    const [first, second] = await Promise.all([sign(authorization), sign(authorization)]);
    expect([first, second].map(codeOf).filter((code) => code !== undefined)).toHaveLength(1);
    const { document } = (first.data ?? second.data)!.signDocument;
    expect(document).toMatchObject({
      version: 2,
      state: { value: 'SIGNED', label: 'Assinado' },
      pendingSignature: false,
      file: { sha256: term.sha256 },
      signatures: [
        {
          signerName: 'Ana Souza',
          role: 'Usuário Externo',
          signedAt: '2026-03-06T12:05:00.000Z',
          signedAtInBrasilia: '06/03/2026 às 09:05:00',
          sha256: term.sha256,
          method: { label: 'Assinatura eletrônica do sistema (senha)' },
          level: { value: 'SIMPLE' },
        },
      ],
    });

    const url = document.signedFile.downloadUrl.replace('http://gateway.test/files/process', `${rig.service.url}/files`);
    const pdf = Buffer.from(await (await fetch(url)).arrayBuffer());
    expect(createHash('sha256').update(pdf).digest('hex')).toBe(document.signedFile.sha256);
    expect((await fetch(url.replace(/aud=[^&]+/, 'aud=person%3Abia'))).status).toBe(404);

    expect(codeOf(await sign(authorization))).toBe('SIGNATURE_AUTHORIZATION_USED');
    expect(codeOf(await sign(rig.authorization(claims), { idempotencyKey }))).toBe('DOCUMENT_ALREADY_SIGNED');

    const row = await rig.service.parts.connection.collection('documents').findOne({ ticketId: 't-ana', state: 'SIGNED' });
    const { code, crc } = row?.['verification'] as { code: string; crc: string };
    expect(code).toMatch(/^[0-9A-F]{32}$/);
    const written = code.toLowerCase().replace(/(.{4})/g, '$1-');
    const verified = await rig.as()(verification, { code: written });
    expect(verified.data).toEqual({
      documentVerification: {
        documentNumber: document['number'],
        crc,
        sha256: term.sha256,
        signedFileSha256: document.signedFile.sha256,
        public: false,
        file: null,
        signatures: [{ signerName: 'Ana Souza', level: { label: 'Simples' } }],
      },
    });
    expect((await rig.as()(verification, { code: '0'.repeat(32) })).data).toEqual({ documentVerification: null });
  });

  it('slows an address that tries wrong verification codes, never one that holds right ones', async () => {
    const row = await rig.service.parts.connection.collection('documents').findOne({ ticketId: 't-ana', state: 'SIGNED' });
    const { code } = row?.['verification'] as { code: string };
    const verify = (tried: string) => rig.as()<{ documentVerification: object | null }>(verification, { code: tried });
    rig.clock.advance({ hours: 2 });
    for (let round = 0; round < 35; round += 1) expect((await verify(code)).errors).toEqual([]);
    for (let round = 0; round < 30; round += 1) expect((await verify(String(round).repeat(16))).errors).toEqual([]);
    const refused = await verify(code);
    expect(refused.errors[0]?.extensions).toMatchObject({ code: 'TOO_MANY_REQUESTS', kind: 'rate-limited', retryAfterSeconds: 1 });
    rig.clock.advance({ seconds: 2 });
    expect((await verify(code)).data?.documentVerification).not.toBeNull();
    rig.clock.advance({ hours: -2, seconds: -2 });
  });

  it('tells one event and leaves one audit entry', async () => {
    const { connection } = rig.service.parts;
    expect(await connection.collection('outbox').countDocuments({ type: 'guiche.process.v1.DocumentSigned' })).toBe(1);
    const entries = await connection.collection('audit').find({ action: 'document:sign' }).toArray();
    expect(entries).toMatchObject([
      { actor: 'person:ana', entityId: term.documentId, before: 'DRAFT', after: { state: 'SIGNED', sha256: term.sha256 } },
    ]);
    assertTransactional(rig.writes, { except: writtenAlone });
  });

  it('gives the first answer again for the same idempotency key', async () => {
    const other = await rig.accredit('t-bia', 'bia');
    const authorization = rig.authorization({ sub: 'bia', document_id: other.documentId, sha256: other.sha256 });
    const input = { documentId: other.documentId, authorization, acceptTerm: true, idempotencyKey: 'bia-signs-once' };
    const answers = [];
    for (let turn = 0; turn < 2; turn += 1) answers.push(await rig.as(person('bia'))<Signed>(signDocument, { input }));
    expect(answers.map(({ data }) => data?.signDocument.replayed)).toEqual([false, true]);
    const reused = await rig.as(person('bia'))(signDocument, { input: { ...input, acceptTerm: false } });
    expect(codeOf(reused)).toBe('IDEMPOTENCY_KEY_REUSED');
  });
});
