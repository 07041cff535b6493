import type { LocalDate } from '@guiche/kit/calendar';
import { textProblem } from '@guiche/kit/errors';
import type { FieldProblem } from '@guiche/kit/errors';
import type { NoticeStatus } from '../issuing/notice-status.ts';
import { nameWords } from '../recipients/name-words.ts';

/** Days from one to another, both included; open where null. */
export interface Period {
  readonly from: LocalDate | null;
  readonly until: LocalDate | null;
}

/** What a report of issued notices (Intimações Eletrônicas, IN-23) is asked for; null where anything will do. */
export interface ReportSearch {
  /** Any of these; all of them without one (IN-22, "Todas"). */
  readonly statuses: readonly NoticeStatus[];
  /** Only those that were to be answered and were not (IN-21). */
  readonly overdueOnly: boolean;
  readonly typeId: string | null;
  readonly unitId: string | null;
  readonly processId: string | null;
  /** Beginnings of words of the recipient's name, whatever case and accents. */
  readonly recipientName: string | null;
  /** By day of issue (data da geração). */
  readonly issued: Period;
  /** By legal date of fulfilment (data de cumprimento). */
  readonly fulfilled: Period;
  /** By last day: the tacit date while pending, then the last one to answer. */
  readonly due: Period;
}

/** Whose rows somebody sees: of some units, or of all of the city where `unitIds` is null. */
export interface ReportScope {
  readonly municipalityId: string;
  readonly unitIds: readonly string[] | null;
  /** Who looks: what is confided to somebody else is left out. */
  readonly staffId: string;
}

const nameLength = 100;
const idLength = 100;

/** Everything wrong with a search at once; paths are those of the filter. */
export function searchProblems(search: ReportSearch): readonly FieldProblem[] {
  return [...nameProblems(search), ...idProblems(search), ...(['issued', 'fulfilled', 'due'] as const).flatMap((path) => periodProblems(path, search[path]))];
}

function nameProblems({ recipientName }: ReportSearch): FieldProblem[] {
  if (recipientName === null) return [];
  const path = 'filter.recipientName';
  const problem = textProblem(path, recipientName, { max: nameLength });
  if (problem !== undefined) return [problem];
  const message = { pt: 'Use ao menos uma letra ou um número.', en: 'Use at least one letter or number.' };
  return nameWords(recipientName).length === 0 ? [{ path, code: 'REQUIRED', message }] : [];
}

function idProblems(search: ReportSearch): FieldProblem[] {
  const message = { pt: 'Não existe.', en: 'There is no such thing.' };
  return (['typeId', 'unitId', 'processId'] as const).flatMap((name) => {
    const id = search[name];
    return id !== null && (id.length === 0 || id.length > idLength) ? [{ path: `filter.${name}`, code: 'UNKNOWN', message }] : [];
  });
}

function periodProblems(path: string, { from, until }: Period): FieldProblem[] {
  if (from === null || until === null || from <= until) return [];
  const message = { pt: 'O fim do período vem antes do início.', en: 'The period ends before it begins.' };
  return [{ path: `filter.${path}.until`, code: 'OUT_OF_RANGE', message }];
}
