import { unchanged } from './change.ts';
import type { Change } from './change.ts';
import { openPlacement } from './guards.ts';
import { marksChanged } from './process-movements.ts';
import type { Place } from './movement.ts';
import type { WorkedProcess } from './worked.ts';

/** A unit puts as many marks on a process, at most. */
export const markLimit = 10;
export const markLength = 40;

/** Sets the marks of the unit on the process (marcadores). History says that they changed, not what they say: they are the unit's own. */
export function mark(worked: WorkedProcess, texts: readonly string[], place: Place): Change {
  const { process, unit } = worked;
  const placement = openPlacement(worked);
  const marks = [...new Set(texts.map((text) => text.trim()))];
  if (marks.length === placement.marks.length && marks.every((text, index) => text === placement.marks[index])) return unchanged(process);
  return { process, placements: [{ ...placement, marks, version: placement.version + 1 }], movements: [marksChanged(place, unit)] };
}
