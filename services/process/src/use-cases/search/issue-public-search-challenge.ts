import { defineQuery } from '../define.ts';

/** A puzzle against robots; nothing is stored until its solution is used. */
export const issuePublicSearchChallenge = defineQuery({
  action: 'public-search:read',
  load: () => null,
  run: ({ now }, { publicSearch }) => publicSearch.issueChallenge(now),
});
