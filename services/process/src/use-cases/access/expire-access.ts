import { expireGrant } from '../../domain/access/grant.ts';
import { defineUseCase } from '../define.ts';

/** Marks a grant whose last day is over. Reading does not wait for it: it judges by the instant. */
export const expireAccess = defineUseCase({
  name: 'expireAccess',
  action: 'access:expire',
  load: () => null,
  async run({ input, now }: { input: { grantId: string }; now: Date }, { grants }) {
    const [before] = await grants.findMany([input.grantId]);
    const after = before === undefined ? undefined : expireGrant(before, now);
    if (before === undefined || after === undefined || after === before) return { result: null };
    await grants.update(after);
    return {
      result: null,
      audit: [{ entity: { type: 'grant', id: after.id }, municipalityId: after.municipalityId, before: before.state, after: after.state }],
    };
  },
});
