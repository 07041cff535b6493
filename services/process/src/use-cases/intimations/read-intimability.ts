import { intimationProblems } from '../../domain/intimations/intimability.ts';
import type { ReadableDocument } from '../../domain/processes/reading.ts';
import { defineQuery } from '../define.ts';

/** A document that a unit would like to intimate with. */
export interface IntimabilityRequest {
  readonly document: ReadableDocument;
  readonly unitId: string;
}

/** Whether an intimation can be made from a document, and what stands in the way. */
export interface Intimability {
  readonly allowed: boolean;
  readonly problems: readonly { readonly code: string; readonly message: string }[];
}

/** What issuing would find, by the same rule, for many documents in one query for each collection; null for other units. */
export const readIntimability = defineQuery({
  action: 'document:read-contents',
  load: ({ input }: { input: readonly IntimabilityRequest[] }) => input.map(({ document }) => document),

  async run({ input, actor }, { units, documentTypes }): Promise<(Intimability | null)[]> {
    const asked = input.filter(({ unitId }) => actor.kind === 'staff' && actor.unitIds.includes(unitId));
    const found = await units.findMany([...new Set(asked.map(({ unitId }) => unitId))]);
    const keysOf = (municipalityId: string): string[] => [
      ...new Set(asked.flatMap(({ document }) => (document.municipalityId === municipalityId && document.typeKey !== null ? [document.typeKey] : []))),
    ];
    const cities = [...new Set(asked.map(({ document }) => document.municipalityId))];
    const types = (await Promise.all(cities.map((city) => documentTypes.findMany(city, keysOf(city))))).flat();
    return input.map((request) => {
      const { document, unitId } = request;
      const unit = found.find(({ id, municipalityId }) => id === unitId && municipalityId === document.municipalityId);
      if (!asked.includes(request) || unit === undefined) return null;
      const type = types.find(({ key, municipalityId }) => key === document.typeKey && municipalityId === document.municipalityId);
      const problems = intimationProblems({ process: document.process, unit, document, type });
      return { allowed: problems.length === 0, problems: problems.map(({ code, wording }) => ({ code, message: wording.pt })) };
    });
  },
});
