import { fillTemplate } from '../../domain/documents/content-template.ts';
import { withBlanks } from '../../domain/documents/template-blanks.ts';
import { templateVariables } from '../../domain/documents/template-variables.ts';
import { defineQuery } from '../define.ts';
import { checkedTemplate } from './checked-template.ts';

export interface PreviewTemplate {
  readonly municipalityId: string;
  readonly template: string;
}

/** A template as a new document would start from it, every variable a blank that says what stands there. */
export const previewTemplate = defineQuery({
  action: 'catalogue:configure',
  load: ({ input }: { input: PreviewTemplate }) => input,
  run({ input: { template } }, ports) {
    const { html } = fillTemplate(checkedTemplate(template, ports), withBlanks({}));
    return { content: html, variables: Object.entries(templateVariables).map(([name, label]) => ({ name, label })) };
  },
});
