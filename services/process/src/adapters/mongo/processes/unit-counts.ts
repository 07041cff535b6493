import type { Model, PipelineStage } from 'mongoose';
import { placementId } from '../../../domain/processes/placement.ts';
import type { UnitProcessCounts, UnitSearch } from '../../../use-cases/processes/ports.ts';
import type { PlacementRow } from './placement-row.ts';
import { unitCountFilter } from './unit-search-filter.ts';

const parts = (['RECEIVED', 'GENERATED'] as const).flatMap((column) => [true, false].map((unseen) => ({ column, unseen })));

/**
 * Counts of a unit, each read from the keys of an index alone. The few secret processes that the reader must not even
 * count are `hidden`: they are counted by their ids and taken off, because leaving them out would read every placement.
 */
export function unitCounts(placements: Model<PlacementRow>) {
  /** How many each filter finds without what is hidden, in one command. */
  async function countEach(unitId: string, filters: readonly object[], hidden: readonly string[]): Promise<number[]> {
    const ids = hidden.map((processId) => placementId(processId, unitId));
    const lists = filters.flatMap((filter, index) => [
      { filter, index, sign: 1 },
      ...(ids.length === 0 ? [] : [{ filter: { ...filter, _id: { $in: ids } }, index, sign: -1 }]),
    ]);
    const [first = [], ...others] = lists.map(({ filter, index, sign }): (PipelineStage.Match | PipelineStage.Count | PipelineStage.AddFields)[] => [
      { $match: filter },
      { $count: 'count' },
      { $addFields: { index, sign } },
    ]);
    const rows = await placements.aggregate<{ count: number; index: number; sign: number }>([
      ...first,
      ...others.map((pipeline) => ({ $unionWith: { coll: placements.collection.collectionName, pipeline } })),
    ]);
    const totals = filters.map(() => 0);
    for (const { count, index, sign } of rows) totals[index] = (totals[index] ?? 0) + sign * count;
    return totals;
  }

  return {
    async ofSearch(search: UnitSearch, hidden: readonly string[]): Promise<number> {
      const [count = 0] = await countEach(search.unitId, [unitCountFilter(search)], hidden);
      return count;
    },

    async ofUnit(unit: Pick<UnitSearch, 'unitId' | 'reader'>, hidden: readonly string[]): Promise<UnitProcessCounts> {
      const filters = parts.map(({ column, unseen }) => ({ ...unitCountFilter({ ...unit, column }), seen: !unseen }));
      const counts = await countEach(unit.unitId, filters, hidden);
      const sum = (of: (part: (typeof parts)[number]) => boolean): number =>
        parts.reduce((total, part, index) => total + (of(part) ? (counts[index] ?? 0) : 0), 0);
      return { received: sum(({ column }) => column === 'RECEIVED'), generated: sum(({ column }) => column === 'GENERATED'), unseen: sum(({ unseen }) => unseen) };
    },
  };
}
