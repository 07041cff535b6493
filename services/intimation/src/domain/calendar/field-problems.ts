import { textProblem } from '@guiche/kit/errors';
import type { FieldProblem } from '@guiche/kit/errors';

/** A number or a date beyond its limits. */
export function outOfRange(path: string, from: number | string, to: number | string): FieldProblem {
  return { path, code: 'OUT_OF_RANGE', message: { pt: `Use de ${String(from)} a ${String(to)}.`, en: `Use ${String(from)} to ${String(to)}.` } };
}

export function repeated(path: string, pt: string, en: string): FieldProblem {
  return { path, code: 'REPEATED', message: { pt, en } };
}

/** Why a change is made: must be told when it reaches into the past. */
export function reasonProblem(reason: string | null, needed: boolean): FieldProblem | undefined {
  if (reason !== null) return textProblem('reason', reason, { max: 500, multiline: true });
  if (!needed) return undefined;
  const message = {
    pt: 'A mudança alcança datas que já passaram. Informe o motivo.',
    en: 'The change reaches dates that have passed. Give the reason.',
  };
  return { path: 'reason', code: 'REQUIRED', message };
}

export function isWithin(value: number, from: number, to: number): boolean {
  return Number.isInteger(value) && value >= from && value <= to;
}
