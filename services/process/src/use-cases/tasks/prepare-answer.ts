import { localDate } from '@guiche/kit/calendar';
import type { Principal } from '@guiche/kit/auth';
import { refuseProblems, textProblem } from '@guiche/kit/errors';
import type { DocumentFile } from '../../domain/documents/document.ts';
import { processErrors } from '../../domain/errors.ts';
import { documentNumber, documentSequenceName } from '../../domain/numbers/numbering.ts';
import { givenSignature } from '../../domain/signatures/given-signature.ts';
import type { GivenSignature } from '../../domain/signatures/given-signature.ts';
import { checkAuthorization } from '../../domain/signatures/signature.ts';
import type { SignatureAuthorization } from '../../domain/signatures/signature.ts';
import { attachmentTitle, confirmationText, refuseIncomplete } from '../../domain/tasks/task-answer.ts';
import type { AnswerPaper } from '../../domain/tasks/task-answer.ts';
import type { ReadableTask } from '../../domain/tasks/task-reading.ts';
import { wantsSignedAnswer } from '../../domain/tasks/task.ts';
import { knownMunicipality } from '../numbers/take-process-number.ts';
import type { Ports } from '../ports.ts';
import { requireLevel } from '../signatures/require-level.ts';
import { verifyUnused } from '../signatures/verify-unused.ts';
import { answerOf } from './answer-of.ts';
import type { ReadAnswer, TaskAnswerInput } from './answer-of.ts';

export interface ResolveTask extends TaskAnswerInput {
  readonly signature?: AnswerSignature | null | undefined;
  readonly expectedVersion?: number | null | undefined;
}

const defaultRole = 'Usuário Externo';

export interface AnswerSignature {
  /** Identity's one-use authorization for the answer as it was previewed. */
  readonly authorization: string;
  readonly acceptTerm: boolean;
  /** In which capacity (cargo ou função). */
  readonly role?: string | null | undefined;
}

/** All that an answer needs and that must not be made in a transaction: numbers, the PDF, the checked proof of will. */
export interface PreparedAnswer {
  /** Version of the task it was prepared for. */
  readonly version: number;
  readonly papers: readonly AnswerPaper[];
  /** The file that was printed, if any. */
  readonly rendered: readonly DocumentFile[];
  readonly authorization: SignatureAuthorization | null;
  readonly signature: GivenSignature | null;
  readonly on: string;
}

/** Checks and makes everything; refuses an answer that cannot be sent. */
export async function prepareAnswer(task: ReadableTask, input: ResolveTask, { actor, now }: { actor: Principal; now: Date }, ports: Ports): Promise<PreparedAnswer> {
  const answer = await answerOf(task, input, actor, ports);
  refuseIncomplete(task, answer);
  const proof = await proofOf(task, answer, input, now, ports);
  const { timeZone } = await knownMunicipality(task.municipalityId, ports);
  const written = answer.written === null ? [] : [await print(task, answer.written, now, ports)];
  const papers: AnswerPaper[] = [...written];
  for (const attachment of answer.attachments) {
    const { typeKey, typeName, conference, access, file } = attachment;
    papers.push({ typeKey, type: typeName, title: attachmentTitle(attachment), conference, access, file, html: null, sequence: await nextNumber(task, ports) });
  }
  return { version: task.version, papers, rendered: written.map(({ file }) => file), ...proof, on: localDate(now, timeZone) };
}

/** The password's proof that the person sends exactly this (SG-03); none where the unit asks for none (SG-02). */
async function proofOf(
  task: ReadableTask,
  answer: ReadAnswer,
  { signature }: Pick<ResolveTask, 'signature'>,
  at: Date,
  ports: Pick<Ports, 'authorizations' | 'sha256' | 'signatureLevels'>,
): Promise<Pick<PreparedAnswer, 'authorization' | 'signature'>> {
  if (!wantsSignedAnswer(task)) {
    if (signature != null) throw processErrors.TASK_SIGNATURE_NOT_ASKED();
    return { authorization: null, signature: null };
  }
  if (signature == null) throw processErrors.TASK_SIGNATURE_REQUIRED();
  const role = signature.role ?? defaultRole;
  refuseProblems([textProblem('signature.role', role, { max: 100 })].filter((problem) => problem !== undefined));
  if (!signature.acceptTerm) throw processErrors.RESPONSIBILITY_NOT_ACCEPTED();
  await requireLevel('EXTERNAL_REQUEST', { municipalityId: task.municipalityId, obtained: 'SIMPLE' }, ports);
  const authorization = await verifyUnused(signature.authorization, ports);
  const { id: documentId, personId: signerId, municipalityId } = task;
  checkAuthorization(authorization, { signerKind: 'person', signerId, documentId, municipalityId, sha256: authorization.sha256, at });
  if (authorization.sha256 !== ports.sha256(confirmationText(task, answer))) throw processErrors.TASK_ANSWER_CHANGED();
  return { authorization, signature: givenSignature(authorization, { signer: { kind: 'person', id: signerId }, role, method: 'SYSTEM_PASSWORD', at }) };
}

/** What was written, as a PDF with the level of the process. */
async function print(task: ReadableTask, { title, html }: { title: string; html: string }, at: Date, ports: Ports): Promise<AnswerPaper> {
  const { process, municipalityId } = task;
  const municipality = await knownMunicipality(municipalityId, ports);
  const letterhead = await ports.letterheads.find(municipalityId);
  const sequence = await nextNumber(task, ports);
  const file = await ports.renditions.written({
    municipality, letterhead, unit: undefined, number: documentNumber(sequence), processNumber: process.number, at, html, type: title, title,
  });
  const access = { accessLevel: process.accessLevel, legalHypothesis: process.legalHypothesis };
  return { typeKey: null, type: title, title, conference: null, access, file, html, sequence };
}

function nextNumber({ municipalityId }: ReadableTask, { sequences }: Pick<Ports, 'sequences'>): Promise<number> {
  return sequences.next(documentSequenceName(municipalityId));
}
