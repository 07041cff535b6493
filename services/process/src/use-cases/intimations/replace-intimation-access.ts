import { localDate } from '@guiche/kit/calendar';
import type { Outcome } from '@guiche/kit/use-case';
import type { Grant } from '../../domain/access/grant.ts';
import type { Author } from '../../domain/documents/author.ts';
import { refuseUnreplaceable, replaceIntegral } from '../../domain/intimations/access-replacement.ts';
import { boundDocumentIds } from '../../domain/intimations/binding.ts';
import { intimationAccessReplaced } from '../../domain/intimations/intimation-movements.ts';
import type { Ports } from '../ports.ts';

interface Replacement {
  readonly by: Author;
  readonly at: Date;
  readonly reason: string;
  /** Null unless an administrator makes an exception. */
  readonly waiver: { readonly reason: string } | null;
  readonly timeZone: string;
  readonly newId: () => string;
}

/** Puts a partial access in the place of an integral one of intimations (IN-31), in the transaction of who asks for it. */
export async function replaceIntimationAccess(
  before: Grant,
  { by, at, reason, waiver, timeZone, newId }: Replacement,
  ports: Pick<Ports, 'grants' | 'bindings' | 'documents' | 'movements'>,
): Promise<Outcome<{ grantId: string; replacementId: string | null }>> {
  const { municipalityId, processId, personId, grantedBy, intimations } = before;
  const waived = waiver !== null;
  refuseUnreplaceable(before, { at, waived });
  const bindings = await ports.bindings.findMany([...new Set(intimations.map(({ intimationId }) => intimationId))]);
  const petitioned = personId === null ? [] : await ports.documents.idsSubmittedBy(processId, personId);
  const documentIds = [...bindings.flatMap(boundDocumentIds), ...petitioned];
  const { cancelled, partial, event } = replaceIntegral(
    before, { by: by.id, at, reason, waived }, { grantId: newId(), documentIds, on: localDate(at, timeZone) },
  );
  await ports.grants.update(cancelled);
  await ports.grants.insert(partial);
  const place = { id: newId(), processId, municipalityId, at, unitId: grantedBy?.unitId ?? null, by };
  await ports.movements.append([intimationAccessReplaced(place, [...new Set(bindings.map(({ number }) => number))], waiver)]);
  const after = { state: cancelled.state, replacedBy: partial.id, waiver: waiver?.reason ?? null };
  return {
    result: { grantId: cancelled.id, replacementId: partial.id },
    events: [event],
    audit: [{ entity: { type: 'grant', id: before.id }, municipalityId, before: before.state, after }],
  };
}
