import { textProblem } from '@guiche/kit/errors';
import type { FieldProblem } from '@guiche/kit/errors';
import { documentTypes, maxFileBytes } from './form.ts';
import type { FieldKind, FileRule, FormField } from './form.ts';

/** A service that a city offers (serviço do catálogo). */
export interface CityService {
  id: string;
  municipalityId: string;
  key: string;
  name: string;
  description: string;
  guidance: string;
  /** Outermost first: Serviços, SEI. */
  categoryPath: string[];
  unitId: string;
  /** Whom it is for, as the queue shows it. */
  audience: string;
  active: boolean;
  onlyOneOpen: boolean;
  fields: FormField[];
  version: number;
}

/** The definition as it is sent; what is left out has a default. */
export interface ServiceDefinition {
  municipalityId: string;
  key: string;
  name: string;
  description: string;
  guidance: string;
  categoryPath: readonly string[];
  unitId: string;
  audience?: string | null | undefined;
  active?: boolean | null | undefined;
  onlyOneOpen?: boolean | null | undefined;
  fields: readonly FieldDefinition[];
}

export interface FieldDefinition {
  key: string;
  label: string;
  kind: FieldKind;
  mask?: string | null | undefined;
  required?: boolean | null | undefined;
  help?: string | null | undefined;
  maxLength?: number | null | undefined;
  options?: readonly { value: string; label: string }[] | null | undefined;
  link?: { text: string; url: string } | null | undefined;
  files?: { [Name in keyof FileRule]?: FileRule[Name] | readonly string[] | null | undefined } | null | undefined;
}

/** The key of the service whose approval releases a person (TK-08). */
export const accreditationKey = 'accreditation';

/** The service as defined; an earlier one with the same key keeps its id and gets the next version. */
export function configure(definition: ServiceDefinition, { id, previous }: { id: string; previous: CityService | null }): CityService {
  return {
    id: previous?.id ?? id,
    municipalityId: definition.municipalityId,
    key: definition.key,
    name: definition.name,
    description: definition.description,
    guidance: definition.guidance,
    categoryPath: [...definition.categoryPath],
    unitId: definition.unitId,
    audience: definition.audience ?? 'Cidadão',
    active: definition.active ?? true,
    onlyOneOpen: definition.onlyOneOpen ?? false,
    fields: definition.fields.map(fieldOf),
    version: (previous?.version ?? 0) + 1,
  };
}

function fieldOf(field: FieldDefinition): FormField {
  return {
    key: field.key,
    label: field.label,
    kind: field.kind,
    mask: field.mask ?? null,
    required: field.required ?? false,
    help: field.help ?? null,
    maxLength: field.maxLength ?? null,
    options: field.options?.map(({ value, label }) => ({ value, label })) ?? null,
    link: field.link == null ? null : { text: field.link.text, url: field.link.url },
    files: field.kind === 'FILE' ? fileRuleOf(field) : null,
  };
}

function fileRuleOf({ files, required }: FieldDefinition): FileRule {
  return {
    accept: [...((files?.accept as readonly string[] | null | undefined) ?? documentTypes)],
    maxBytes: (files?.maxBytes as number | null | undefined) ?? maxFileBytes,
    minCount: (files?.minCount as number | null | undefined) ?? (required === true ? 1 : 0),
    maxCount: (files?.maxCount as number | null | undefined) ?? 1,
  };
}

/** Everything wrong with a definition, by input path. */
export function definitionProblems(definition: ServiceDefinition): FieldProblem[] {
  const { fields, categoryPath } = definition;
  const keys = fields.map(({ key }) => key);
  return [
    ...keyProblems('key', definition.key),
    ...compact([
      textProblem('name', definition.name, { max: 200 }),
      textProblem('description', definition.description, { min: 0, max: 2_000, multiline: true }),
      textProblem('guidance', definition.guidance, { min: 0, max: 8_000, multiline: true }),
      textProblem('audience', definition.audience ?? 'Cidadão', { max: 60 }),
      ...categoryPath.map((part, index) => textProblem(`categoryPath.${String(index)}`, part, { max: 100 })),
    ]),
    ...(categoryPath.length <= 6 ? [] : [problem('categoryPath', 'TOO_LONG', 'Use no máximo 6 níveis.', 'Use at most 6 levels.')]),
    ...(fields.length <= 60 ? [] : [problem('fields', 'TOO_LONG', 'Use no máximo 60 campos.', 'Use at most 60 fields.')]),
    ...fields.flatMap((field, index) => fieldProblems(`fields.${String(index)}`, field)),
    ...keys.flatMap((key, index) =>
      keys.indexOf(key) === index ? [] : [problem(`fields.${String(index)}.key`, 'DUPLICATE', 'Há outro campo com esta chave.', 'Another field has this key.')],
    ),
  ];
}

