import type { IntimationNoticeResolvers } from '../../../generated/graphql.ts';
import { daysLeft, nextDeadline } from '../../../domain/issuing/next-deadline.ts';
import { readIntimations } from '../../../use-cases/issuing/read-intimations.ts';
import { readNotices } from '../../../use-cases/issuing/read-notices.ts';
import { viewOf } from '../view-of.ts';
import { accessScopeLabels } from './labels.ts';
import { statusView } from './status-view.ts';

export const IntimationNotice: IntimationNoticeResolvers = {
  __resolveReference: ({ id }, { entity }) => entity(readNotices, id),
  intimation: ({ intimationId }, _args, { entity }) => entity(readIntimations, intimationId),
  status: ({ status }) => statusView(status),
  unit: ({ unitId }) => ({ id: unitId }),
  process: ({ processId }) => ({ id: processId }),
  document: ({ documentIds: [id] }) => (id === undefined ? null : { id }),
  annexes: ({ documentIds: [, ...ids] }) => ids.map((id) => ({ id })),
  documents: ({ documentIds }) => documentIds.map((id) => ({ id })),
  accessScope: ({ accessScope }) => viewOf(accessScopeLabels, accessScope),
  tacitDeadline: ({ tacit }) => tacit,
  fulfilment: ({ fulfilment, certificate }) => (fulfilment === null ? null : { ...fulfilment, certificate }),
  confirmation: (notice, _args, { confirmationOf }) => confirmationOf(notice),
  responseDeadlines: ({ responseDeadlines, municipalityId }) => responseDeadlines.map((deadline) => ({ ...deadline, municipalityId })),
  daysLeft(notice, _args, { nowIn }) {
    const now = nowIn(notice.municipalityId);
    const next = nextDeadline(notice, now);
    return next === null ? null : daysLeft(next.deadline, now);
  },
  consequence: (notice, _args, { nowIn }) => nextDeadline(notice, nowIn(notice.municipalityId))?.consequence ?? null,
};
