import { platformErrors } from '@guiche/kit/errors';
import { findPages, inSession } from '@guiche/kit/mongo';
import { mapPage } from '@guiche/kit/use-case';
import type { Page } from '@guiche/kit/use-case';
import type { ClientSession, Connection } from 'mongoose';
import { placementId } from '../../../domain/processes/placement.ts';
import type { PlacementRepository, UnitProcessCounts, UnitSearch } from '../../../use-cases/processes/ports.ts';
import { replaceVersions } from '../replace-versions.ts';
import { placementOf } from './placement-row.ts';
import type { PlacementRow } from './placement-row.ts';
import { processOf } from './process-row.ts';
import type { ProcessRow } from './process-row.ts';
import { unitCounts } from './unit-counts.ts';
import { narrows, unitSearchFilter } from './unit-search-filter.ts';
import { withReadableProcess } from './with-readable-process.ts';

interface JoinedRow extends PlacementRow {
  readonly process: readonly ProcessRow[];
}

export function placementRepository(connection: Connection, session: ClientSession | undefined): PlacementRepository {
  const placements = connection.model<PlacementRow>('Placement');
  const processes = connection.model<ProcessRow>('Process');

  const counts = unitCounts(placements);

  /** Secret processes of the unit that this member of the staff must not even count: few, and by an index of their own. */
  const hiddenFrom = ({ unitId, reader: { staffId } }: Pick<UnitSearch, 'unitId' | 'reader'>): Promise<string[]> =>
    processes.distinct('_id', { openUnitIds: unitId, globalLevel: 'SECRET', credentialedStaffIds: { $ne: staffId } });

  // Of one request: its total is the sum of its columns.
  const columns = new Map<string, Promise<UnitProcessCounts>>();
  const columnsOf = (unit: Pick<UnitSearch, 'unitId' | 'reader'>): Promise<UnitProcessCounts> => {
    const key = `${unit.unitId}/${unit.reader.staffId}`;
    const found = columns.get(key) ?? hiddenFrom(unit).then((hidden) => counts.ofUnit(unit, hidden));
    columns.set(key, found);
    return found;
  };

  return {
    async save({ id, ...placement }) {
      if (placement.version === 1) {
        await placements.create([{ _id: id, ...placement }], inSession(session));
        return;
      }
      const before = { _id: id, version: placement.version - 1 };
      const { matchedCount } = await placements.replaceOne(before, placement, inSession(session));
      if (matchedCount === 0) throw platformErrors.STALE_VERSION();
    },
    async saveMany(changed) {
      const added = changed.filter(({ version }) => version === 1);
      if (added.length > 0) await placements.insertMany(added.map(({ id, ...placement }) => ({ _id: id, ...placement })), inSession(session));
      await replaceVersions({ connection, collection: 'placements' }, changed.filter(({ version }) => version > 1), session);
    },
    async find(processId, unitId) {
      const found = await placements.findOne({ _id: placementId(processId, unitId) }, null, inSession(session)).lean<PlacementRow>();
      return found === null ? undefined : placementOf(found);
    },
    async ofProcess(processId) {
      return (await placements.find({ processId }, null, inSession(session)).lean<PlacementRow[]>()).map(placementOf);
    },
    async pagesOf(requests) {
      const lists = requests.map(({ processId, page }) => ({ filter: { processId }, page }));
      return (await findPages(placements, lists, [['arrivedAt', 1]])).map((page) => mapPage(page, placementOf));
    },
    async findMany(ids) {
      if (ids.length === 0) return [];
      return (await placements.find({ _id: { $in: ids } }, null, inSession(session)).lean<PlacementRow[]>()).map(placementOf);
    },
    async pageOfUnit(search, page) {
      // What this reader may not see is left out before the page is cut, by its few ids: dropping it by the joined process
      // would make MongoDB read thousands of placements ahead. The join still shows none that became secret meanwhile.
      const hidden = await hiddenFrom(search);
      const filter = { ...unitSearchFilter(search), ...(hidden.length === 0 ? {} : { processId: { $nin: hidden } }) };
      const [lookup] = withReadableProcess('processId', { reader: search.reader, grantedIds: [] });
      const list = { filter, page, join: [lookup] };
      const sort = [['arrivedAt', search.oldestFirst === true ? 1 : -1]] as const;
      const [found] = await findPages(connection.model<JoinedRow>('Placement'), [list], sort);
      if (found === undefined) throw new Error('A page was asked for');
      return joinedPage(found);
    },
    async countOfUnit(search) {
      if (narrows(search)) return counts.ofSearch(search, await hiddenFrom(search));
      const { received, generated } = await columnsOf(search);
      return received + generated;
    },
    countsOfUnit: (unit) => columnsOf(unit),
  };
}

function joinedPage(page: Page<JoinedRow>): Awaited<ReturnType<PlacementRepository['pageOfUnit']>> {
  const shown = page.items.flatMap(({ process: [process], ...row }, index) => {
    const cursor = page.cursors[index];
    if (process === undefined || cursor === undefined) return [];
    return [{ item: { placement: placementOf(row), process: processOf(process) }, cursor }];
  });
  return { ...page, items: shown.map(({ item }) => item), cursors: shown.map(({ cursor }) => cursor) };
}
