import { definePermissions } from '@guiche/kit/auth';
import type { AppForPersonPrincipal, PersonPrincipal } from '@guiche/kit/auth';
import { processErrors } from '../domain/errors.ts';
import type { Petition } from '../domain/petitions/petition.ts';
import type { InMunicipality } from './staff-rights.ts';

/** What each action is judged on. */
export interface PetitionResources {
  'petition:start': InMunicipality;
  'petition:list': null;
  'petition:read': Petition;
  'petition:edit': Petition;
  'petition:discard': Petition;
  'petition:file': Petition;
  'petition:forget': null;
}

const startsIn = (actor: PersonPrincipal | AppForPersonPrincipal, { municipalityId }: InMunicipality): boolean =>
  actor.kind === 'person' || actor.municipalityId === municipalityId;
const petitions = (actor: PersonPrincipal | AppForPersonPrincipal, petition: Petition): boolean =>
  petition.personId === actor.personId && (actor.kind === 'person' || actor.municipalityId === petition.municipalityId);

/** Petitions. */
export const petitionPermissions = definePermissions<PetitionResources>({
  'petition:start': { person: startsIn, scope: 'petition:file', denied: processErrors.MUNICIPALITY_NOT_FOUND },
  'petition:list': { person: true, scope: 'process:read' },
  'petition:read': { person: petitions, scope: 'process:read', denied: processErrors.PETITION_NOT_FOUND },
  'petition:edit': { person: petitions, scope: 'petition:file', denied: processErrors.PETITION_NOT_FOUND },
  'petition:discard': { person: petitions, scope: 'petition:file', denied: processErrors.PETITION_NOT_FOUND },
  // No scope: an app prepares a petition, the person files it.
  'petition:file': { person: petitions, denied: processErrors.PETITION_NOT_FOUND },
  'petition:forget': { system: ['petition-expiry'] },
});
