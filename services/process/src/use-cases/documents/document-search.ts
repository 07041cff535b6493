import { refuseProblems, textProblem } from '@guiche/kit/errors';
import { listProblem } from '../../domain/list-problem.ts';
import type { DocumentState } from '../../domain/documents/document.ts';

const typeLimit = 100;

/** What is looked for among the documents of a process; fields that are absent leave nothing out. */
export interface DocumentFilter {
  readonly typeKeys?: readonly string[];
  readonly states?: readonly DocumentState[];
  /** Part of the title, whatever its case and accents. */
  readonly title?: string;
  readonly byPetition?: boolean;
}

/** The same as a client sends it, with the order of the list. */
export interface DocumentSearch {
  readonly filter?: { readonly [Field in keyof DocumentFilter]?: DocumentFilter[Field] | null | undefined } | null | undefined;
  readonly newestFirst?: boolean | null | undefined;
}

/** What a client left out or sent as null is not looked for. */
export function documentFilterOf({ filter }: DocumentSearch): DocumentFilter {
  const problems = [
    filter?.title == null ? undefined : textProblem('filter.title', filter.title, { min: 0, max: 100 }),
    listProblem('filter.typeKeys', filter?.typeKeys ?? [], typeLimit),
    listProblem('filter.states', filter?.states ?? [], typeLimit),
  ];
  refuseProblems(problems.filter((problem) => problem !== undefined));
  const asked = Object.entries(filter ?? {}).filter(([, value]) => value != null && value !== '');
  return Object.fromEntries(asked);
}
