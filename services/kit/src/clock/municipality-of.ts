/**
 * The municipality that a resource belongs to: its own `municipalityId`, or that of the first part of it which has one
 * (a document with its process, a notice with its intimation). Undefined where there is none.
 */
export function municipalityOf(resource: unknown): string | undefined {
  if (typeof resource !== 'object' || resource === null) return undefined;
  const own = (resource as { municipalityId?: unknown }).municipalityId;
  if (typeof own === 'string') return own;
  for (const part of Object.values(resource)) {
    const { municipalityId } = (typeof part === 'object' && part !== null ? part : {}) as { municipalityId?: unknown };
    if (typeof municipalityId === 'string') return municipalityId;
  }
  return undefined;
}
