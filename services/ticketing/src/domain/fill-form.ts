import { textProblem } from '@guiche/kit/errors';
import type { FieldProblem } from '@guiche/kit/errors';
import { parseLocalDate } from '@guiche/kit/calendar';
import { parseCpf } from '@guiche/kit/registry-numbers';
import type { FormField, TicketAnswer } from './form.ts';

/** What the citizen sent: answers and files by field, in any order. */
export interface FilledForm {
  answers: readonly { field: string; value: string }[];
  files: readonly { field: string | null; uploadId: string }[];
}

export interface CheckedForm {
  /** Canonical answers in the order of the form. */
  answers: TicketAnswer[];
  /** Files with their field, in the order of the form. */
  files: { field: FormField; uploadId: string; path: string }[];
  problems: FieldProblem[];
}

const problem = (path: string, code: string, pt: string, en: string): FieldProblem => ({ path, code, message: { pt, en } });
const required = (path: string): FieldProblem => problem(path, 'REQUIRED', 'Preencha este campo.', 'Fill in this field.');

/**
 * Checks a filled-in form against its definition and gives the canonical answers. Every problem is found, each with the
 * path of its field (`answers.cpf`, `files.photo-id`); the content of files is judged elsewhere.
 */
export function fillForm(fields: readonly FormField[], filled: FilledForm): CheckedForm {
  const problems = [...strangers(fields, filled)];
  const answers: TicketAnswer[] = [];
  const files: CheckedForm['files'] = [];
  for (const field of fields) {
    if (field.kind === 'FILE') {
      const sent = filled.files.filter((file) => file.field === field.key);
      problems.push(...countProblems(field, sent.length));
      files.push(...sent.map(({ uploadId }) => ({ field, uploadId, path: `files.${field.key}` })));
      continue;
    }
    const path = `answers.${field.key}`;
    const answer = filled.answers.find((given) => given.field === field.key)?.value ?? '';
    const read = readAnswer(field, answer, path);
    if ('problem' in read) problems.push(read.problem);
    else if (read.value !== '') answers.push({ field: field.key, label: field.label, value: read.value });
  }
  return { answers, files, problems };
}

type Read = { value: string } | { problem: FieldProblem };

function readAnswer(field: FormField, answer: string, path: string): Read {
  if (field.kind === 'CHECKBOX') return readCheckbox(field, answer, path);
  if (answer.trim() === '' && answer.length < 1_000) return field.required ? { problem: required(path) } : { value: '' };
  const wrong = textProblem(path, answer, { max: field.maxLength ?? longest(field), multiline: field.kind === 'TEXTAREA' });
  return wrong === undefined ? readText(field, field.kind, answer, path) : { problem: wrong };
}

function readText(field: FormField, kind: Exclude<FormField['kind'], 'CHECKBOX'>, answer: string, path: string): Read {
  switch (kind) {
    case 'CPF': {
      const cpf = parseCpf(answer);
      if (cpf !== undefined) return { value: cpf };
      return { problem: problem(path, 'INVALID_CPF', 'CPF inválido. Confira os números.', 'Not a valid CPF. Check the digits.') };
    }
    case 'EMAIL': {
      const email = answer.trim();
      if (/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email)) return { value: email };
      return { problem: problem(path, 'INVALID_EMAIL', 'E-mail inválido.', 'Not a valid e-mail address.') };
    }
    case 'DATE': {
      const date = parseLocalDate(answer.trim());
      if (date !== undefined) return { value: date };
      return { problem: problem(path, 'INVALID_DATE', 'Data inválida. Use o formato AAAA-MM-DD.', 'Not a valid date. Use YYYY-MM-DD.') };
    }
    case 'SELECT': {
      if (field.options?.some(({ value }) => value === answer)) return { value: answer };
      return { problem: problem(path, 'NOT_AN_OPTION', 'Escolha uma das opções.', 'Choose one of the options.') };
    }
    case 'TEXT':
    case 'TEXTAREA':
    case 'FILE':
      return readMasked(field, answer, path);
  }
}

function readMasked(field: FormField, answer: string, path: string): Read {
  if (field.mask === null) return { value: answer };
  const masked = applyMask(field.mask, answer);
  if (masked !== undefined) return { value: masked };
  return { problem: problem(path, 'WRONG_FORMAT', `Use o formato ${field.mask}.`, `Use the form ${field.mask}.`) };
}

/** The text written by the mask, whatever punctuation it came with, or undefined when its digits do not fit. */
function applyMask(mask: string, text: string): string | undefined {
  const digits = [...text.replace(/[\s./()-]/g, '')];
  const written = [...mask].map((place) => (place === '0' ? digits.shift() : place));
  const fits = digits.length === 0 && written.every((part, index) => part !== undefined && (mask[index] !== '0' || /^\d$/.test(part)));
  return fits ? written.join('') : undefined;
}

function readCheckbox(field: FormField, answer: string, path: string): Read {
  if (answer !== '' && answer !== 'true' && answer !== 'false') {
    return { problem: problem(path, 'INVALID_CHECKBOX', 'Responda com true ou false.', 'Answer with true or false.') };
  }
  if (answer === 'true') return { value: answer };
  if (!field.required) return { value: 'false' };
  // ID-04: who has not pre-registered is led back there.
  const where = field.link === null ? '' : ` ${field.link.text}: ${field.link.url}`;
  return { problem: problem(path, 'NOT_TICKED', `Marque esta caixa para continuar.${where}`, `Tick this box to go on.${where}`) };
}

function countProblems(field: FormField, count: number): FieldProblem[] {
  const path = `files.${field.key}`;
  const minimum = Math.max(field.files?.minCount ?? 0, field.required ? 1 : 0);
  const maximum = field.files?.maxCount ?? 1;
  if (count < minimum) {
    return [problem(path, 'FILE_REQUIRED', `Anexe ao menos ${String(minimum)} arquivo(s).`, `Attach at least ${String(minimum)} file(s).`)];
  }
  if (count > maximum) {
    return [problem(path, 'TOO_MANY_FILES', `Anexe no máximo ${String(maximum)} arquivo(s).`, `Attach at most ${String(maximum)} file(s).`)];
  }
  return [];
}

/** Answers and files for fields that the form does not have, or has once and got twice. */
function strangers(fields: readonly FormField[], { answers, files }: FilledForm): FieldProblem[] {
  const unknown = (path: string): FieldProblem => problem(path, 'UNKNOWN_FIELD', 'O formulário não tem este campo.', 'The form has no such field.');
  const has = (key: string | null, file: boolean): boolean => fields.some((field) => field.key === key && (field.kind === 'FILE') === file);
  return [
    ...answers.flatMap(({ field }, index) => {
      const path = `answers.${String(index)}.field`;
      if (!has(field, false)) return [unknown(path)];
      const first = answers.findIndex((answer) => answer.field === field);
      return first === index ? [] : [problem(path, 'ANSWERED_TWICE', 'Este campo foi respondido duas vezes.', 'This field was answered twice.')];
    }),
    ...files.flatMap(({ field }, index) => (has(field, true) ? [] : [unknown(`files.${String(index)}.field`)])),
  ];
}

function longest(field: FormField): number {
  switch (field.kind) {
    case 'TEXTAREA':
      return 4_000;
    case 'EMAIL':
      return 254;
    case 'CPF':
    case 'DATE':
      return 32;
    case 'TEXT':
    case 'SELECT':
    case 'CHECKBOX':
    case 'FILE':
      return 300;
  }
}
