import type { MatrixRow } from '@guiche/kit/testing';
import { campinasMask } from '../rig.ts';
import { administrators, everybody, onlyFor, scopeless } from './callers.ts';
import type { Caller } from './callers.ts';

/** Catalogues, numbers and settings. */
export const settingRows = (): Record<string, MatrixRow<Caller>> => ({
  'Query.processTypes': {
    send: (ask) => ask('{ processTypes(municipalityId: "campinas") { edges { node { key } } } }'),
    answers: { ...everybody('ok'), appWithoutScope: 'MISSING_SCOPE', ...scopeless },
  },
  'Query.documentTypes': {
    send: (ask) => ask('{ documentTypes(municipalityId: "campinas") { edges { node { key } } } }'),
    answers: { ...everybody('ok'), appWithoutScope: 'MISSING_SCOPE', ...scopeless },
  },
  'Query.legalHypotheses': {
    send: (ask) => ask('{ legalHypotheses(municipalityId: "campinas") { edges { node { key } } } }'),
    answers: { ...everybody('ok'), appWithoutScope: 'MISSING_SCOPE', ...scopeless },
  },
  'Query.processNumbering': {
    send: (ask) => ask('{ processNumbering(municipalityId: "campinas") { mask } }'),
    answers: onlyFor(administrators, 'MUNICIPALITY_NOT_FOUND'),
  },
  'Query.previewProcessNumber': {
    send: (ask) =>
      ask('query($input: PreviewProcessNumberInput!) { previewProcessNumber(input: $input) { example } }', {
        input: { municipalityId: 'campinas', mask: campinasMask },
      }),
    answers: onlyFor(administrators, 'MUNICIPALITY_NOT_FOUND'),
  },
  'Query.checkProcessNumber': {
    send: (ask) => ask('{ checkProcessNumber(municipalityId: "campinas", number: "PMC.2021.00035498-55") { result { value } } }'),
    answers: { ...everybody('ok'), appWithoutScope: 'MISSING_SCOPE', ...scopeless },
  },
  'Query.accreditationDossiers': {
    send: (ask) => ask('{ accreditationDossiers(municipalityId: "campinas") { edges { node { id } } } }'),
    answers: onlyFor(administrators, 'MUNICIPALITY_NOT_FOUND'),
  },
  'Query.processRules': {
    send: (ask) => ask('{ processRules(municipalityId: "campinas") { unsignedDocumentsForbidConclusion } }'),
    answers: onlyFor(administrators, 'MUNICIPALITY_NOT_FOUND'),
  },
  'Mutation.configureProcessRules': {
    send: (ask) =>
      ask('mutation($input: ConfigureProcessRulesInput!) { configureProcessRules(input: $input) { replayed } }', {
        input: { municipalityId: 'campinas', unsignedDocumentsForbidConclusion: false },
      }),
    answers: onlyFor(administrators, 'MUNICIPALITY_NOT_FOUND'),
  },
  'Mutation.configureProcessNumbering': {
    send: (ask) =>
      ask('mutation($input: ConfigureProcessNumberingInput!) { configureProcessNumbering(input: $input) { replayed } }', {
        input: { municipalityId: 'campinas', mask: campinasMask },
      }),
    answers: onlyFor(administrators, 'MUNICIPALITY_NOT_FOUND'),
  },
  'Query.previewTemplate': {
    send: (ask) => ask('{ previewTemplate(municipalityId: "campinas", template: "<p>{{ano}}</p>") { content } }'),
    answers: onlyFor(administrators, 'MUNICIPALITY_NOT_FOUND'),
  },
  'Mutation.configureProcessType': {
    send: (ask) =>
      ask('mutation($input: ConfigureProcessTypeInput!) { configureProcessType(input: $input) { replayed } }', {
        input: { municipalityId: 'campinas', key: 'alvara', name: 'Alvará', accessLevels: ['PUBLIC'] },
      }),
    answers: onlyFor(administrators, 'MUNICIPALITY_NOT_FOUND'),
  },
  'Mutation.configureDocumentType': {
    send: (ask) =>
      ask('mutation($input: ConfigureDocumentTypeInput!) { configureDocumentType(input: $input) { replayed } }', {
        input: { municipalityId: 'campinas', key: 'planta', name: 'Planta', makings: ['UPLOAD'] },
      }),
    answers: onlyFor(administrators, 'MUNICIPALITY_NOT_FOUND'),
  },
  'Mutation.configureLegalHypothesis': {
    send: (ask) =>
      ask('mutation($input: ConfigureLegalHypothesisInput!) { configureLegalHypothesis(input: $input) { replayed } }', {
        input: { municipalityId: 'campinas', key: 'sigilo', name: 'Sigilo', legalBasis: 'Lei nº 1', accessLevel: 'SECRET' },
      }),
    answers: onlyFor(administrators, 'MUNICIPALITY_NOT_FOUND'),
  },
  'Mutation.configureLetterhead': {
    send: (ask) =>
      ask('mutation($input: ConfigureLetterheadInput!) { configureLetterhead(input: $input) { replayed } }', {
        input: { municipalityId: 'campinas', lines: ['Avenida Anchieta, 200'] },
      }),
    answers: onlyFor(administrators, 'MUNICIPALITY_NOT_FOUND'),
  },
});
