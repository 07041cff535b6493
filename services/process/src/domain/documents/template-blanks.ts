import { templateVariables } from './template-variables.ts';
import type { TemplateValues, TemplateVariable } from './template-variables.ts';

const names = Object.keys(templateVariables) as TemplateVariable[];

/** Values with what a document does not have yet as a blank that says what to write there: `[Nome de quem assina]`. */
export function withBlanks(values: Partial<TemplateValues>): TemplateValues {
  const blank = (name: TemplateVariable): string => `[${templateVariables[name]}]`;
  const filled = names.map((name) => {
    const value = values[name] ?? '';
    return [name, value.trim() === '' ? blank(name) : value] as const;
  });
  return Object.fromEntries(filled) as Record<TemplateVariable, string>;
}
