import { disableRecipient, enableRecipient } from '../../domain/recipients/recipient.ts';
import type { AccreditedPerson } from '../../domain/recipients/recipient.ts';
import { defineUseCase } from '../define.ts';

/** A fully released person becomes a recipient (IN-01). */
export const noteTermSigned = defineUseCase({
  name: 'noteTermSigned',
  action: 'recipient:follow-accreditation',
  load: ({ input }: { input: AccreditedPerson }) => input,
  async run({ input, now }, { recipients }) {
    const known = await recipients.find(input.accreditationId);
    const { state, events } = enableRecipient(known, input, now);
    if (state !== known) await recipients.save(state);
    return { result: state.id, events };
  },
});

export interface UnblockedPerson extends AccreditedPerson {
  /** Whether the person is fully released again; if not, a step is still missing. */
  readonly released: boolean;
}

/** A person fully released again is a recipient again; one who still lacks a step is not. */
export const noteUnblocked = defineUseCase({
  name: 'noteUnblocked',
  action: 'recipient:follow-accreditation',
  load: ({ input }: { input: UnblockedPerson }) => input,
  async run({ input, now }, { recipients }) {
    if (!input.released) return { result: input.accreditationId };
    const known = await recipients.find(input.accreditationId);
    const { state, events } = enableRecipient(known, input, now);
    if (state !== known) await recipients.save(state);
    return { result: state.id, events };
  },
});

export interface BlockedPerson extends AccreditedPerson {
  readonly reasonCode: string;
}

/** A blocked person is no recipient until released again. */
export const noteBlocked = defineUseCase({
  name: 'noteBlocked',
  action: 'recipient:follow-accreditation',
  load: ({ input }: { input: BlockedPerson }) => input,
  async run({ input }, { recipients }) {
    const known = await recipients.find(input.accreditationId);
    const decision = disableRecipient(known, input.reasonCode);
    if (decision === undefined) return { result: input.accreditationId };
    await recipients.save(decision.state);
    return { result: decision.state.id, events: decision.events };
  },
});
