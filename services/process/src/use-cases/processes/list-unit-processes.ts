import type { Principal } from '@guiche/kit/auth';
import { mapPage, pageRequest } from '@guiche/kit/use-case';
import type { Page, PageArguments } from '@guiche/kit/use-case';
import { processErrors } from '../../domain/errors.ts';
import { numberKey } from '../../domain/numbers/number-mask.ts';
import type { Placement } from '../../domain/processes/placement.ts';
import type { UnitProcess } from '../../domain/processes/worked.ts';
import { readerOf } from '../../permissions/reader-of.ts';
import { defineQuery } from '../define.ts';
import type { Ports } from '../ports.ts';
import type { UnitSearch } from './ports.ts';

/** What somebody of the staff looks for in Controle de Processos. */
export interface UnitProcessesRequest extends PageArguments {
  readonly unitId: string;
  readonly column?: Placement['origin'] | null | undefined;
  readonly filter?:
    | {
        readonly assignedToMe: boolean;
        readonly assigneeId?: string | null | undefined;
        readonly unseen: boolean;
        readonly typeKey?: string | null | undefined;
        readonly mark?: string | null | undefined;
        readonly number?: string | null | undefined;
      }
    | null
    | undefined;
  readonly sort: 'NEWEST_ARRIVAL' | 'OLDEST_ARRIVAL';
}

/** Controle de Processos of a unit (PR-03). */
export const listUnitProcesses = defineQuery({
  action: 'unit-process:list',
  load: loadUnit,
  async run({ input, actor }: { input: UnitProcessesRequest; actor: Principal }, { placements }): Promise<Page<UnitProcess>> {
    const page = await placements.pageOfUnit(searchOf(input, actor), pageRequest(input));
    return mapPage(page, ({ placement, process }) => ({ ...placement, process: { ...process, grants: [] } }));
  },
});

/** How many that list has in all. */
export const countUnitProcesses = defineQuery({
  action: 'unit-process:list',
  load: loadUnit,
  run: ({ input, actor }: { input: UnitProcessesRequest; actor: Principal }, { placements }) => placements.countOfUnit(searchOf(input, actor)),
});

/** How many the unit has by column, and in red. */
export const countUnitColumns = defineQuery({
  action: 'unit-process:list',
  load: loadUnit,
  run: ({ input, actor }: { input: UnitProcessesRequest; actor: Principal }, { placements }) =>
    placements.countsOfUnit({ unitId: input.unitId, reader: staffReader(actor) }),
});

async function loadUnit({ input }: { input: UnitProcessesRequest }, { units }: Ports) {
  const unit = await units.find(input.unitId);
  if (unit === undefined) throw processErrors.UNIT_NOT_FOUND();
  return unit;
}

function searchOf({ unitId, column, filter, sort }: UnitProcessesRequest, actor: Principal): UnitSearch {
  const reader = staffReader(actor);
  const assigneeId = filter?.assignedToMe === true ? reader.staffId : filter?.assigneeId;
  return {
    unitId,
    reader,
    oldestFirst: sort === 'OLDEST_ARRIVAL',
    unseen: filter?.unseen ?? false,
    ...(column == null ? {} : { column }),
    ...(assigneeId == null ? {} : { assigneeId }),
    ...(filter?.typeKey == null ? {} : { typeKey: filter.typeKey }),
    ...(filter?.mark == null ? {} : { mark: filter.mark }),
    ...(filter?.number == null ? {} : { numberKey: numberKey(filter.number) }),
  };
}

function staffReader(actor: Principal): UnitSearch['reader'] {
  const reader = readerOf(actor);
  if (reader.kind !== 'staff') throw new Error('Controle de Processos is for the staff of a unit');
  return reader;
}
