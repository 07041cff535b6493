import type { UnitSearch } from '../../../use-cases/processes/ports.ts';

/** What is looked for in Controle de Processos, as a filter of placements. */
export function unitSearchFilter({ unitId, column, assigneeId, unseen, typeKey, mark, numberKey }: UnitSearch) {
  return {
    unitId,
    state: 'OPEN',
    // Named even when it is both, so that the index in order of arrival is read column by column and merged.
    origin: column ?? { $in: ['GENERATED', 'RECEIVED'] },
    ...(assigneeId === undefined ? {} : { assigneeId }),
    ...(unseen === true ? { seen: false } : {}),
    ...(typeKey === undefined ? {} : { typeKey }),
    ...(mark === undefined ? {} : { marks: mark }),
    ...(numberKey === undefined ? {} : { numberKey }),
  };
}

/** The same to be counted: no order is wanted, and what is not asked of an index is not read. */
export function unitCountFilter(search: UnitSearch): object {
  const { origin, ...filter } = unitSearchFilter(search);
  return search.column === undefined ? filter : { origin, ...filter };
}

/** Whether a search is for less than all that is open in its unit. */
export function narrows(search: UnitSearch): boolean {
  const whole = { unitId: search.unitId, reader: search.reader };
  return Object.keys(unitCountFilter(search)).length > Object.keys(unitCountFilter(whole)).length;
}
