import type { DocumentType } from './document-type.ts';
import type { LegalHypothesis } from './legal-hypothesis.ts';
import { accreditationTypeKey } from './process-type.ts';
import type { ProcessType } from './process-type.ts';

export interface Catalogue {
  readonly processTypes: readonly ProcessType[];
  readonly documentTypes: readonly DocumentType[];
  readonly legalHypotheses: readonly LegalHypothesis[];
}

/** What every municipality starts with; its administrators change and add to it. */
export function startingCatalogue(municipalityId: string): Catalogue {
  const at = { municipalityId, active: true, version: 1 } as const;
  return {
    processTypes: processTypes.map((type) => ({ ...at, ...ordinaryProcess, ...type })),
    documentTypes: documentTypes.map((type) => ({ ...at, ...ordinaryDocument, ...type })),
    legalHypotheses: legalHypotheses.map((hypothesis) => ({ ...at, ...hypothesis })),
  };
}

const ordinaryProcess = {
  openableByStaff: true,
  accessLevels: ['PUBLIC', 'RESTRICTED'],
  legalHypothesisKey: null,
  unitIds: [],
  subjects: [],
  acceptsIntercurrent: true,
} satisfies Partial<ProcessType>;

const processTypes: readonly (Pick<ProcessType, 'key' | 'name'> & Partial<ProcessType>)[] = [
  {
    key: accreditationTypeKey,
    name: 'Credenciamento de Usuário Externo',
    openableByStaff: false,
    accessLevels: ['RESTRICTED'],
    legalHypothesisKey: 'informacao-pessoal',
    acceptsIntercurrent: false,
  },
  { key: 'general-request', name: 'Requerimento geral' },
  { key: 'complaint', name: 'Reclamação sobre serviço público' },
  { key: 'procurement', name: 'Contratação' },
  { key: 'personnel', name: 'Gestão de pessoas', accessLevels: ['RESTRICTED', 'PUBLIC'], legalHypothesisKey: 'informacao-pessoal' },
  { key: 'disciplinary', name: 'Apuração disciplinar', accessLevels: ['SECRET', 'RESTRICTED'], acceptsIntercurrent: false },
];

const ordinaryDocument = {
  makings: ['EDITOR'],
  template: null,
  forcedAccess: null,
  inPetitions: false,
  inIntimations: false,
} satisfies Partial<DocumentType>;

const documentTypes: readonly (Pick<DocumentType, 'key' | 'name'> & Partial<DocumentType>)[] = [
  { key: 'despacho', name: 'Despacho', inIntimations: true },
  { key: 'oficio', name: 'Ofício', inIntimations: true },
  { key: 'memorando', name: 'Memorando' },
  { key: 'parecer', name: 'Parecer', inIntimations: true },
  { key: 'decisao', name: 'Decisão', inIntimations: true },
  { key: 'notificacao', name: 'Notificação', inIntimations: true },
  { key: 'intimacao', name: 'Intimação', inIntimations: true },
  { key: 'requerimento', name: 'Requerimento', makings: ['EDITOR', 'UPLOAD'], inPetitions: true },
  { key: 'declaracao', name: 'Declaração', makings: ['EDITOR', 'UPLOAD'], inPetitions: true },
  { key: 'comprovante', name: 'Comprovante', makings: ['UPLOAD'], inPetitions: true },
  {
    key: 'documento-pessoal',
    name: 'Documento de identificação',
    makings: ['UPLOAD'],
    inPetitions: true,
    forcedAccess: { accessLevel: 'RESTRICTED', legalHypothesisKey: 'informacao-pessoal' },
  },
  { key: 'anexo', name: 'Anexo', makings: ['UPLOAD'], inPetitions: true },
];

const legalHypotheses: readonly Pick<LegalHypothesis, 'key' | 'name' | 'legalBasis' | 'accessLevel'>[] = [
  { key: 'informacao-pessoal', name: 'Informação Pessoal', legalBasis: 'Art. 31 da Lei nº 12.527/2011', accessLevel: 'RESTRICTED' },
  { key: 'documento-preparatorio', name: 'Documento Preparatório', legalBasis: 'Art. 7º, § 3º, da Lei nº 12.527/2011', accessLevel: 'RESTRICTED' },
  { key: 'sigilo-fiscal', name: 'Sigilo Fiscal', legalBasis: 'Art. 198 do Código Tributário Nacional', accessLevel: 'RESTRICTED' },
  { key: 'direito-autoral', name: 'Direito Autoral', legalBasis: 'Art. 24, III, da Lei nº 9.610/1998', accessLevel: 'RESTRICTED' },
  { key: 'segredo-industrial', name: 'Segredo Industrial', legalBasis: 'Art. 195, XIV, da Lei nº 9.279/1996', accessLevel: 'RESTRICTED' },
  { key: 'segredo-de-justica', name: 'Segredo de Justiça', legalBasis: 'Art. 189 do Código de Processo Civil', accessLevel: 'SECRET' },
  { key: 'procedimento-disciplinar', name: 'Procedimento Disciplinar', legalBasis: 'Art. 22 da Lei nº 12.527/2011', accessLevel: 'SECRET' },
];
