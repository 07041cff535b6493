import type { AppError } from '@guiche/kit/errors';
import type { Grant } from '../access/grant.ts';
import type { DocumentType } from '../catalogue/document-type.ts';
import type { Document } from '../documents/document.ts';
import { processErrors } from '../errors.ts';
import type { Access } from '../processes/access-level.ts';
import { reachOf } from '../processes/reading.ts';
import { stricter } from '../processes/process.ts';
import type { Process } from '../processes/process.ts';
import { worksInUnit } from '../settings/staff-member.ts';
import type { StaffMember } from '../settings/staff-member.ts';
import type { Unit } from '../settings/municipality.ts';
import { inCourseOf } from './binding.ts';
import type { Binding } from './binding.ts';
import type { IntimationBindingRefused, IntimationBound } from './events.ts';
import { annexProblems, intimationProblems, processProblems } from './intimability.ts';
import { pendingNotice } from './notice.ts';
import type { Notice } from './notice.ts';
import { openNotices } from './notice-grants.ts';
import type { NoticeToOpen, OpenedNotices } from './notice-grants.ts';
import { bond } from './seal.ts';

/** An intimation as the intimation service asks for it. */
export interface RequestedIntimation {
  readonly intimationId: string;
  readonly number: string;
  readonly municipalityId: string;
  readonly processId: string;
  readonly unitId: string;
  readonly staffId: string;
  readonly documentId: string;
  readonly annexDocumentIds: readonly string[];
  readonly scope: 'INTEGRAL' | 'PARTIAL';
  readonly typeName: string;
  readonly notices: readonly NoticeToOpen[];
}

/** What this service has of what an intimation names. */
export interface FoundForIntimation {
  readonly process: Process | undefined;
  readonly unit: Unit | undefined;
  readonly member: StaffMember | undefined;
  readonly documents: readonly Document[];
  readonly type: DocumentType | undefined;
  /** Accesses in force that earlier intimations gave the recipients on the process. */
  readonly held: readonly Grant[];
}

export type BindingDecision =
  | { readonly outcome: 'REFUSED'; readonly event: IntimationBindingRefused }
  | {
      readonly outcome: 'BOUND';
      readonly binding: Binding;
      readonly notices: readonly Notice[];
      readonly process: Process;
      readonly documents: readonly Document[];
      readonly grants: OpenedNotices;
      readonly event: IntimationBound;
    };

/** Binds process, documents and accesses to an intimation, all of it, or says everything that stands in the way (PR-08, IN-06). */
export function bindIntimation(requested: RequestedIntimation, found: FoundForIntimation, moment: { at: Date; on: string; newId: () => string }): BindingDecision {
  const { process, unit } = found;
  if (process?.municipalityId !== requested.municipalityId || unit?.municipalityId !== requested.municipalityId) return refused(requested, [processErrors.PROCESS_NOT_FOUND()]);
  const outside = outsideProblems(found.member, process, unit);
  if (outside.length > 0) return refused(requested, outside);
  const [principal, ...annexes] = [requested.documentId, ...requested.annexDocumentIds].map((id) => found.documents.find((document) => document.id === id && document.processId === process.id));
  const known = annexes.filter((annex) => annex !== undefined);
  if (principal === undefined || known.length < annexes.length) return refused(requested, [processErrors.INTIMATION_DOCUMENT_NOT_FOUND()]);
  const binding = bindingOf(requested, { process, documents: [principal, ...known], at: moment.at });
  const grants = openNotices(requested.notices, binding, { held: found.held, ...moment });
  const problems = [
    ...intimationProblems({ process, unit, document: principal, type: found.type }),
    ...known.flatMap(annexProblems),
    ...grants.problems,
  ];
  if (problems.length > 0) return refused(requested, problems);
  const { intimationId, number, municipalityId, notices, processId } = requested;
  return {
    outcome: 'BOUND',
    binding,
    notices: notices.map(({ id, personIds }) => pendingNotice({ id, intimationId, municipalityId, processId, personIds, replacedGrantIds: grants.replaced.get(id) ?? [] })),
    process: inCourseOf(process, binding),
    documents: [principal, ...known].map((document) => bond(document, { intimationId, number })),
    grants,
    event: {
      type: 'IntimationBound',
      aggregate: { type: 'binding', id: intimationId },
      tenantId: municipalityId,
      data: {
        intimationId, municipalityId, processId, processNumber: process.number, processTypeKey: process.typeKey, body: unit.body ?? '',
        documentLabel: binding.documentLabel, boundAt: moment.at, secret: process.globalLevel === 'SECRET',
      },
    },
  };
}

/**
 * Why somebody is not told anything else of a process and its documents: does not work in the unit, does not read it (a
 * secret one is for credentials alone), or the unit does not have it open. Who is not in there learns no number of it.
 */
function outsideProblems(member: StaffMember | undefined, process: Process, unit: Unit): AppError[] {
  if (member === undefined || !worksInUnit(member, unit)) return [processErrors.INTIMATION_STAFF_NOT_IN_UNIT()];
  const { id: staffId, municipalityId, unitIds } = member;
  if (reachOf({ kind: 'staff', staffId, municipalityId, unitIds }, { ...process, grants: [] }).kind === 'nothing') return [processErrors.PROCESS_NOT_FOUND()];
  return process.openUnitIds.includes(unit.id) ? [] : processProblems({ process, unit });
}

function bindingOf(requested: RequestedIntimation, { process, documents, at }: { process: Process; documents: readonly Document[]; at: Date }): Binding {
  const { intimationId: id, annexDocumentIds: annexIds, notices, municipalityId, processId, number, typeName, unitId, staffId, scope, documentId } = requested;
  const [documentLabel = '', ...annexLabels] = documents.map(({ type, number: documentNumber }) => `${type} ${documentNumber}`);
  const level: Access = { accessLevel: process.accessLevel, legalHypothesis: process.legalHypothesis };
  return {
    id, municipalityId, processId, number, typeName, unitId, staffId, scope, documentId, annexIds, documentLabel, annexLabels,
    access: documents.reduce<Access>((so, { accessLevel, legalHypothesis }) => (stricter(so.accessLevel, accessLevel) === so.accessLevel ? so : { accessLevel, legalHypothesis }), level),
    boundAt: at,
    state: 'BOUND',
    pendingCount: notices.length,
    inCourseCount: notices.length,
    version: 1,
  };
}

function refused({ intimationId, municipalityId }: RequestedIntimation, problems: readonly AppError[]): BindingDecision {
  const detail = problems.map(({ wording }) => wording.pt).join(' ');
  return {
    outcome: 'REFUSED',
    event: {
      type: 'IntimationBindingRefused',
      aggregate: { type: 'binding', id: intimationId },
      tenantId: municipalityId,
      data: { intimationId, municipalityId, reasonCode: problems[0]?.code ?? '', detail },
    },
  };
}
