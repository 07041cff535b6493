import { platformErrors, refuseProblems, textProblem } from '@guiche/kit/errors';
import type { Outcome } from '@guiche/kit/use-case';
import type { Accreditation, Change } from '../domain/accreditation.ts';
import { errors } from '../domain/errors.ts';
import type { Ports } from './ports.ts';

/** What an administrator says with every decision on an accreditation. */
export interface Decision {
  readonly accreditationId: string;
  readonly reason: string;
  readonly expectedVersion?: number | null | undefined;
}

export async function loadAccreditation(
  { input }: { readonly input: Decision },
  { accreditations }: Pick<Ports, 'accreditations'>,
): Promise<Accreditation> {
  const [accreditation] = await accreditations.byIds([input.accreditationId]);
  if (accreditation === undefined) throw errors.ACCREDITATION_NOT_FOUND();
  return accreditation;
}

/** Throws when the reason cannot be kept, or the decision is based on another version. */
export function checkDecision({ reason, expectedVersion }: Decision, accreditation: Accreditation): void {
  const problem = textProblem('reason', reason, { min: 3, max: 1_000, multiline: true });
  refuseProblems(problem === undefined ? [] : [problem]);
  if (expectedVersion != null && expectedVersion !== accreditation.version) throw platformErrors.STALE_VERSION();
}

/** Saves what was decided, with the legal trace of it. */
export async function saveDecision(
  { accreditations }: Pick<Ports, 'accreditations'>,
  before: Accreditation,
  { state, events }: Change,
  reason: string,
): Promise<Outcome<Accreditation>> {
  await accreditations.save(state);
  return {
    result: state,
    events,
    audit: [
      {
        entity: { type: 'accreditation', id: state.id },
        municipalityId: state.municipalityId,
        before: before.state,
        after: { state: state.state, reason },
      },
    ],
  };
}
