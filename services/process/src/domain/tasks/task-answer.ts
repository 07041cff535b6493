import { processErrors } from '../errors.ts';
import { fileIncluded } from '../documents/document.ts';
import type { Author, Conference, Document, DocumentFile } from '../documents/document.ts';
import { grantOfSubmission } from '../access/grant-to-person.ts';
import type { Grant } from '../access/grant.ts';
import type { Access } from '../processes/access-level.ts';
import { signedAsSent } from '../signatures/given-signature.ts';
import type { GivenSignature } from '../signatures/given-signature.ts';
import type { Requirement, Task, TaskKind } from './task.ts';

/** A file that the person attaches, as the answer shows it. */
export interface Attachment {
  readonly typeKey: string;
  readonly typeName: string;
  /** Words added to the type. */
  readonly complement: string;
  readonly conference: Conference | null;
  readonly access: Access;
  readonly file: DocumentFile;
}

/** One document of an answer with its number; `typeKey` is null for what was written. */
export interface AnswerPaper extends Omit<Attachment, 'typeKey' | 'typeName' | 'complement'> {
  readonly typeKey: string | null;
  readonly type: string;
  readonly title: string;
  readonly sequence: number;
  /** What was written, in canonical HTML; null for an attachment. */
  readonly html: string | null;
}

/** What the person accepts together with the signature (SG-03). */
export const responsibilityTerm =
  'Declaro que as informações prestadas são verdadeiras, que os documentos digitalizados são cópias fiéis dos originais, e que respondo civil, administrativa e penalmente por eles.';

/** The name in the tree of the process: the type and what was added to it. */
export function attachmentTitle({ typeName, complement }: Pick<Attachment, 'typeName' | 'complement'>): string {
  return complement === '' ? typeName : `${typeName} ${complement}`;
}

/** An answer has as many files, at most. */
export const attachmentLimit = 20;

/** What is still missing of the required documents, in the words of the user; empty when nothing is. */
export function missingFrom(requirements: readonly Requirement[], attached: readonly Pick<Attachment, 'typeKey'>[]): string[] {
  return requirements.flatMap(({ typeKey, typeName, minimum }) => {
    const missing = minimum - attached.filter((file) => file.typeKey === typeKey).length;
    if (missing <= 0) return [];
    return [missing === 1 ? typeName : `${typeName} (${String(missing)})`];
  });
}

/** Refuses an answer without what was required, or without anything where something has to be said. */
export function refuseIncomplete(task: Pick<Task, 'kind' | 'requirements'>, answer: { text: string; attachments: readonly Attachment[] }): void {
  const missing = missingFrom(task.requirements, answer.attachments);
  if (missing.length > 0) throw processErrors.TASK_DOCUMENTS_MISSING({ missing: missing.join('; ') });
  const mayBeEmpty = task.kind === 'ACKNOWLEDGE' || task.kind === 'SIGN';
  if (!mayBeEmpty && answer.text === '' && answer.attachments.length === 0) throw processErrors.TASK_ANSWER_EMPTY();
}

/** What the written part of an answer is called; null when an answer without text leaves no document. */
export function writtenTitle(kind: TaskKind, text: string): string | null {
  if (kind === 'ACKNOWLEDGE') return 'Declaração de ciência';
  if (text === '') return null;
  return kind === 'SIGN' ? 'Parecer' : 'Resposta a pendência';
}

/** The written part, by paragraphs. */
export function writtenParagraphs({ kind, instructions }: Pick<Task, 'kind' | 'instructions'>, text: string): string[] {
  const own = text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  return kind === 'ACKNOWLEDGE' ? ['Declaro que tomei ciência do que segue:', ...instructions.split('\n').filter((line) => line.trim() !== ''), ...own] : own;
}

/**
 * Everything the person confirms with the password, as one text with one meaning: its SHA-256 is what identity's
 * authorization is for, so that it serves for no other answer and no other round.
 */
export function confirmationText(task: Task, { text, attachments }: { text: string; attachments: readonly Attachment[] }): string {
  const files = attachments.map(({ typeKey, complement, conference, file }) => [typeKey, complement, conference, file.sha256]);
  return JSON.stringify(['guiche/task-answer/1', task.id, task.round, task.kind, task.instructions, text, files]);
}

/** The documents of an answer in the process; each is signed when the task wants it (SG-03, SG-04). */
export function answerDocuments(
  task: Pick<Task, 'municipalityId' | 'processId' | 'personId'>,
  papers: readonly AnswerPaper[],
  { signature, at, newId }: { signature: GivenSignature | null; at: Date; newId: () => string },
): Document[] {
  const { municipalityId, processId, personId } = task;
  const by: Author = { kind: 'person', id: personId };
  return papers.map(({ typeKey, ...paper }) => {
    const own = typeKey === null ? {} : { typeKey };
    const document = fileIncluded({ ...paper, ...own, id: newId(), processId, municipalityId, at, by, submittedBy: personId });
    return signature === null ? document : signedAsSent(document, signature);
  });
}

/** The person always reads what he sent. */
export function answerGrant(
  { municipalityId, processId, personId }: Pick<Task, 'municipalityId' | 'processId' | 'personId'>,
  { id, documentIds, at, on }: { id: string; documentIds: readonly string[]; at: Date; on: string },
): Grant {
  return grantOfSubmission({ id, municipalityId, processId, personId, documentIds, label: 'Resposta a pendência' }, { at, on });
}
