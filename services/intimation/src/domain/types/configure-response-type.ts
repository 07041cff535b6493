import { platformErrors, refuseProblems, textProblem } from '@guiche/kit/errors';
import type { FieldProblem } from '@guiche/kit/errors';
import type { DeadlineAmount } from '../deadlines/deadline.ts';
import { nameLimit } from './name-key.ts';
import type { ResponseType } from './response-type.ts';

/** Time to answer as an administrator gives it. */
export interface ResponseTerm {
  readonly unit: DeadlineAmount['unit'] | 'NONE';
  readonly value?: number | null | undefined;
}

export interface ResponseTypeSettings {
  readonly municipalityId: string;
  readonly name: string;
  readonly term: ResponseTerm;
  readonly active: boolean;
}

/** The longest of each; more is a slip of the finger, and no recipient should wait for it. */
const longest: Readonly<Record<DeadlineAmount['unit'], number>> = { CALENDAR_DAYS: 365, BUSINESS_DAYS: 250, MONTHS: 24, YEARS: 5 };

/**
 * A response type as it is from now on (IN-03); intimations keep what they were issued with. The same settings again
 * change nothing. Throws `INVALID_INPUT` or `STALE_VERSION`.
 */
export function configureResponseType(
  current: ResponseType | undefined,
  settings: ResponseTypeSettings,
  { id, expectedVersion }: { id: string; expectedVersion: number | undefined },
): ResponseType {
  refuseProblems([textProblem('name', settings.name, { max: nameLimit }), termProblem(settings.term)].filter((found) => found !== undefined));
  const { municipalityId, active } = settings;
  const [name, amount] = [settings.name.trim(), amountOf(settings.term)];
  if (current !== undefined && isSame(current, { name, amount, active })) return current;
  if (expectedVersion !== undefined && expectedVersion !== current?.version) throw platformErrors.STALE_VERSION();
  return { id, municipalityId, name, amount, active, used: current?.used ?? false, version: (current?.version ?? 0) + 1 };
}

function termProblem({ unit, value }: ResponseTerm): FieldProblem | undefined {
  if (unit === 'NONE') {
    if (value == null) return undefined;
    return { path: 'term.value', code: 'NOT_ALLOWED', message: { pt: 'Sem prazo não há quantidade.', en: 'Without a deadline there is no amount.' } };
  }
  const most = longest[unit];
  if (value != null && Number.isInteger(value) && value >= 1 && value <= most) return undefined;
  return {
    path: 'term.value',
    code: 'OUT_OF_RANGE',
    message: { pt: `Use de 1 a ${String(most)}.`, en: `Use 1 to ${String(most)}.` },
  };
}

function amountOf({ unit, value }: ResponseTerm): DeadlineAmount | null {
  return unit === 'NONE' || value == null ? null : { unit, value };
}

function isSame(current: ResponseType, { name, amount, active }: Pick<ResponseType, 'name' | 'amount' | 'active'>): boolean {
  const isSameAmount = current.amount?.unit === amount?.unit && current.amount?.value === amount?.value;
  return current.name === name && current.active === active && isSameAmount;
}
