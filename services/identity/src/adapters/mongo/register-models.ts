import { registerAttempts } from '@guiche/kit/throttle';
import type { Connection } from 'mongoose';
import { accreditationSchema } from './accreditation-document.ts';
import { municipalitySchema } from './municipality-document.ts';
import { personSchema } from './person-document.ts';
import { preRegistrationSchema } from './pre-registration-document.ts';
import { sessionSchema } from './session-document.ts';
import { spentChallengeSchema } from './spent-challenge-repository.ts';
import { staffSchema } from './staff-document.ts';
import { representationSchema } from './tie-repository.ts';
import { unitSchema } from './unit-document.ts';

/** Collections of this service; their indexes are built before it serves. */
export function registerModels(connection: Connection): void {
  connection.model('Person', personSchema);
  connection.model('PreRegistration', preRegistrationSchema);
  connection.model('Accreditation', accreditationSchema);
  connection.model('Municipality', municipalitySchema);
  connection.model('Unit', unitSchema);
  connection.model('StaffMember', staffSchema);
  connection.model('Session', sessionSchema);
  connection.model('SpentChallenge', spentChallengeSchema);
  connection.model('Representation', representationSchema);
  registerAttempts(connection);
}
