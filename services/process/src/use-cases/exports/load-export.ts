import { processErrors } from '../../domain/errors.ts';
import type { RequestedExport } from '../../domain/exports/requested-export.ts';
import type { Ports } from '../ports.ts';

/** Throws `EXPORT_NOT_FOUND`. */
export async function loadExport(id: string, { exports }: Pick<Ports, 'exports'>): Promise<RequestedExport> {
  const [found] = await exports.findMany([id]);
  if (found === undefined) throw processErrors.EXPORT_NOT_FOUND();
  return found;
}
