import { levelLabel } from '../../../domain/signatures/signature.ts';
import { taskKindLabel, taskStateLabel } from '../../../domain/tasks/task.ts';
import { processSeenBy } from '../../../domain/tasks/task-reading.ts';
import type { TaskResolvers } from '../../../generated/graphql.ts';
import { readerOf } from '../../../permissions/reader-of.ts';
import { readDocument } from '../../../use-cases/documents/read-document.ts';
import { readTask } from '../../../use-cases/tasks/read-task.ts';
import { stub } from '../mappers.ts';

export const Task: TaskResolvers = {
  __resolveReference: ({ id }, { entity }) => entity(readTask, id),
  kind: ({ kind }) => ({ value: kind, label: taskKindLabel(kind) }),
  state: ({ state }) => ({ value: state, label: taskStateLabel(state) }),
  process: (task, _args, { actor }) => processSeenBy(readerOf(actor), task),
  municipality: ({ municipalityId }) => stub(municipalityId),
  unit: ({ unitId }) => stub(unitId),
  person: ({ personId }) => stub(personId),
  requirements: ({ requirements }) => [...requirements],
  signatureLevel: ({ signatureLevel }) => (signatureLevel === null ? null : { value: signatureLevel, label: levelLabel(signatureLevel) }),
  documentToSign: ({ documentId }, _args, { entity }) => (documentId === null ? null : entity(readDocument, documentId)),
  resolvedAt: ({ answer }) => answer?.at ?? null,
  answerDocuments: ({ answer }, _args, { entity }) => Promise.all((answer?.documentIds ?? []).map((id) => entity(readDocument, id))),
  decidedAt: ({ decision }) => decision?.at ?? null,
  decisionReason: ({ decision }) => decision?.reason ?? null,
};
