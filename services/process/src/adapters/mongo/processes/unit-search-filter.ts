import type { UnitSearch } from '../../../use-cases/ports.ts';

/** What is looked for in Controle de Processos, as a filter of placements. */
export function unitSearchFilter({ unitId, column, assigneeId, unseen, typeKey, mark, numberKey }: UnitSearch): object {
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
