import type { MatrixRow } from '@guiche/kit/testing';
import { unitId } from '../rig.ts';
import { everybody, noApp, onlyFor, scopeless, staffCallers } from './callers.ts';
import type { Caller } from './callers.ts';
import type { MatrixWorld } from './matrix-world.ts';

/** Signatures, requests for them, blocks, verification. */
export const signatureRows = ({ term, submittedId, blockId }: MatrixWorld): Record<string, MatrixRow<Caller>> => ({
  'Query.documentVerification': {
    send: (ask) => ask('{ documentVerification(code: "0000") { crc } }'),
    answers: { ...everybody('null'), appWithoutScope: 'MISSING_SCOPE', ...scopeless },
  },
  'Mutation.signDocument': {
    // Whoever may read the Term gets as far as the authorization, which is not right.
    send: (ask) =>
      ask('mutation($input: SignDocumentInput!) { signDocument(input: $input) { replayed } }', {
        input: { documentId: term.documentId, authorization: 'x', acceptTerm: true },
      }),
    answers: {
      ...onlyFor([], 'DOCUMENT_NOT_FOUND'),
      citizenA: 'SIGNATURE_AUTHORIZATION_INVALID',
      appForAWithScope: 'MISSING_SCOPE',
      appForAWithoutScope: 'MISSING_SCOPE',
      appForAOfOtherCity: 'MISSING_SCOPE',
    },
  },
  'Query.documentVerificationByNumber': {
    send: (ask) => ask('{ documentVerificationByNumber(municipalityId: "campinas", verifier: "0000001", crc: "FFFFFFFF") { crc } }'),
    answers: { ...everybody('null'), appWithoutScope: 'MISSING_SCOPE', ...scopeless },
  },
  'Query.signingBlocks': {
    send: (ask) => ask('query($unit: ID!) { signingBlocks(unitId: $unit) { edges { node { id } } } }', { unit: unitId }),
    answers: onlyFor(['clerkOfUnit'], 'UNIT_NOT_FOUND'),
  },
  'Mutation.createSigningBlock': {
    send: (ask) => ask('mutation($unit: ID!) { createSigningBlock(input: { unitId: $unit, description: "x" }) { replayed } }', { unit: unitId }),
    answers: onlyFor(['clerkOfUnit'], 'UNIT_NOT_FOUND'),
  },
  'Mutation.changeSigningBlock': {
    send: (ask) => ask('mutation($id: ID!) { changeSigningBlock(input: { blockId: $id, expectedVersion: 99 }) { replayed } }', { id: blockId }),
    answers: onlyFor([], 'SIGNING_BLOCK_NOT_FOUND', { clerkOfUnit: 'STALE_VERSION' }),
  },
  'Mutation.offerSigningBlock': {
    send: (ask) => ask('mutation($id: ID!) { offerSigningBlock(input: { blockId: $id, toUnitIds: [], expectedVersion: 99 }) { replayed } }', { id: blockId }),
    answers: onlyFor([], 'SIGNING_BLOCK_NOT_FOUND', { clerkOfUnit: 'STALE_VERSION' }),
  },
  'Mutation.returnSigningBlock': {
    send: (ask) => ask('mutation($id: ID!, $unit: ID!) { returnSigningBlock(input: { blockId: $id, unitId: $unit }) { replayed } }', { id: blockId, unit: unitId }),
    answers: onlyFor([], 'SIGNING_BLOCK_NOT_FOUND', { clerkOfUnit: 'SIGNING_BLOCK_NOT_OFFERED' }),
  },
  'Mutation.signBlockDocuments': {
    // Every document is judged by itself, as by signDocument: the answer is a list of refusals.
    send: (ask) =>
      ask('mutation($id: ID!) { signBlockDocuments(input: { documents: [{ documentId: $id, authorization: "x" }], acceptTerm: true }) { results { refusal { code } } } }', {
        id: term.documentId,
      }),
    answers: everybody('ok'),
  },
  'Query.mySignatureRequests': {
    send: (ask) => ask('{ mySignatureRequests { edges { node { id } } } }'),
    answers: {
      ...onlyFor(['citizenA', 'citizenB', 'appForAWithScope'], 'FORBIDDEN', { ...scopeless, appForAOfOtherCity: 'empty' }),
      ...Object.fromEntries(staffCallers.map((name) => [name, 'empty'])),
    },
  },
  'Mutation.requestSignature': {
    send: (ask) =>
      ask('mutation($input: RequestSignatureInput!) { requestSignature(input: $input) { replayed } }', {
        input: { documentId: term.documentId, unitId, personId: 'citizen-a' },
      }),
    answers: onlyFor([], 'DOCUMENT_NOT_FOUND', { clerkOfUnit: 'PERSON_NOT_RELEASED' }),
  },
  'Mutation.refuseSignature': {
    send: (ask) =>
      ask('mutation($input: RefuseSignatureInput!) { refuseSignature(input: $input) { replayed } }', {
        input: { documentId: term.documentId, requestId: term.documentId, reason: ' ' },
      }),
    answers: onlyFor([], 'SIGNATURE_REQUEST_NOT_FOUND', { citizenA: 'INVALID_INPUT', ...noApp }),
  },
  'Mutation.cancelSignatureRequest': {
    send: (ask) =>
      ask('mutation($input: CancelSignatureRequestInput!) { cancelSignatureRequest(input: $input) { replayed } }', {
        input: { documentId: term.documentId, requestId: 'none', unitId, reason: 'x' },
      }),
    answers: onlyFor([], 'DOCUMENT_NOT_FOUND', { clerkOfUnit: 'SIGNATURE_REQUEST_NOT_FOUND' }),
  },
  'Mutation.noteDocumentViewed': {
    send: (ask) =>
      ask('mutation($input: NoteDocumentViewedInput!) { noteDocumentViewed(input: $input) { replayed } }', { input: { documentId: submittedId } }),
    answers: onlyFor(['citizenA', 'clerkOfUnit'], 'DOCUMENT_NOT_FOUND', noApp),
  },
  'Mutation.authenticateDocument': {
    // Whoever may compare a copy gets as far as the authorization, which is not right.
    send: (ask) =>
      ask('mutation($input: AuthenticateDocumentInput!) { authenticateDocument(input: $input) { replayed } }', {
        input: { documentId: submittedId, unitId, authorization: 'x', acceptTerm: true },
      }),
    answers: onlyFor([], 'DOCUMENT_NOT_FOUND', { clerkOfUnit: 'SIGNATURE_AUTHORIZATION_INVALID' }),
  },
  'Query.signatureLevels': {
    send: (ask) => ask('{ signatureLevels(municipalityId: "campinas") { version } }'),
    answers: { ...everybody('ok'), appWithoutScope: 'MISSING_SCOPE', ...scopeless },
  },
  'Mutation.configureSignatureLevels': {
    send: (ask) =>
      ask('mutation($input: ConfigureSignatureLevelsInput!) { configureSignatureLevels(input: $input) { replayed } }', {
        input: { municipalityId: 'campinas', acts: [], expectedVersion: 99 },
      }),
    answers: onlyFor([], 'MUNICIPALITY_NOT_FOUND', { administrator: 'STALE_VERSION' }),
  },
});
