import type { MatrixRow } from '@guiche/kit/testing';
import { unitId } from '../rig.ts';
import { administrators, everybody, noApp, onlyFor, scopeless } from './callers.ts';
import type { Caller } from './callers.ts';
import type { MatrixWorld } from './matrix-world.ts';
import { reference } from './reference.ts';

/** Petitions, what is on offer, and their rules. */
export const petitionRows = ({ petitionId }: MatrixWorld): Record<string, MatrixRow<Caller>> => ({
  'Query.petitionTypes': {
    send: (ask) => ask('{ petitionTypes(municipalityId: "campinas") { edges { node { key } } } }'),
    answers: { ...everybody('empty'), appWithoutScope: 'MISSING_SCOPE', ...scopeless },
  },
  'Query.petitionRules': {
    send: (ask) => ask('{ petitionRules(municipalityId: "campinas") { takesIntercurrent } }'),
    answers: { ...everybody('ok'), appWithoutScope: 'MISSING_SCOPE', ...scopeless },
  },
  'Query.petition': {
    send: (ask) => ask('query($id: ID!) { petition(petitionId: $id) { id } }', { id: petitionId }),
    answers: onlyFor(['citizenA', 'appForAWithScope'], 'PETITION_NOT_FOUND', scopeless),
  },
  'Query.myPetitions': {
    send: (ask) => ask('{ myPetitions { edges { node { id } } } }'),
    answers: onlyFor(['citizenA', 'appForAWithScope'], 'FORBIDDEN', { ...scopeless, citizenB: 'empty', appForAOfOtherCity: 'empty' }),
  },
  'Query.previewPetition': {
    send: (ask) => ask('query($id: ID!) { previewPetition(petitionId: $id) { missing } }', { id: petitionId }),
    answers: onlyFor(['citizenA', 'appForAWithScope'], 'PETITION_NOT_FOUND', scopeless),
  },
  'Mutation.startPetition': {
    send: (ask) => ask('mutation($input: StartPetitionInput!) { startPetition(input: $input) { replayed } }', { input: { municipalityId: 'campinas' } }),
    answers: { ...onlyFor([], 'MUNICIPALITY_NOT_FOUND'), ...noApp, citizenA: 'PETITION_TARGET_UNCLEAR', citizenB: 'PETITION_TARGET_UNCLEAR' },
  },
  'Mutation.editPetition': {
    send: (ask) => ask('mutation($input: EditPetitionInput!) { editPetition(input: $input) { replayed } }', { input: { petitionId, expectedVersion: 99 } }),
    answers: { ...onlyFor([], 'PETITION_NOT_FOUND'), ...noApp, citizenA: 'STALE_VERSION' },
  },
  'Mutation.addPetitionDocument': {
    send: (ask) =>
      ask('mutation($input: AddPetitionDocumentInput!) { addPetitionDocument(input: $input) { replayed } }', {
        input: { petitionId, role: 'COMPLEMENTARY', typeKey: 'anexo', uploadId: 'none' },
      }),
    answers: { ...onlyFor([], 'PETITION_NOT_FOUND'), ...noApp, citizenA: 'UPLOAD_NOT_FOUND' },
  },
  'Mutation.writePetitionDocument': {
    send: (ask) =>
      ask('mutation($input: WritePetitionDocumentInput!) { writePetitionDocument(input: $input) { replayed } }', {
        input: { petitionId, role: 'COMPLEMENTARY', typeKey: 'requerimento', content: '<p>x</p>', expectedVersion: 99 },
      }),
    answers: { ...onlyFor([], 'PETITION_NOT_FOUND'), ...noApp, citizenA: 'STALE_VERSION' },
  },
  'Mutation.removePetitionDocument': {
    send: (ask) =>
      ask('mutation($input: RemovePetitionDocumentInput!) { removePetitionDocument(input: $input) { replayed } }', { input: { petitionId, itemId: 'none' } }),
    answers: { ...onlyFor([], 'PETITION_NOT_FOUND'), ...noApp, citizenA: 'PETITION_DOCUMENT_NOT_FOUND' },
  },
  'Mutation.discardPetition': {
    send: (ask, caller) => ask('mutation($input: DiscardPetitionInput!) { discardPetition(input: $input) { replayed } }', { input: { petitionId: caller === 'citizenA' ? 'none' : petitionId } }),
    answers: { ...onlyFor([], 'PETITION_NOT_FOUND'), ...noApp },
  },
  'Mutation.filePetition': {
    send: (ask) =>
      ask('mutation($input: FilePetitionInput!) { filePetition(input: $input) { replayed } }', {
        input: { petitionId, authorization: 'x', acceptTerm: true, role: 'Cidadã' },
      }),
    answers: { ...onlyFor([], 'PETITION_NOT_FOUND'), ...noApp, citizenA: 'PETITION_INCOMPLETE' },
  },
  'Mutation.configurePetitionType': {
    send: (ask) =>
      ask('mutation($input: ConfigurePetitionTypeInput!) { configurePetitionType(input: $input) { replayed } }', {
        input: {
          municipalityId: 'campinas', key: 'complaint', name: 'x', guidance: 'x', unitIds: [unitId], principalTypeKey: 'requerimento', principalMaking: 'EDITOR', active: false,
        },
      }),
    answers: onlyFor(administrators, 'MUNICIPALITY_NOT_FOUND'),
  },
  'Mutation.configurePetitionRules': {
    send: (ask) =>
      ask('mutation($input: ConfigurePetitionRulesInput!) { configurePetitionRules(input: $input) { replayed } }', {
        input: { municipalityId: 'campinas', principalLimitBytes: 20971520, otherLimitBytes: 20971520, relatedTypeKey: 'general-request' },
      }),
    answers: onlyFor(administrators, 'MUNICIPALITY_NOT_FOUND'),
  },
  '_entities Petition': {
    send: reference('Petition', petitionId, 'specification'),
    answers: { ...onlyFor(['citizenA', 'appForAWithScope'], 'null'), anonymous: 'null' },
  },
});
