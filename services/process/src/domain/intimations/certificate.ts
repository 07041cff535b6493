import { formatLocalDate, inBrasilia, localDate } from '@guiche/kit/calendar';
import type { LocalDate } from '@guiche/kit/calendar';
import { escapeHtml } from '../documents/escape-html.ts';
import { documentWith } from '../documents/document.ts';
import type { Document, DocumentFile } from '../documents/document.ts';
import type { Binding } from './binding.ts';
import type { ResponseOption } from './notice.ts';

/** Name of the certificate as a type of document (IN-14). */
export const certificateName = 'Certidão de Intimação Cumprida';

/** How and when a recipient came to be intimated, as the intimation service tells it. */
export interface Fulfilment {
  readonly kind: 'CONSULTATION' | 'TACIT';
  /** The legal date: of it everything else is counted (IN-13, section 1.15). */
  readonly on: LocalDate;
  /** When it was decided. */
  readonly at: Date;
  /** Who really opened it and when; null when the deadline passed. */
  readonly consultation: { readonly at: Date; readonly personId: string; readonly name: string } | null;
  readonly recipient: { readonly kind: 'PERSON' | 'LEGAL_ENTITY'; readonly name: string };
  readonly typeName: string;
  readonly issuedAt: Date;
  /** Last day of the tacit deadline. */
  readonly tacitOn: LocalDate;
  readonly responses: readonly ResponseOption[];
}

/** What a certificate says, in order: facts, each with its label, then the notices of the law. */
export interface Certificate {
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly notices: readonly string[];
}

export const fulfilmentKinds: Readonly<Record<Fulfilment['kind'], string>> = {
  CONSULTATION: 'Consulta Direta',
  TACIT: 'Decurso do Prazo Tácito',
};

const recipientKinds = { PERSON: 'Pessoa Física', LEGAL_ENTITY: 'Pessoa Jurídica' } as const;

/**
 * The fulfilment with somebody named everywhere. Who was released before identity told names has none here: the certificate
 * says by which account it was, for it must not stand for nobody (IN-14).
 */
export function named(fulfilment: Fulfilment, personIds: readonly string[]): Fulfilment {
  const { recipient, consultation } = fulfilment;
  return {
    ...fulfilment,
    recipient: { ...recipient, name: nameOr(recipient.name, personIds) },
    consultation: consultation === null ? null : { ...consultation, name: nameOr(consultation.name, [consultation.personId]) },
  };
}

function nameOr(name: string, personIds: readonly string[]): string {
  return name.trim() === '' ? `Usuário externo de cadastro ${personIds.join(', ')}` : name;
}

/** The facts of IN-14. The day of the consultation stands on a line of its own; if another day counts, that is said. */
export function composeCertificate(
  fulfilment: Fulfilment,
  { binding, processNumber, unit, timeZone }: { binding: Binding; processNumber: string; unit: { name: string; acronym: string }; timeZone: string },
): Certificate {
  const { kind, on, recipient, consultation } = fulfilment;
  return {
    facts: [
      ['Destinatário', recipient.name],
      ['Tipo de destinatário', recipientKinds[recipient.kind]],
      ['Processo', processNumber],
      ['Intimação', binding.number],
      ['Tipo de intimação', fulfilment.typeName],
      ['Unidade que intimou', `${unit.name} (${unit.acronym})`],
      ['Documento principal', binding.documentLabel],
      ['Anexos', binding.annexLabels.length === 0 ? 'não há' : binding.annexLabels.join('; ')],
      ['Data de expedição', `${inBrasilia(fulfilment.issuedAt)} (horário oficial de Brasília)`],
      ['Último dia do prazo tácito', formatLocalDate(fulfilment.tacitOn)],
      ['Tipo de cumprimento', kind === 'TACIT' ? `Por ${fulfilmentKinds.TACIT}` : fulfilmentKinds.CONSULTATION],
      ['Data do cumprimento', formatLocalDate(on)],
      ...(consultation === null ? [] : consultationFacts(consultation, on, timeZone)),
      ...fulfilment.responses.map(({ name, due }) => [`Prazo para "${name}"`, due === null ? 'sem prazo definido' : `até ${formatLocalDate(due.on)}, às 23:59:59`] as const),
    ],
    notices,
  };
}

/** The same as canonical content of a document: for who reads it on a screen, and for search. */
export function certificateHtml({ facts, notices: paragraphs }: Certificate): string {
  const lines = facts.map(([label, value]) => `<p><strong>${escapeHtml(label)}:</strong> ${escapeHtml(value)}</p>`);
  return [...lines, ...paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`)].join('');
}

/**
 * The certificate as a document of the process: made by the system, as restricted as the documents it names, and part of
 * the intimation, so that nobody edits or cancels it (PR-05). It is never sealed.
 */
export function certificateDocument(
  { municipalityId, processId, unitId, access, id: intimationId, number }: Binding,
  facts: { id: string; sequence: number; file: DocumentFile; at: Date },
): Document {
  const document = documentWith({ ...facts, municipalityId, processId, unitId, access, type: certificateName, title: certificateName, by: certifier });
  const bonds = [{ intimationId, number, sealed: false }];
  return { ...document, origin: 'BORN_DIGITAL', state: 'AUTHENTICATED', submittedBy: null, signatureRequests: [], bonds };
}

const certifier = { kind: 'system', id: 'intimation-saga' } as const;

/** Whether a document is a certificate, which tells by name who was intimated and when he opened it (LW-03). */
export function isCertificate({ createdBy }: Pick<Document, 'createdBy'>): boolean {
  return createdBy.kind === certifier.kind && createdBy.id === certifier.id;
}

function consultationFacts({ at, name }: NonNullable<Fulfilment['consultation']>, on: LocalDate, timeZone: string) {
  const isSameDay = localDate(at, timeZone) === on;
  const said = `${inBrasilia(at)} (horário oficial de Brasília)`;
  return [
    isSameDay
      ? (['Data e horário da consulta', said] as const)
      : (['Data real da consulta, em dia não útil', `${said}; considerada no primeiro dia útil seguinte, a data do cumprimento`] as const),
    ['Usuário responsável pela consulta', name] as const,
  ];
}

const notices: readonly string[] = [
  'Certifica-se que o destinatário acima foi intimado por meio eletrônico, na forma do art. 5º da Lei nº 11.419/2006 e do ato que regula o processo eletrônico no município.',
  'Considera-se realizada a intimação na data do cumprimento: no dia da consulta ao documento principal ou a um dos anexos ou, se esse dia não for útil, no primeiro dia útil seguinte; sem consulta, no término do prazo tácito.',
  'Os prazos contam-se a partir da data do cumprimento, excluído o dia do começo e incluído o do vencimento, e são tempestivos os atos praticados até as 23:59:59 do último dia, pelo horário oficial de Brasília.',
  'A validade da intimação não depende do recebimento de mensagens por correio eletrônico.',
];
