import { definePermissions } from '@guiche/kit/auth';

/** What each action is judged on. */
export interface IntimationResources {
  'intimation:bind': null;
  'intimation:withdraw': null;
  'notice:fulfil': null;
  'notice:follow': null;
}

/** What intimations do to processes. */
export const intimationPermissions = definePermissions<IntimationResources>({
  'intimation:bind': { system: ['intimation-saga'] },
  'intimation:withdraw': { system: ['intimation-saga'] },
  'notice:fulfil': { system: ['intimation-saga'] },
  'notice:follow': { system: ['intimation-saga'] },
});
