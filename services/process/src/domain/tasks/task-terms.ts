import { addDays, atLocalTime, endOfLocalDay } from '@guiche/kit/calendar';
import { textProblem } from '@guiche/kit/errors';
import type { FieldProblem } from '@guiche/kit/errors';
import { attachmentLimit } from './task-answer.ts';
import type { TaskKind } from './task.ts';

/** What a unit types to ask for something. */
export interface TaskTerms {
  readonly kind: TaskKind;
  readonly instructions: string;
  readonly dueOn: string;
  readonly requirements: readonly { readonly typeKey: string; readonly minimum: number }[];
  readonly documentId: string | null;
}

const longestDays = 365;
/** Days before the due date, and hour of the day, of the reminder. */
const reminderDays = 2;
const reminderHour = 7;

/** Everything that is wrong with what a unit asks for; `today` is the day of the municipality. */
export function termsProblems({ kind, instructions, dueOn, requirements, documentId }: TaskTerms, today: string): FieldProblem[] {
  const types = requirements.map(({ typeKey }) => typeKey);
  const total = requirements.reduce((sum, { minimum }) => sum + minimum, 0);
  const most = String(attachmentLimit);
  return [
    textProblem('instructions', instructions, { max: 2000, multiline: true }),
    dueProblem(dueOn, today),
    requirements.some(({ minimum }) => minimum < 1) || total > attachmentLimit
      ? problem('requirements', 'OUT_OF_RANGE', `Exija ao menos 1 documento de cada tipo e ${most} no total.`, `Require at least 1 document of each type and ${most} in all.`)
      : undefined,
    new Set(types).size < types.length
      ? problem('requirements', 'DUPLICATE', 'Cada tipo de documento aparece uma vez; use a quantidade mínima.', 'Each document type stands once; use the minimum count.')
      : undefined,
    kind === 'SIGN' && documentId === null
      ? problem('documentId', 'REQUIRED', 'Escolha o documento a assinar.', 'Choose the document to sign.')
      : undefined,
    kind !== 'SIGN' && documentId !== null
      ? problem('documentId', 'NOT_ALLOWED', 'Só uma pendência de assinatura tem documento a assinar.', 'Only a task to sign has a document to sign.')
      : undefined,
  ].filter((found) => found !== undefined);
}

/** A due date is today at the earliest, and a year from now at the latest. */
export function dueProblem(dueOn: string, today: string): FieldProblem | undefined {
  if (dueOn >= today && dueOn <= addDays(today, longestDays)) return undefined;
  return problem('dueOn', 'OUT_OF_RANGE', 'O prazo vai de hoje até um ano.', 'The due date is from today to a year from now.');
}

/** The last instant of the due date, 23:59:59 of the city, and when to remind; null when that time is over. */
export function datesOf(dueOn: string, { now, timeZone }: { now: Date; timeZone: string }): { dueAt: Date; remindAt: Date | null } {
  const remindAt = atLocalTime(addDays(dueOn, -reminderDays), { hour: reminderHour }, timeZone);
  return { dueAt: endOfLocalDay(dueOn, timeZone), remindAt: remindAt > now ? remindAt : null };
}

function problem(path: string, code: string, pt: string, en: string): FieldProblem {
  return { path, code, message: { pt, en } };
}
