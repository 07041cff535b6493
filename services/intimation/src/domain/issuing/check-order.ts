import type { FieldProblem } from '@guiche/kit/errors';
import type { Recipient } from '../recipients/recipient.ts';
import type { IntimationType } from '../types/intimation-type.ts';
import type { ResponseMode } from '../types/response-mode.ts';
import type { ResponseType } from '../types/response-type.ts';
import { annexLimit, recipientLimit } from './intimation-order.ts';
import type { IntimationOrder } from './intimation-order.ts';

/** What this service knows of what an order names; what it does not find is missing here. */
export interface KnownOfOrder {
  readonly type: IntimationType | undefined;
  readonly responseTypes: readonly ResponseType[];
  /** Enabled ones of the municipality. */
  readonly recipients: readonly Recipient[];
}

/** Everything wrong with an order at once, as far as this service can tell (IN-01, IN-02); process judges the rest. */
export function orderProblems(order: IntimationOrder, known: KnownOfOrder): readonly FieldProblem[] {
  return [...idProblems(order), ...annexProblems(order), ...typeProblems(order, known), ...recipientProblems(order, known)];
}

function idProblems(order: IntimationOrder): FieldProblem[] {
  return (['processId', 'documentId'] as const)
    .filter((path) => order[path].length === 0 || order[path].length > idLength)
    .map((path) => problem(path, 'UNKNOWN', 'Não existe.', 'There is no such thing.'));
}

function annexProblems({ documentId, annexDocumentIds }: IntimationOrder): FieldProblem[] {
  if (annexDocumentIds.length > annexLimit) return [outOfRange('annexDocumentIds', 0, annexLimit)];
  return annexDocumentIds.flatMap((id, index) => {
    const path = `annexDocumentIds.${String(index)}`;
    if (id.length === 0 || id.length > idLength) return [problem(path, 'UNKNOWN', 'Não existe.', 'There is no such thing.')];
    if (id === documentId || annexDocumentIds.indexOf(id) < index) {
      return [problem(path, 'REPEATED', 'Este documento já está na intimação.', 'This document is in the intimation already.')];
    }
    return [];
  });
}

function typeProblems({ responseTypeIds }: IntimationOrder, { type, responseTypes }: KnownOfOrder): FieldProblem[] {
  if (type?.active !== true) {
    return [problem('typeId', 'UNKNOWN', 'Escolha um tipo de intimação em uso.', 'Choose a type of intimation that is in use.')];
  }
  const [from, to] = optionsOf[type.responseMode];
  if (responseTypeIds.length < from || responseTypeIds.length > Math.min(to, type.responseTypeIds.length)) {
    return [problem('responseTypeIds', 'OUT_OF_RANGE', optionsInWords[type.responseMode].pt, optionsInWords[type.responseMode].en)];
  }
  return responseTypeIds.flatMap((id, index) => {
    const path = `responseTypeIds.${String(index)}`;
    if (responseTypeIds.indexOf(id) < index) return [problem(path, 'REPEATED', 'Este tipo de resposta está repetido.', 'This response type is repeated.')];
    const isOffered = type.responseTypeIds.includes(id) && responseTypes.some((found) => found.id === id && found.active);
    return isOffered ? [] : [problem(path, 'UNKNOWN', 'O tipo de intimação não oferece esta resposta.', 'The type of intimation does not offer this response.')];
  });
}

function recipientProblems({ recipientIds }: IntimationOrder, { recipients }: KnownOfOrder): FieldProblem[] {
  if (recipientIds.length < 1 || recipientIds.length > recipientLimit) return [outOfRange('recipientIds', 1, recipientLimit)];
  const enabled = new Set(recipients.map(({ id }) => id));
  const before = new Set<string>();
  return recipientIds.flatMap((id, index) => {
    const path = `recipientIds.${String(index)}`;
    if (before.has(id)) return [problem(path, 'REPEATED', 'Este destinatário está repetido.', 'This recipient is repeated.')];
    before.add(id);
    return enabled.has(id)
      ? []
      : [problem(path, 'NOT_ENABLED', 'Este destinatário não pode ser intimado por este município.', 'This recipient cannot be intimated by this municipality.')];
  });
}

/** IN-02: how many ways to answer a unit chooses. */
const optionsOf: Readonly<Record<ResponseMode, readonly [from: number, to: number]>> = {
  REQUIRED: [1, 1],
  OPTIONAL: [1, Infinity],
  NONE: [0, 0],
};

const optionsInWords: Readonly<Record<ResponseMode, { pt: string; en: string }>> = {
  REQUIRED: { pt: 'Escolha exatamente um tipo de resposta.', en: 'Choose exactly one response type.' },
  OPTIONAL: { pt: 'Escolha um ou mais dos tipos de resposta.', en: 'Choose one or more of the response types.' },
  NONE: { pt: 'Este tipo de intimação não tem resposta.', en: 'This type of intimation has no response.' },
};

const idLength = 100;

function outOfRange(path: string, from: number, to: number): FieldProblem {
  return problem(path, 'OUT_OF_RANGE', `Use de ${String(from)} a ${String(to)}.`, `Use ${String(from)} to ${String(to)}.`);
}

function problem(path: string, code: string, pt: string, en: string): FieldProblem {
  return { path, code, message: { pt, en } };
}
