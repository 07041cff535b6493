import type { Principal } from '@guiche/kit/auth';
import { pageRequest } from '@guiche/kit/use-case';
import type { PageArguments } from '@guiche/kit/use-case';
import { errors } from '../domain/errors.ts';
import { defineEntityQuery, defineQuery } from './define.ts';

export const staffMemberById = defineEntityQuery({
  action: 'staff:read',
  loadMany: (ids, { staff }) => staff.byIds(ids),
  idOf: ({ id }) => id,
});

/** The staff of the municipality one works for. */
export const listStaff = defineQuery({
  action: 'staff:list',
  load: ({ actor }: { actor: Principal; input: PageArguments }) => ({ municipalityId: municipalityOf(actor) }),
  run: ({ input, resource }, { staff }) => staff.page(resource.municipalityId, pageRequest(input)),
});

function municipalityOf(actor: Principal): string {
  if ('municipalityId' in actor) return actor.municipalityId;
  throw errors.MUNICIPALITY_NOT_FOUND();
}
