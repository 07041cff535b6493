import { definePermissions } from '@guiche/kit/auth';
import { byAdministrator } from './staff-rights.ts';
import type { InMunicipality } from './staff-rights.ts';

/** What each action is judged on. */
export interface AccreditationResources {
  'dossier:list': InMunicipality;
  'dossier:gather': null;
  'dossier:open-process': null;
  'dossier:offer-access': null;
  'dossier:withdraw': null;
}

/** Accreditations. */
export const accreditationPermissions = definePermissions<AccreditationResources>({
  'dossier:list': byAdministrator,
  'dossier:gather': { system: ['accreditation-saga'] },
  'dossier:open-process': { system: ['accreditation-saga'] },
  'dossier:offer-access': { system: ['accreditation-saga'] },
  'dossier:withdraw': { system: ['accreditation-saga'] },
});
