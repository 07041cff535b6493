import type { Outcome } from '@guiche/kit/use-case';
import type { Accreditation, Change } from '../domain/accreditation.ts';
import type { Ports } from './ports.ts';

/** Saves what an event or a job changed; an audit entry when the state moved. Nothing to do is fine. */
export async function applyChange(
  { accreditations }: Pick<Ports, 'accreditations'>,
  before: Accreditation,
  change: Change | undefined,
): Promise<Outcome<null>> {
  if (change === undefined) return { result: null };
  const { state, events } = change;
  if (state.version !== before.version) await accreditations.save(state);
  if (state.state === before.state) return { result: null, events };
  return {
    result: null,
    events,
    audit: [
      {
        entity: { type: 'accreditation', id: state.id },
        municipalityId: state.municipalityId,
        before: before.state,
        after: state.state,
      },
    ],
  };
}
