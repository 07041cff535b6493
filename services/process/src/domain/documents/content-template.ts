import type { Wording } from '@guiche/kit/errors';
import { escapeHtml } from './escape-html.ts';
import { isTemplateVariable, templateVariables } from './template-variables.ts';
import type { TemplateValues, TemplateVariable } from './template-variables.ts';

export interface TemplateProblem {
  readonly code: 'VARIABLE_UNKNOWN' | 'VARIABLE_MALFORMED' | 'VARIABLE_WITHOUT_VALUE';
  readonly message: Wording;
}

// In canonical content `>` inside a tag is always escaped, so that a tag is exactly this; addresses are never filled in.
const tagOrVariable = /<[^>]*>|\{\{([^{}<>]*)\}\}/g;

/** What is wrong with a template before anybody uses it; `html` is canonical content. */
export function templateProblems(html: string): readonly TemplateProblem[] {
  const names = variablesIn(html);
  const unknown = names.filter((name) => !isTemplateVariable(name));
  const left = html.replace(tagOrVariable, (part) => (part.startsWith('<') ? '' : ' '));
  return [
    ...(unknown.length === 0 ? [] : [unknownVariables(unknown)]),
    ...(/\{\{|\}\}/.test(left) ? [malformed] : []),
  ];
}

/**
 * The template with its values, as text that is never markup, in one pass: what a value holds is not filled in again.
 * What comes out has to be sanitised like everything that people typed, for the values are such.
 */
export function fillTemplate(html: string, values: TemplateValues): { html: string; problems: readonly TemplateProblem[] } {
  const empty = new Set<TemplateVariable>();
  const filled = html.replace(tagOrVariable, (part, inner: string | undefined) => {
    const name = inner === undefined ? '' : nameOf(inner);
    if (!isTemplateVariable(name)) return part;
    const value = values[name];
    if (value === null || value.trim() === '') empty.add(name);
    return value === null ? '' : escapeHtml(value);
  });
  return { html: filled, problems: [...templateProblems(html), ...(empty.size === 0 ? [] : [withoutValue([...empty])])] };
}

/** Names asked for, each once, in the order of the text. */
export function variablesIn(html: string): readonly string[] {
  const found = [...html.matchAll(tagOrVariable)].flatMap(([, inner]) => (inner === undefined ? [] : [nameOf(inner)]));
  return [...new Set(found)];
}

function nameOf(inner: string): string {
  return inner.replaceAll('&nbsp;', ' ').trim().toLowerCase();
}

function braced(names: readonly string[]): string {
  return names.map((name) => `{{${name.slice(0, 60)}}}`).join(', ');
}

function unknownVariables(names: readonly string[]): TemplateProblem {
  const known = braced(Object.keys(templateVariables));
  const asked = braced(names.slice(0, 10));
  return {
    code: 'VARIABLE_UNKNOWN',
    message: {
      pt: `O modelo usa variáveis que não existem: ${asked}. As que existem são: ${known}.`,
      en: `The template uses variables that do not exist: ${asked}. Those that exist are: ${known}.`,
    },
  };
}

const malformed: TemplateProblem = {
  code: 'VARIABLE_MALFORMED',
  message: {
    pt: 'Há chaves duplas que não formam uma variável. Escreva-a inteira com a mesma formatação, como {{numero_do_processo}}.',
    en: 'There are double braces that make no variable. Write all of it in one format, as {{numero_do_processo}}.',
  },
};

function withoutValue(names: readonly string[]): TemplateProblem {
  return {
    code: 'VARIABLE_WITHOUT_VALUE',
    message: {
      pt: `O documento ainda não tem o que o modelo pede: ${braced(names)}. Informe-o ou escolha outro modelo.`,
      en: `The document does not have yet what the template asks for: ${braced(names)}. Give it or choose another template.`,
    },
  };
}
