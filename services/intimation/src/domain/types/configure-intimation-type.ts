import { platformErrors, refuseProblems, textProblem } from '@guiche/kit/errors';
import type { FieldProblem } from '@guiche/kit/errors';
import type { IntimationType } from './intimation-type.ts';
import { nameLimit } from './name-key.ts';
import type { ResponseMode } from './response-mode.ts';

export type IntimationTypeSettings = Pick<IntimationType, 'municipalityId' | 'name' | 'responseMode' | 'responseTypeIds' | 'active'>;

/** Ways to answer that a type offers: enough to choose from, few enough to read. */
export const offeredLimit = 20;

/**
 * A type of intimation as it is from now on (IN-02); intimations keep what they were issued with. The same settings
 * again change nothing. `knownResponseTypeIds` are those of the municipality. Throws `INVALID_INPUT` or `STALE_VERSION`.
 */
export function configureIntimationType(
  current: IntimationType | undefined,
  settings: IntimationTypeSettings,
  { id, expectedVersion, knownResponseTypeIds }: { id: string; expectedVersion: number | undefined; knownResponseTypeIds: ReadonlySet<string> },
): IntimationType {
  const named = textProblem('name', settings.name, { max: nameLimit });
  refuseProblems([...(named === undefined ? [] : [named]), ...offerProblems(settings, knownResponseTypeIds)]);
  const { municipalityId, responseMode, responseTypeIds, active } = settings;
  const name = settings.name.trim();
  if (current !== undefined && isSame(current, { ...settings, name })) return current;
  if (expectedVersion !== undefined && expectedVersion !== current?.version) throw platformErrors.STALE_VERSION();
  return { id, municipalityId, name, responseMode, responseTypeIds, active, used: current?.used ?? false, version: (current?.version ?? 0) + 1 };
}

function offerProblems({ responseMode, responseTypeIds }: IntimationTypeSettings, known: ReadonlySet<string>): FieldProblem[] {
  const [from, to] = offered[responseMode];
  if (responseTypeIds.length < from || responseTypeIds.length > to) {
    const message =
      to === 0
        ? { pt: 'Um tipo sem resposta não tem tipos de resposta.', en: 'A type without response has no response types.' }
        : { pt: `Escolha de ${String(from)} a ${String(to)} tipos de resposta.`, en: `Choose ${String(from)} to ${String(to)} response types.` };
    return [{ path: 'responseTypeIds', code: 'OUT_OF_RANGE', message }];
  }
  return responseTypeIds.flatMap((id, index): FieldProblem[] => {
    const path = `responseTypeIds.${String(index)}`;
    if (responseTypeIds.indexOf(id) < index) {
      return [{ path, code: 'REPEATED', message: { pt: 'Este tipo de resposta está repetido.', en: 'This response type is repeated.' } }];
    }
    if (known.has(id)) return [];
    return [{ path, code: 'UNKNOWN', message: { pt: 'Este tipo de resposta não existe.', en: 'There is no such response type.' } }];
  });
}

/** Whoever must or may answer needs a way to. */
const offered: Readonly<Record<ResponseMode, readonly [from: number, to: number]>> = {
  REQUIRED: [1, offeredLimit],
  OPTIONAL: [1, offeredLimit],
  NONE: [0, 0],
};

function isSame(current: IntimationType, settings: IntimationTypeSettings): boolean {
  return (
    current.name === settings.name &&
    current.responseMode === settings.responseMode &&
    current.active === settings.active &&
    current.responseTypeIds.length === settings.responseTypeIds.length &&
    current.responseTypeIds.every((id, index) => id === settings.responseTypeIds[index])
  );
}
