/** Petitions that a city offers on a fresh installation (PT-10), with the types of process and document they need. */
export interface PetitionCatalogue {
  readonly processTypes: readonly { readonly key: string; readonly name: string; readonly accessLevels: readonly string[]; readonly subjects: readonly string[] }[];
  readonly documentTypes: readonly { readonly key: string; readonly name: string; readonly forcedAccessLevel?: string; readonly forcedLegalHypothesisKey?: string }[];
  readonly petitionTypes: readonly {
    readonly key: string;
    readonly name: string;
    readonly guidance: string;
    readonly unit: string;
    readonly essentialTypeKeys: readonly string[];
    readonly complementaryTypeKeys: readonly string[];
    readonly takesOtherParties: boolean;
  }[];
}

const proofOfAddress = {
  key: 'comprovante-de-endereco',
  name: 'Comprovante de endereço',
  forcedAccessLevel: 'RESTRICTED',
  forcedLegalHypothesisKey: 'informacao-pessoal',
};

/** Its type of process is one every city starts with. */
const generalRequest = {
  key: 'general-request',
  name: 'Requerimento geral',
  guidance: 'Para pedidos que não têm um formulário próprio. Diga o que precisa e por quê, e junte o documento de identificação e o comprovante de endereço.',
  unit: 'protocolo-geral',
  essentialTypeKeys: ['documento-pessoal', proofOfAddress.key],
  complementaryTypeKeys: ['comprovante', 'declaracao', 'anexo'],
  takesOtherParties: true,
};

/** By the city's id; a city that is not here offers none until its administrators configure them. */
export const petitionCatalogues: Readonly<Record<string, PetitionCatalogue>> = {
  campinas: {
    processTypes: [{ key: 'tree-pruning', name: 'Poda de árvore', accessLevels: ['PUBLIC', 'RESTRICTED'], subjects: ['Meio ambiente: arborização urbana'] }],
    documentTypes: [proofOfAddress, { key: 'foto-do-local', name: 'Foto do local' }],
    petitionTypes: [
      generalRequest,
      {
        key: 'tree-pruning',
        name: 'Poda de árvore',
        guidance: 'Para a poda ou a retirada de árvore em calçada, praça ou outro lugar público. Diga o endereço, o que a árvore põe em risco, e junte uma foto do local.',
        unit: 'protocolo-geral',
        essentialTypeKeys: ['documento-pessoal', 'foto-do-local'],
        complementaryTypeKeys: ['comprovante', 'anexo'],
        takesOtherParties: false,
      },
    ],
  },
  rio: {
    processTypes: [{ key: 'certificate', name: 'Pedido de certidão', accessLevels: ['PUBLIC', 'RESTRICTED'], subjects: ['Certidões e cópias'] }],
    documentTypes: [proofOfAddress],
    petitionTypes: [
      generalRequest,
      {
        key: 'certificate',
        name: 'Pedido de certidão',
        guidance: 'Para pedir certidão de atos ou processos do Estado. Diga de que ato ou processo e para que fim.',
        unit: 'protocolo-geral',
        essentialTypeKeys: ['documento-pessoal'],
        complementaryTypeKeys: ['comprovante', 'anexo'],
        takesOtherParties: false,
      },
    ],
  },
  treinamento: { processTypes: [], documentTypes: [proofOfAddress], petitionTypes: [generalRequest] },
};
