import { refuseProblems } from '@guiche/kit/errors';
import { templateProblems } from '../../domain/documents/content-template.ts';
import type { Ports } from '../ports.ts';

/** A template as it is kept; refuses all at once what a document may not have and variables that nobody can fill. */
export function checkedTemplate(template: string, { sanitise }: Pick<Ports, 'sanitise'>): string {
  const { html, problems } = sanitise(template, 'template');
  refuseProblems([...problems, ...templateProblems(html).map((problem) => ({ path: 'template', ...problem }))]);
  return html;
}
