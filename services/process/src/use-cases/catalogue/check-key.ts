import { processErrors } from '../../domain/errors.ts';

/** Keys stand in addresses and in other cities' copies, so that they are plain. */
export function checkKey(key: string): void {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key) || key.length < 2 || key.length > 60) throw processErrors.CATALOGUE_KEY_INVALID({ key: key.slice(0, 60) });
}
