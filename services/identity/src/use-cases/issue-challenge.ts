import { defineQuery } from './define.ts';

/** A puzzle against robots; nothing is stored until its solution is spent. */
export const issueChallenge = defineQuery({
  action: 'registration:challenge',
  load: () => null,
  run: ({ now }, { challenges }) => challenges.issue(now),
});
