import type { PageArguments } from '@guiche/kit/use-case';
import { pageRequest } from '@guiche/kit/use-case';
import type { Person } from '../domain/person.ts';
import { defineEntityQuery, defineQuery } from './define.ts';

export const accreditationById = defineEntityQuery({
  action: 'accreditation:read',
  loadMany: (ids, { accreditations }) => accreditations.byIds(ids),
  idOf: ({ id }) => id,
});

export type ListAccreditationsInput = PageArguments & { readonly person: Person; readonly municipalityId?: string | null | undefined };

/** Of a person who was read already; staff and apps see those of their own municipality. */
export const listAccreditations = defineQuery({
  action: 'accreditation:list',
  load: ({ input }: { input: ListAccreditationsInput }) => input.person,
  async run({ input, actor, resource }, { accreditations }) {
    const wanted = input.municipalityId ?? undefined;
    const own = 'municipalityId' in actor ? actor.municipalityId : wanted;
    const none = wanted !== undefined && own !== wanted;
    return accreditations.page({ personId: resource.id, municipalityId: none ? '' : own }, pageRequest(input));
  },
});
