import { errors } from '../../domain/errors.ts';
import type { Municipality } from '../../domain/municipality.ts';

/** The key of an entity that another service owns. */
export function stubOf(id: string | null | undefined): { id: string } | null {
  return id == null ? null : { id };
}

/** The municipality that everything names; one that is not visible is a refusal, not a hole in the answer. */
export function present(municipality: Municipality | null): Municipality {
  if (municipality === null) throw errors.MUNICIPALITY_NOT_FOUND();
  return municipality;
}
