import { pageRequest } from '@guiche/kit/use-case';
import type { Page, PageArguments } from '@guiche/kit/use-case';
import type { PetitionType } from '../../domain/petitions/petition-type.ts';
import { defineQuery } from '../define.ts';

export interface ListPetitionTypes extends PageArguments {
  readonly municipalityId?: string | null | undefined;
  readonly state?: string | null | undefined;
  readonly city?: string | null | undefined;
  readonly body?: string | null | undefined;
}

/** What may be petitioned, by body, state and city (PT-10). */
export const listPetitionTypes = defineQuery({
  action: 'catalogue:read',
  load: () => null,
  async run({ input: { municipalityId, state, city, body, ...page } }: { input: ListPetitionTypes }, ports): Promise<Page<PetitionType>> {
    const places = { ...(state == null ? {} : { state: state.toUpperCase() }), ...(city == null ? {} : { city }) };
    const placed = state == null && city == null ? undefined : await ports.municipalities.idsIn(places);
    const municipalityIds = municipalityId == null ? placed : (placed ?? [municipalityId]).filter((id) => id === municipalityId);
    const filter = { ...(municipalityIds === undefined ? {} : { municipalityIds }), ...(body == null ? {} : { body }) };
    return ports.petitionTypes.offered(filter, pageRequest(page));
  },
});