function fieldProblems(path: string, field: FieldDefinition): FieldProblem[] {
  const rule = field.kind === 'FILE' ? fileRuleOf(field) : undefined;
  return [
    ...keyProblems(`${path}.key`, field.key),
    ...compact([
      textProblem(`${path}.label`, field.label, { max: 200 }),
      textProblem(`${path}.help`, field.help ?? '', { min: 0, max: 2_000, multiline: true }),
      textProblem(`${path}.mask`, field.mask ?? '', { min: 0, max: 60 }),
      textProblem(`${path}.link.text`, field.link?.text ?? 'x', { max: 200 }),
    ]),
    ...when(field.kind === 'SELECT' && (field.options ?? []).length === 0, `${path}.options`, 'REQUIRED', 'Informe as opções.', 'Name the options.'),
    ...when((field.options ?? []).length > 200, `${path}.options`, 'TOO_LONG', 'Use no máximo 200 opções.', 'Use at most 200 options.'),
    ...when(!safeLink(field.link?.url ?? '/'), `${path}.link.url`, 'INVALID_URL', 'Use um caminho do portal ou https.', 'Use a path on the portal or https.'),
    ...when(!within(field.maxLength ?? 1, 1, 20_000), `${path}.maxLength`, 'OUT_OF_RANGE', 'Use de 1 a 20000.', 'Use 1 to 20000.'),
    ...(rule === undefined ? [] : ruleProblems(`${path}.files`, rule)),
  ];
}

function ruleProblems(path: string, { accept, maxBytes, minCount, maxCount }: FileRule): FieldProblem[] {
  const types = accept.length > 0 && accept.every((type) => documentTypes.includes(type));
  return [
    ...when(!types, `${path}.accept`, 'INVALID_MEDIA_TYPE', `Use ${documentTypes.join(', ')}.`, `Use ${documentTypes.join(', ')}.`),
    ...when(!within(maxBytes, 1, maxFileBytes), `${path}.maxBytes`, 'OUT_OF_RANGE', 'O limite é 20 MB.', 'The limit is 20 MB.'),
    ...when(!within(minCount, 0, maxCount), `${path}.minCount`, 'OUT_OF_RANGE', 'Use de 0 ao máximo.', 'Use 0 to the maximum.'),
    ...when(!within(maxCount, 1, 10), `${path}.maxCount`, 'OUT_OF_RANGE', 'Use de 1 a 10.', 'Use 1 to 10.'),
  ];
}

function keyProblems(path: string, key: string): FieldProblem[] {
  const fits = /^[a-z][a-zA-Z0-9-]{0,59}$/.test(key);
  return when(!fits, path, 'INVALID_KEY', 'Use letras, dígitos e hífens, começando por minúscula.', 'Use letters, digits and hyphens, small letter first.');
}

function when(wrong: boolean, path: string, code: string, pt: string, en: string): FieldProblem[] {
  return wrong ? [problem(path, code, pt, en)] : [];
}

function problem(path: string, code: string, pt: string, en: string): FieldProblem {
  return { path, code, message: { pt, en } };
}

function compact(problems: readonly (FieldProblem | undefined)[]): FieldProblem[] {
  return problems.filter((one) => one !== undefined);
}

function within(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

function safeLink(url: string): boolean {
  return url.length <= 500 && /^(\/(?!\/)|https:\/\/[^\s]+$)/.test(url) && !/\s/.test(url);
}

/** The text without accents and case, for searching. */
export function searchText(text: string): string {
  return text.normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase();
}

/** The words of a search, at most eight of at most forty characters; control characters part words like blanks. */
export function searchWords(search: string): string[] {
  return searchText(search.slice(0, 400)).split(/[\s\p{Cc}]+/u).filter((word) => word !== '').slice(0, 8).map((word) => word.slice(0, 40));
}
