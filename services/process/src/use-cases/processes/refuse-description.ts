import { refuseProblems, textProblem } from '@guiche/kit/errors';
import type { FieldProblem } from '@guiche/kit/errors';
import { partyLimit, subjectLimit } from '../../domain/processes/description.ts';
import { listProblem } from '../../domain/list-problem.ts';

const idForm = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/;

/** What is not given, or null, stays. */
export interface DescriptionTexts {
  readonly specification?: string | null | undefined;
  readonly subjects?: readonly string[] | null | undefined;
  readonly interestedPartyIds?: readonly string[] | null | undefined;
  readonly otherParties?: readonly { readonly name: string; readonly cpf?: string | null | undefined }[] | null | undefined;
}

/** Refuses every wrong text and list of what a process shall say about itself, all at once. */
export function refuseDescription({ specification, subjects, interestedPartyIds, otherParties }: DescriptionTexts): void {
  const [topics, ids, others] = [subjects ?? [], interestedPartyIds ?? [], otherParties ?? []];
  const problems = [
    specification == null ? undefined : textProblem('specification', specification, { max: 100 }),
    listProblem('subjects', topics, subjectLimit),
    ...topics.slice(0, subjectLimit).map((text, index) => textProblem(`subjects.${String(index)}`, text, { max: 100 })),
    listProblem('interestedPartyIds', ids, partyLimit),
    // Persons belong to identity: only the form of their ids is checked.
    ...ids.slice(0, partyLimit).map((id, index) => (idForm.test(id) ? undefined : invalidId(`interestedPartyIds.${String(index)}`))),
    listProblem('otherParties', others, partyLimit),
    ...others.slice(0, partyLimit).map(({ name }, index) => textProblem(`otherParties.${String(index)}.name`, name, { max: 150 })),
  ];
  refuseProblems(problems.filter((problem) => problem !== undefined));
}

function invalidId(path: string): FieldProblem {
  return { path, code: 'INVALID_ID', message: { pt: 'Informe o identificador de uma pessoa.', en: 'Give the id of a person.' } };
}
