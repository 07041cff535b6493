import { isAppError } from '@guiche/kit/errors';
import type { FieldProblem } from '@guiche/kit/errors';
import type { FileRule } from '../domain/form.ts';
import type { TicketFile } from '../domain/ticket-file.ts';
import type { Ports, TakenUpload } from './ports.ts';

/** A file as the input names it, and what it has to be like. */
export interface WantedFile {
  uploadId: string;
  field: string | null;
  label: string;
  rule: FileRule | null;
  /** Input path for problems. */
  path: string;
}

/** Takes uploads for a ticket that has `position` files already. What is wrong with one is a problem at its path, so that all are told at once. */
export async function takeFiles(
  wanted: readonly WantedFile[],
  ticket: { id: string; municipalityId: string },
  { owner, now, position, hidden, sentBy }: { owner: string; now: Date; position: number; hidden: boolean; sentBy: TicketFile['sentBy'] },
  { uploads }: Ports,
): Promise<{ files: TicketFile[]; problems: FieldProblem[] }> {
  const files: TicketFile[] = [];
  const problems: FieldProblem[] = [];
  for (const want of wanted) {
    const taken = await take(want, owner, ticket.id, uploads);
    if ('message' in taken) problems.push(taken);
    else {
      problems.push(...ruleProblems(want, taken));
      files.push(fileOf(want, taken, ticket, { addedAt: now, position: position + files.length, private: hidden, sentBy }));
    }
  }
  return { files, problems };
}

async function take({ uploadId, path }: WantedFile, owner: string, ticketId: string, uploads: Ports['uploads']): Promise<TakenUpload | FieldProblem> {
  try {
    return await uploads.take(uploadId, owner, ticketId);
  } catch (error) {
    if (!isAppError(error) || error.kind === 'unavailable') throw error;
    return { path, code: error.code, message: error.wording };
  }
}

function ruleProblems({ rule, path }: WantedFile, { mediaType, size }: TakenUpload): FieldProblem[] {
  if (rule === null) return [];
  const accepted = rule.accept.join(', ');
  const limit = String(rule.maxBytes);
  const type = { path, code: 'FILE_TYPE_NOT_ACCEPTED', message: { pt: `Este campo aceita ${accepted}.`, en: `This field takes ${accepted}.` } };
  const large = { path, code: 'FILE_TOO_LARGE', message: { pt: `O limite deste campo é ${limit} bytes.`, en: `The limit of this field is ${limit} bytes.` } };
  return [...(rule.accept.includes(mediaType) ? [] : [type]), ...(size <= rule.maxBytes ? [] : [large])];
}

function fileOf(
  { field, label }: WantedFile,
  taken: TakenUpload,
  ticket: { id: string; municipalityId: string },
  place: Pick<TicketFile, 'addedAt' | 'position' | 'private' | 'sentBy'>,
): TicketFile {
  const { uploadId, storedId, fileName, mediaType, size, sha256 } = taken;
  return {
    id: uploadId,
    ticketId: ticket.id,
    municipalityId: ticket.municipalityId,
    storedId,
    field,
    label,
    name: fileName,
    mediaType,
    size,
    sha256,
    ...place,
    replacedAt: null,
  };
}
