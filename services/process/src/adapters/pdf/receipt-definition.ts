import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { inBrasilia } from '@guiche/kit/calendar';
import { formatCnpj, maskCpf } from '@guiche/kit/registry-numbers';
import type { PetitionRole } from '../../domain/petitions/petition.ts';
import type { PrintedReceipt } from '../../use-cases/petitions/ports.ts';
import { fontFor } from './font-for.ts';
import { letterheadContent } from './letterhead-content.ts';
import { pageFooter } from './page-footer.ts';

const title = 'Recibo Eletrônico de Protocolo';
const kinds = { NEW_PROCESS: 'Processo Novo', INTERCURRENT: 'Intercorrente', RESPONSE: 'Resposta a Intimação' } as const;

/**
 * What the petitioner holds in hand: who, when, what, where, each document by section, and the fixed notices (PT-02).
 * Of a public process it is public: of a CPF it shows what anybody may see (LW-03).
 */
export function receiptDefinition(receipt: PrintedReceipt): TDocumentDefinitions {
  const { municipality, letterhead, number, kind, response, processNumber, relatedProcessNumber, unit, signerName, role, filedAt, parties } = receipt;
  const facts: readonly (readonly [string, string])[] = [
    ['Usuário externo (signatário)', `${signerName}, ${role}`],
    ['Data e horário', `${inBrasilia(filedAt)} (horário oficial de Brasília)`],
    ['Tipo de peticionamento', kinds[kind]],
    ...(response === null ? [] : [['Intimação', response.intimationNumber] as const, ['Tipo de resposta', response.responseTypeName] as const]),
    ['Número do processo', processNumber],
    ...(relatedProcessNumber === null ? [] : [['Processo relacionado', relatedProcessNumber] as const]),
    ['Unidade', `${unit.name} (${unit.acronym})`],
    ...parties.map(({ name, document }) => ['Interessado', `${name}, ${document.length === 11 ? maskCpf(document) : formatCnpj(document)}`] as const),
  ];
  return {
    info: { title: `${title} ${number}`, author: municipality.name, creator: 'Guichê', creationDate: filedAt },
    language: 'pt-BR',
    content: [
      ...letterheadContent({ name: municipality.name, lines: letterhead?.lines ?? [`${municipality.city} - ${municipality.state}`] }),
      { text: title.toUpperCase(), alignment: 'center', bold: true, fontSize: 14, margin: [0, 18, 0, 14] },
      ...facts.map(([label, value]): Content => ({ text: [{ text: `${label}: `, bold: true }, { text: value, font: fontFor(value) }], margin: [0, 0, 0, 3] })),
      { text: 'Protocolos dos documentos (número)', bold: true, margin: [0, 12, 0, 6] },
      ...sections(receipt),
      { text: '', margin: [0, 6, 0, 0] },
      ...notices.map((text): Content => ({ text, alignment: 'justify', fontSize: 9.5, margin: [0, 0, 0, 5] })),
    ],
    footer: pageFooter({ processNumber, documentNumber: number }),
  };
}

const sectionNames: readonly (readonly [PetitionRole, string])[] = [
  ['PRINCIPAL', 'Documento principal'],
  ['ESSENTIAL', 'Documentos essenciais'],
  ['COMPLEMENTARY', 'Documentos complementares'],
];

function sections({ papers }: PrintedReceipt): Content[] {
  return sectionNames.flatMap(([role, name]): Content[] => {
    const rows = papers.filter((paper) => paper.role === role);
    if (rows.length === 0) return [];
    return [
      { text: name, italics: true, margin: [0, 4, 0, 3] },
      {
        table: {
          headerRows: 0,
          widths: ['*', 60],
          body: rows.map((paper) => [
            { stack: [{ text: paper.title, font: fontFor(paper.title) }, { text: `SHA-256 ${paper.sha256}`, fontSize: 7, color: '#555555' }] },
            { text: paper.number, alignment: 'right' },
          ]),
        },
        layout: 'lightHorizontalLines',
      },
    ];
  });
}

const notices: readonly string[] = [
  'O ato processual considera-se realizado no dia e na hora do recebimento indicados neste recibo e é tempestivo até as 23:59:59 do último dia do prazo, pelo horário oficial de Brasília.',
  'Os documentos nato-digitais foram assinados e os digitalizados foram declarados conformes aos originais pelo signatário, sob as penas da lei. Os originais dos documentos digitalizados devem ser guardados e apresentados quando exigidos.',
  'O signatário acompanha o processo e as intimações pelo sistema, que deve consultar regularmente. O andamento pode ser conferido pelo número do processo.',
];
