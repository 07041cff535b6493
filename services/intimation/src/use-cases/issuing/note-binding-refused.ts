import { refuseIntimation } from '../../domain/issuing/settle-intimation.ts';
import { defineUseCase } from '../define.ts';
import { loadAct } from './load-act.ts';

export interface NoteBindingRefused {
  readonly intimationId: string;
  readonly reasonCode: string;
  /** In words for the unit. */
  readonly detail: string;
}

/** Process cannot bind an act: it is refused with that reason, and its documents are free again. */
export const noteBindingRefused = defineUseCase({
  name: 'noteBindingRefused',
  action: 'intimation:settle',
  load: ({ input }: { input: NoteBindingRefused }, ports) => loadAct(input.intimationId, ports),

  async run({ input, resource: current, now }, { intimations, notices }) {
    if (current.state !== 'REQUESTED') return { result: { intimationId: current.id } };
    const refused = refuseIntimation(current, { code: input.reasonCode, message: input.detail, at: now });
    await intimations.update(refused);
    await notices.endAll(current.id, 'REFUSED');
    const { id, municipalityId } = current;
    return {
      result: { intimationId: id },
      audit: [{ entity: { type: 'intimation', id }, municipalityId, before: current.state, after: refused.state }],
    };
  },
});
