import { reminderOf } from '../../domain/signatures/asking.ts';
import { defineUseCase } from '../define.ts';

interface RequestJob {
  readonly documentId: string;
  readonly requestId: string;
}

/** A request still waits and its last day is near. */
export const remindOfSignature = defineUseCase({
  name: 'remindOfSignature',
  action: 'signature:expire',
  load: () => null,
  async run({ input: { documentId, requestId } }: { input: RequestJob }, { documents, processes }) {
    const [document] = await documents.findMany([documentId]);
    const [process] = document === undefined ? [] : await processes.findMany([document.processId]);
    const event = document === undefined || process === undefined ? undefined : reminderOf(document, process, requestId);
    return event === undefined ? { result: null } : { result: null, events: [event] };
  },
});
