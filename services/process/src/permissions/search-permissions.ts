import { definePermissions } from '@guiche/kit/auth';
import { byAdministrator } from './staff-rights.ts';
import type { InMunicipality } from './staff-rights.ts';

/** What each action is judged on. */
export interface SearchResources {
  'process:search': null;
  'public-search:read': null;
  'public-search:configure': InMunicipality;
  'basic-data:consult': null;
  'search:index': null;
}

/** Searches, with and without login. */
export const searchPermissions = definePermissions<SearchResources>({
  // Each result is judged by what reading of processes and documents is judged by.
  'process:search': { staff: true },
  // What is public is decided by PS-02 and PS-03 alone, whoever asks; apps read it in bulk by their scope.
  'public-search:read': { anonymous: true, person: true, representative: true, staff: true, app: true, scope: 'search:bulk' },
  'public-search:configure': byAdministrator,
  'basic-data:consult': { person: true, representative: true, staff: true, scope: 'process:read' },
  'search:index': { system: ['search-index'] },
});
