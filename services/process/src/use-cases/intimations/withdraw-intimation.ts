import { boundDocumentIds, inCourseOf, withdrawBinding } from '../../domain/intimations/binding.ts';
import { intimationWithdrawn } from '../../domain/intimations/intimation-movements.ts';
import { closeNotices } from '../../domain/intimations/notice-grants.ts';
import { withdrawNotice } from '../../domain/intimations/notice.ts';
import { unbond } from '../../domain/intimations/seal.ts';
import { defineUseCase } from '../define.ts';

/** Undoes what was bound for an intimation that cannot stand: locks, accesses, course. Nothing was bound when it was refused. */
export const withdrawIntimation = defineUseCase({
  name: 'withdrawIntimation',
  action: 'intimation:withdraw',
  load: () => null,

  async run({ input, now, newId }: { input: { intimationId: string; reasonCode: string }; now: Date; newId: () => string }, ports) {
    const [before] = await ports.bindings.findMany([input.intimationId]);
    if (before?.state !== 'BOUND') return { result: null };
    const { id, municipalityId, processId, unitId } = before;
    const binding = withdrawBinding(before);
    const notices = await ports.notices.ofIntimation(id);
    const personIds = [...new Set(notices.flatMap((notice) => notice.personIds))];
    const grants = (await ports.grants.ofIntimationsOn(processId, personIds)).filter(({ intimations }) => intimations.some(({ intimationId }) => intimationId === id));
    const replaced = await ports.grants.findMany(notices.flatMap(({ replacedGrantIds }) => replacedGrantIds));
    const [process] = await ports.processes.findMany([processId]);
    if (process === undefined) throw new Error('A binding without its process');

    const after = inCourseOf(process, binding);
    if (after !== process) await ports.processes.update(after);
    if (binding.scope === 'INTEGRAL') await ports.processes.hideAnnexesOf(processId, binding.number);
    await ports.bindings.update(binding);
    await ports.notices.updateMany(notices.map(withdrawNotice));
    await ports.documents.updateMany((await ports.documents.findMany(boundDocumentIds(binding))).map((document) => unbond(document, id)));
    await ports.grants.updateMany(closeNotices(grants, replaced, { binding, at: now }));
    await ports.movements.append([intimationWithdrawn({ id: newId(), processId, municipalityId, at: now, unitId, by: null }, binding)]);
    return {
      result: null,
      audit: [{ entity: { type: 'intimation', id }, municipalityId, before: before.state, after: { state: binding.state, reasonCode: input.reasonCode } }],
    };
  },
});
