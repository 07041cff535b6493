import { countNotice, inCourseOf } from '../../domain/intimations/binding.ts';
import type { Binding } from '../../domain/intimations/binding.ts';
import { heldUntil } from '../../domain/intimations/notice.ts';
import type { Notice } from '../../domain/intimations/notice.ts';
import { noteInGrant } from '../../domain/intimations/notice-grants.ts';
import { processErrors } from '../../domain/errors.ts';
import type { Ports } from '../ports.ts';
import { tracked } from './tracked.ts';
import type { Tracked } from './tracked.ts';

/** A notice with the binding it belongs to. */
export interface KnownNotice {
  readonly notice: Notice;
  readonly binding: Binding;
}

/** One notice; its events may be faster than that of its intimation, and are tried again then. */
export async function knownNotice(noticeId: string, { notices, bindings }: Pick<Ports, 'notices' | 'bindings'>): Promise<KnownNotice> {
  const [notice] = await notices.findMany([noticeId]);
  const [binding] = notice === undefined ? [] : await bindings.findMany([notice.intimationId]);
  if (notice === undefined || binding === undefined) throw processErrors.NOTICE_NOT_BOUND_YET();
  return { notice, binding };
}

/** Many notices with their bindings; throws the same when one of them is not here yet. */
export async function noticesWithBindings(ids: readonly string[], { notices, bindings }: Pick<Ports, 'notices' | 'bindings'>): Promise<{ notices: Tracked<Notice>; bindings: Tracked<Binding> }> {
  const found = await notices.findMany([...new Set(ids)]);
  const bound = await bindings.findMany([...new Set(found.map(({ intimationId }) => intimationId))]);
  if (found.length < new Set(ids).size) throw processErrors.NOTICE_NOT_BOUND_YET();
  return { notices: tracked(found), bindings: tracked(bound) };
}

/** Writes a notice that went on: itself, the counts of its intimation, and what its accesses depend on. */
export async function keepNotice({ notice: before, binding }: KnownNotice, after: Notice, ports: Pick<Ports, 'notices' | 'bindings' | 'grants'>): Promise<Binding> {
  await ports.notices.updateMany([after]);
  const counted = countNotice(binding, before, after);
  if (counted !== binding) await ports.bindings.update(counted);
  const facts = { fulfilledAt: after.fulfilledAt, heldUntil: heldUntil(after), certificateId: after.certificate?.id ?? null };
  await ports.grants.updateMany((await ports.grants.ofNotices([after.id])).map((grant) => noteInGrant(grant, after.id, facts)));
  return counted;
}

/** The same, with the process, which is in course or not any more (PR-06). */
export async function keepCourse(known: KnownNotice, after: Notice, ports: Pick<Ports, 'notices' | 'bindings' | 'grants' | 'processes'>): Promise<void> {
  const binding = await keepNotice(known, after, ports);
  if (binding === known.binding) return;
  const [process] = await ports.processes.findMany([binding.processId]);
  if (process === undefined) throw new Error('A binding without its process');
  const changed = inCourseOf(process, binding);
  if (changed !== process) await ports.processes.update(changed);
}
