import type { Access } from '../processes/access-level.ts';
import type { Process } from '../processes/process.ts';
import { isInCourse } from './notice.ts';
import type { Notice } from './notice.ts';

/** What an intimation holds in its process: the documents it locks and seals, and how many of its notices are where. */
export interface Binding {
  /** The intimation. */
  readonly id: string;
  readonly municipalityId: string;
  readonly processId: string;
  /** Number of the intimation, `INT 2026/7`. */
  readonly number: string;
  readonly typeName: string;
  /** The unit that intimates. */
  readonly unitId: string;
  readonly staffId: string;
  readonly scope: 'INTEGRAL' | 'PARTIAL';
  readonly documentId: string;
  readonly annexIds: readonly string[];
  /** Type and number of the documents, as certificates name them. */
  readonly documentLabel: string;
  readonly annexLabels: readonly string[];
  /** The most restrictive level among its documents: what names them is as restricted. */
  readonly access: Access;
  readonly boundAt: Date;
  readonly state: 'BOUND' | 'WITHDRAWN';
  /** Notices that are not fulfilled; the documents are sealed for the public while there are any (IN-07). */
  readonly pendingCount: number;
  /** Notices in course (PR-06). */
  readonly inCourseCount: number;
  readonly version: number;
}

/** All documents that an intimation binds, the principal one first. */
export function boundDocumentIds({ documentId, annexIds }: Pick<Binding, 'documentId' | 'annexIds'>): string[] {
  return [documentId, ...annexIds];
}

/** The binding once one of its notices changed. The same binding when its counts stay. */
export function countNotice(binding: Binding, before: Notice, after: Notice): Binding {
  const pendingCount = binding.pendingCount + difference(before.state === 'PENDING', after.state === 'PENDING');
  const inCourseCount = binding.inCourseCount + difference(isInCourse(before), isInCourse(after));
  const isSame = pendingCount === binding.pendingCount && inCourseCount === binding.inCourseCount;
  return isSame ? binding : { ...binding, pendingCount, inCourseCount, version: binding.version + 1 };
}

/** The binding of an intimation that cannot stand. */
export function withdrawBinding(binding: Binding): Binding {
  return { ...binding, state: 'WITHDRAWN', pendingCount: 0, inCourseCount: 0, version: binding.version + 1 };
}

/** PR-06: the process with the intimation among those in course, or not any more. The same process when that holds already. */
export function inCourseOf(process: Process, { number, inCourseCount }: Pick<Binding, 'number' | 'inCourseCount'>): Process {
  const isListed = process.intimationsInCourse.includes(number);
  if (isListed === inCourseCount > 0) return process;
  const others = process.intimationsInCourse.filter((other) => other !== number);
  return { ...process, intimationsInCourse: isListed ? others : [...others, number], version: process.version + 1 };
}

function difference(before: boolean, after: boolean): number {
  return Number(after) - Number(before);
}
