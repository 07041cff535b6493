import type { Principal } from '@guiche/kit/auth';
import { refuseUnlessAwaiting } from '../../domain/tasks/task-acts.ts';
import { attachmentTitle, confirmationText, missingFrom, responsibilityTerm } from '../../domain/tasks/task-answer.ts';
import { wantsSignedAnswer } from '../../domain/tasks/task.ts';
import { defineQuery } from '../define.ts';
import { answerOf } from './answer-of.ts';
import type { TaskAnswerInput } from './answer-of.ts';
import { loadReadableTask } from './load-task.ts';

export interface TaskAnswerPreview {
  /** What is missing, in the words of the user; empty when it may be completed. */
  readonly missing: readonly string[];
  /** Names of the documents that will enter the process. */
  readonly documentTitles: readonly string[];
  readonly signatureRequired: boolean;
  /** What the person accepts with the signature (SG-03). */
  readonly responsibilityTerm: string;
  /** SHA-256 to be authorised by the password. */
  readonly sha256: string;
}

/** What completing a task will do, before the password is typed (SG-03). */
export const previewTaskAnswer = defineQuery({
  action: 'task:resolve',
  load: ({ input, actor }: { input: TaskAnswerInput; actor: Principal }, ports) => loadReadableTask(input.taskId, ports, actor),
  async run({ input, actor, resource: task, now }, ports): Promise<TaskAnswerPreview> {
    refuseUnlessAwaiting(task, now);
    const answer = await answerOf(task, input, actor, ports);
    return {
      missing: missingFrom(task.requirements, answer.attachments),
      documentTitles: [...(answer.written === null ? [] : [answer.written.title]), ...answer.attachments.map(attachmentTitle)],
      signatureRequired: wantsSignedAnswer(task),
      responsibilityTerm,
      sha256: ports.sha256(confirmationText(task, answer)),
    };
  },
});
