export { altchaChallenges } from './altcha-challenges.ts';
export type { Challenges } from './altcha-challenges.ts';
