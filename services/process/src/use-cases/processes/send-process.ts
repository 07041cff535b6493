import { addDays, localDate } from '@guiche/kit/calendar';
import { refuseProblems, textProblem } from '@guiche/kit/errors';
import type { FieldProblem } from '@guiche/kit/errors';
import { processErrors } from '../../domain/errors.ts';
import { destinationLimit, send } from '../../domain/processes/sending.ts';
import { defineUseCase } from '../define.ts';
import { knownMunicipality } from '../numbers/take-process-number.ts';
import { keepChange } from './keep-change.ts';
import { loadAct } from './load-worked.ts';
import type { ActInUnit } from './load-worked.ts';
import { placeOf } from './place-of.ts';

export interface SendProcess extends ActInUnit {
  readonly toUnitIds: readonly string[];
  readonly keepOpen?: boolean | null | undefined;
  readonly dueBackInDays?: number | null | undefined;
  readonly note?: string | null | undefined;
}

/** Sends a process to other units (enviar, tramitar). */
export const sendProcess = defineUseCase({
  name: 'sendProcess',
  action: 'process:send',
  load: loadAct<SendProcess>,

  async run({ input, resource: worked, ...command }, ports) {
    refuseProblems(problemsOf(input));
    const { municipalityId, id: processId, credentialedStaffIds } = worked.process;
    const ids = [...new Set(input.toUnitIds)];
    const found = await ports.units.findMany(ids);
    const to = ids.map((id) => {
      const unit = found.find((candidate) => candidate.id === id);
      if (unit === undefined) throw processErrors.UNIT_NOT_FOUND({ unitId: id });
      return unit;
    });
    const { timeZone } = await knownMunicipality(municipalityId, ports);
    const change = send(
      worked,
      {
        to,
        placements: await ports.placements.ofProcess(processId),
        credentialed: await ports.staff.findMany(credentialedStaffIds),
        keepOpen: input.keepOpen ?? false,
        note: input.note ?? null,
        dueOn: input.dueBackInDays == null ? null : addDays(localDate(command.now, timeZone), input.dueBackInDays),
      },
      placeOf(worked, command),
    );
    return keepChange(worked, change, ports);
  },
});

function problemsOf({ toUnitIds, dueBackInDays, note }: SendProcess): FieldProblem[] {
  const maximum = String(destinationLimit);
  const problems = [
    toUnitIds.length >= 1 && toUnitIds.length <= destinationLimit
      ? undefined
      : { path: 'toUnitIds', code: 'OUT_OF_RANGE', message: { pt: `Escolha de 1 a ${maximum} unidades.`, en: `Choose 1 to ${maximum} units.` } },
    dueBackInDays == null || (dueBackInDays >= 1 && dueBackInDays <= 365)
      ? undefined
      : { path: 'dueBackInDays', code: 'OUT_OF_RANGE', message: { pt: 'O retorno é em 1 a 365 dias.', en: 'It is due back in 1 to 365 days.' } },
    note == null ? undefined : textProblem('note', note, { max: 500, multiline: true }),
  ];
  return problems.filter((found) => found !== undefined);
}
