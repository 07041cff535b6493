import { definePermissions } from '@guiche/kit/auth';
import { byAdministrator } from './staff-rights.ts';
import type { InMunicipality } from './staff-rights.ts';

/** What each action is judged on. */
export interface SettingResources {
  'catalogue:read': null;
  'catalogue:configure': InMunicipality;
  'numbering:read': InMunicipality;
  'numbering:configure': InMunicipality;
  'number:check': null;
  'letterhead:configure': InMunicipality;
  'process-rules:read': InMunicipality;
  'process-rules:configure': InMunicipality;
  'projection:update': null;
}

/** Catalogues, numbers, settings and projections. */
export const settingPermissions = definePermissions<SettingResources>({
  'catalogue:read': { anonymous: true, person: true, representative: true, staff: true, app: true, scope: 'process:read' },
  'catalogue:configure': byAdministrator,
  'numbering:read': byAdministrator,
  'numbering:configure': byAdministrator,
  // It tells about masks, which every number shows, never about processes.
  'number:check': { anonymous: true, person: true, representative: true, staff: true, app: true, scope: 'process:read' },
  'letterhead:configure': byAdministrator,
  'process-rules:read': byAdministrator,
  'process-rules:configure': byAdministrator,
  'projection:update': { system: ['projection'] },
});
