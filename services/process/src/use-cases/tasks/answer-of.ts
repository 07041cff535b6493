import { principalKey } from '@guiche/kit/auth';
import type { Principal } from '@guiche/kit/auth';
import { refuseProblems, textProblem } from '@guiche/kit/errors';
import type { FieldProblem } from '@guiche/kit/errors';
import { makeableAs } from '../../domain/catalogue/document-type.ts';
import type { Conference } from '../../domain/documents/document.ts';
import { escapeHtml } from '../../domain/documents/escape-html.ts';
import { attachmentLimit, writtenParagraphs, writtenTitle } from '../../domain/tasks/task-answer.ts';
import type { Attachment } from '../../domain/tasks/task-answer.ts';
import type { ReadableTask } from '../../domain/tasks/task-reading.ts';
import { documentAccess } from '../catalogue/document-access.ts';
import type { Ports } from '../ports.ts';

/** What the person sends. */
export interface TaskAnswerInput {
  readonly taskId: string;
  readonly text?: string | null | undefined;
  readonly documents?: readonly TaskDocument[] | null | undefined;
}

export interface TaskDocument {
  readonly typeKey: string;
  readonly uploadId: string;
  readonly complement?: string | null | undefined;
  readonly conference?: Conference | null | undefined;
}

/** An answer that was looked at. `written` is the part that becomes a document of its own, if any. */
export interface ReadAnswer {
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly written: { readonly title: string; readonly html: string } | null;
}

type Stores = Pick<Ports, 'documentTypes' | 'legalHypotheses' | 'uploads' | 'sanitise'>;

/** Reads what the person sends: types, levels (PT-04), the files as they arrived, the text as it will be printed. */
export async function answerOf(task: ReadableTask, input: TaskAnswerInput, actor: Principal, ports: Stores): Promise<ReadAnswer> {
  const text = (input.text ?? '').trim();
  const documents = input.documents ?? [];
  const title = writtenTitle(task.kind, text);
  const written = title === null ? null : { title, ...ports.sanitise(htmlOf(writtenParagraphs(task, text)), 'text') };
  refuseProblems([...problemsOf(text, documents), ...(written?.problems ?? [])]);
  const attachments: Omit<Attachment, 'file'>[] = [];
  for (const { typeKey, complement, conference } of documents) {
    const type = await typeOf(task, typeKey, ports);
    const access = await documentAccess({ type, process: task.process }, ports);
    attachments.push({ typeKey, typeName: type.name, complement: complement?.trim() ?? '', conference: conference ?? null, access });
  }
  const files = await ports.uploads.inspect(documents.map(({ uploadId }) => uploadId), principalKey(actor));
  return {
    text,
    written: written === null ? null : { title: written.title, html: written.html },
    attachments: attachments.map((attachment, index) => {
      const file = files[index];
      if (file === undefined) throw new Error('Every upload was inspected');
      return { ...attachment, file };
    }),
  };
}

/** Types the task asks for, and those that people outside may send anyway. */
async function typeOf({ municipalityId, requirements }: ReadableTask, typeKey: string, { documentTypes }: Pick<Ports, 'documentTypes'>) {
  const found = await documentTypes.find(municipalityId, typeKey);
  const isTaken = found?.inPetitions === true || requirements.some((required) => required.typeKey === typeKey);
  return makeableAs(isTaken ? found : undefined, 'UPLOAD', typeKey);
}

function problemsOf(text: string, documents: readonly TaskDocument[]): FieldProblem[] {
  const most = String(attachmentLimit);
  return [
    textProblem('text', text, { min: 0, max: 20_000, multiline: true }),
    documents.length > attachmentLimit
      ? { path: 'documents', code: 'TOO_MANY', message: { pt: `Anexe no máximo ${most} documentos.`, en: `Attach at most ${most} documents.` } }
      : undefined,
    ...documents.map(({ complement }, index) => textProblem(`documents.${String(index)}.complement`, complement ?? '', { min: 0, max: 40 })),
  ].filter((found) => found !== undefined);
}

function htmlOf(paragraphs: readonly string[]): string {
  return paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join('');
}
