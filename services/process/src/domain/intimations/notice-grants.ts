import type { AppError } from '@guiche/kit/errors';
import { grantToPerson } from '../access/grant-to-person.ts';
import type { Grant, GrantedIntimation } from '../access/grant.ts';
import { cancelGrant } from '../access/grant.ts';
import { processErrors } from '../errors.ts';
import type { Binding } from './binding.ts';
import { boundDocumentIds } from './binding.ts';

/** A notice whose recipients are to be given access. */
export interface NoticeToOpen {
  readonly id: string;
  readonly personIds: readonly string[];
  /** The unit confirmed that the integral access takes the place of a partial one (IN-05). */
  readonly replacesPartial: boolean;
}

/** What changes in the accesses of a process when notices are issued in it, or when they cannot stand. */
export interface GrantChanges {
  readonly added: readonly Grant[];
  readonly updated: readonly Grant[];
}

export interface OpenedNotices extends GrantChanges {
  /** What stands in the way, each code once; nothing else counts then. */
  readonly problems: readonly AppError[];
  /** By notice, the partial accesses that were cancelled for it. */
  readonly replaced: ReadonlyMap<string, readonly string[]>;
}

/**
 * The accesses that the notices of an intimation give (IN-06): a partial one of its own for each notice and person, one
 * integral one for each person, which later integral intimations join. In the way are a partial one beside an integral, and
 * an integral one in the place of partial ones that nobody confirmed (IN-05). `held` are the intimation accesses in force.
 */
export function openNotices(
  notices: readonly NoticeToOpen[],
  binding: Binding,
  { held, at, on, newId }: { held: readonly Grant[]; at: Date; on: string; newId: () => string },
): OpenedNotices {
  const of = new Map<string, readonly Grant[]>();
  const changed = new Map<string, { readonly grant: Grant; readonly isNew: boolean }>();
  const replaced = new Map<string, readonly string[]>();
  const problems = new Map<string, AppError>();
  const refuse = (error: AppError): void => void problems.set(error.code, error);
  const grantsOf = (personId: string): readonly Grant[] => of.get(personId) ?? held.filter((grant) => grant.personId === personId && grant.state === 'ACTIVE');
  const keep = (personId: string, grants: readonly Grant[], touched: readonly Grant[]): void => {
    of.set(personId, grants);
    for (const grant of touched) changed.set(grant.id, { grant, isNew: changed.get(grant.id)?.isNew ?? !held.some(({ id }) => id === grant.id) });
  };

  for (const notice of notices) {
    const entry = entryOf(notice, binding);
    for (const personId of new Set(notice.personIds)) {
      const own = grantsOf(personId);
      const integral = own.find(({ scope }) => scope === 'INTEGRAL');
      const given = (intimations: readonly GrantedIntimation[]): Grant => noticeGrant(binding, { id: newId(), personId, intimations, at, on });
      if (binding.scope === 'PARTIAL') {
        if (integral !== undefined) refuse(processErrors.INTEGRAL_ACCESS_HELD());
        const added = given([entry]);
        keep(personId, [...own, added], [added]);
      } else if (integral !== undefined) {
        const joined = revised(integral, { intimations: [...integral.intimations, entry] }, changed.get(integral.id)?.isNew === true);
        keep(personId, own.map((grant) => (grant === integral ? joined : grant)), [joined]);
      } else {
        if (own.length > 0 && !notice.replacesPartial) refuse(processErrors.PARTIAL_ACCESS_HELD());
        const cancelled = own.map((grant) => cancelGrant(grant, { by: binding.id, at, reason: `Substituído pelo acesso integral da intimação ${binding.number}` }));
        const added = given([...own.flatMap(({ intimations }) => intimations), entry]);
        replaced.set(notice.id, [...(replaced.get(notice.id) ?? []), ...own.map(({ id }) => id)]);
        keep(personId, [added], [...cancelled, added]);
      }
    }
  }
  const all = [...changed.values()];
  return {
    added: all.flatMap(({ grant, isNew }) => (isNew ? [grant] : [])),
    updated: all.flatMap(({ grant, isNew }) => (isNew ? [] : [grant])),
    replaced,
    problems: [...problems.values()],
  };
}

/**
 * Takes back what an intimation opened that cannot stand. An integral access that other intimations have joined since
 * stays for them; otherwise the partial ones that it took the place of come back, as far as they went meanwhile.
 */
export function closeNotices(grants: readonly Grant[], replaced: readonly Grant[], { binding, at }: { binding: Binding; at: Date }): readonly Grant[] {
  const cancellation = { by: binding.id, at, reason: `A intimação ${binding.number} não subsistiu` };
  const updated: Grant[] = [];
  for (const grant of grants.filter(({ state }) => state === 'ACTIVE')) {
    const left = grant.intimations.filter(({ intimationId }) => intimationId !== binding.id);
    const former = replaced.filter(({ personId, cancellation: ended }) => personId === grant.personId && ended?.by === binding.id);
    const fromFormer = new Set(former.flatMap(({ intimations }) => intimations.map(({ noticeId }) => noticeId)));
    const othersJoined = left.some(({ noticeId }) => !fromFormer.has(noticeId));
    if (othersJoined) {
      updated.push(revised(grant, { intimations: left }));
      continue;
    }
    updated.push(cancelGrant(grant, cancellation));
    for (const partial of former) {
      const intimations = partial.intimations.map((entry) => left.find(({ noticeId }) => noticeId === entry.noticeId) ?? entry);
      updated.push(revised(partial, { state: 'ACTIVE', cancellation: null, intimations }));
    }
  }
  return updated;
}

/** The access as it stands once this notice of it went on. */
export function noteInGrant(grant: Grant, noticeId: string, facts: Pick<GrantedIntimation, 'fulfilledAt' | 'heldUntil' | 'certificateId'>): Grant {
  return revised(grant, { intimations: grant.intimations.map((entry) => (entry.noticeId === noticeId ? { ...entry, ...facts } : entry)) });
}

function entryOf({ id }: Pick<NoticeToOpen, 'id'>, binding: Pick<Binding, 'id' | 'number'>): GrantedIntimation {
  return { intimationId: binding.id, noticeId: id, number: binding.number, fulfilledAt: null, heldUntil: null, certificateId: null };
}

function noticeGrant(
  binding: Binding,
  { id, personId, intimations, at, on }: { id: string; personId: string; intimations: readonly GrantedIntimation[]; at: Date; on: string },
): Grant {
  const { municipalityId, processId, scope, staffId, unitId, number } = binding;
  const documentIds = scope === 'PARTIAL' ? boundDocumentIds(binding) : [];
  const opened = { id, municipalityId, processId, scope, documentIds, personId, intimations, label: `Intimação ${number}` };
  return grantToPerson({ ...opened, purpose: 'INTIMATION', grantedBy: { staffId, unitId } }, { at, on });
}

/** `isUnsaved` changes what has not been stored yet. */
function revised(grant: Grant, change: Partial<Grant>, isUnsaved = false): Grant {
  return { ...grant, ...change, version: isUnsaved ? grant.version : grant.version + 1 };
}
