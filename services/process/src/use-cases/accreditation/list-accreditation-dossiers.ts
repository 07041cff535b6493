import { pageRequest } from '@guiche/kit/use-case';
import type { PageArguments } from '@guiche/kit/use-case';
import type { DossierState } from '../../domain/accreditation/dossier.ts';
import { defineQuery } from '../define.ts';

interface ListAccreditationDossiers extends PageArguments {
  readonly municipalityId: string;
  readonly state?: DossierState | null | undefined;
}

/** Approved accreditations on their way, so that an operator sees which one is stuck and why. */
export const listAccreditationDossiers = defineQuery({
  action: 'dossier:list',
  load: ({ input }: { input: ListAccreditationDossiers }) => input,
  run: ({ input: { municipalityId, state, ...page } }, { dossiers }) =>
    dossiers.list({ municipalityId, ...(state == null ? {} : { state }) }, pageRequest(page)),
});
