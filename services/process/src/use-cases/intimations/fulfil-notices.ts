import { endOfLocalDay } from '@guiche/kit/calendar';
import type { LocalDate } from '@guiche/kit/calendar';
import { contentOf } from '../../domain/documents/written-content.ts';
import type { Document } from '../../domain/documents/document.ts';
import { boundDocumentIds, countNotice, inCourseOf } from '../../domain/intimations/binding.ts';
import { certificateDocument, named } from '../../domain/intimations/certificate.ts';
import type { Fulfilment } from '../../domain/intimations/certificate.ts';
import type { IntimationCertificateFiled } from '../../domain/intimations/events.ts';
import { intimationFulfilled } from '../../domain/intimations/intimation-movements.ts';
import { fulfilNotice, heldUntil } from '../../domain/intimations/notice.ts';
import type { Notice } from '../../domain/intimations/notice.ts';
import { noteInGrant } from '../../domain/intimations/notice-grants.ts';
import { unseal } from '../../domain/intimations/seal.ts';
import { documentFiled } from '../../domain/documents/document-movements.ts';
import type { Movement } from '../../domain/processes/movement.ts';
import { defineUseCase } from '../define.ts';
import { knownMunicipality } from '../numbers/take-process-number.ts';
import { noticesWithBindings } from './keep-notice.ts';
import { prepareCertificates } from './prepare-certificates.ts';
import type { PreparedCertificate } from './prepare-certificates.ts';
import { returningProcesses } from './returning-processes.ts';
import { tracked } from './tracked.ts';

export interface FulfilNotice extends Omit<Fulfilment, 'responses'> {
  readonly noticeId: string;
  readonly municipalityId: string;
  /** Ways to answer with their last days, null for those without one. */
  readonly responses: readonly { readonly responseTypeId: string; readonly name: string; readonly dueOn: LocalDate | null }[];
}

/**
 * Recipients count as intimated: each notice gets its certificate, exactly one, whatever the state of the process; the seal
 * is lifted for its recipient, with the last one for all; the process comes back to the unit (IN-14, IN-16). Many at once
 * cost little more than one: fifty thousand may fall due together.
 */
export const fulfilNotices = defineUseCase({
  name: 'fulfilNotices',
  action: 'notice:fulfil',
  load: () => null,

  async prepare({ input, now }: { input: readonly FulfilNotice[]; now: Date }, ports): Promise<PreparedCertificate[]> {
    const { notices, bindings } = await noticesWithBindings(input.map(({ noticeId }) => noticeId), ports);
    const pending = input.filter(({ noticeId }) => notices.get(noticeId).state === 'PENDING');
    const cities = [...new Set(pending.map(({ municipalityId }) => municipalityId))];
    const zones = new Map(await Promise.all(cities.map(async (id) => [id, (await knownMunicipality(id, ports)).timeZone] as const)));
    const wanted = pending.map(({ responses, ...fulfilled }) => {
      const lastInstant = (on: LocalDate): Date => endOfLocalDay(on, zones.get(fulfilled.municipalityId) ?? '');
      const options = responses.map(({ dueOn, ...option }) => ({ ...option, due: dueOn === null ? null : { on: dueOn, at: lastInstant(dueOn) } }));
      const { id: noticeId, intimationId, personIds } = notices.get(fulfilled.noticeId);
      return { noticeId, binding: bindings.get(intimationId), fulfilment: named({ ...fulfilled, responses: options }, personIds) };
    });
    return prepareCertificates(wanted, now, ports);
  },

  async run({ prepared, now, newId }, ports) {
    const { notices, bindings } = await noticesWithBindings(prepared.map(({ noticeId }) => noticeId), ports);
    // The notice's state is the key: the certificate of a late or repeated event is litter, and swept (IN-14).
    const filed = prepared.filter(({ noticeId }) => notices.get(noticeId).state === 'PENDING');
    if (filed.length === 0) return { result: null };
    const boundIds = [...new Set(filed.map(({ noticeId }) => notices.get(noticeId).intimationId))];
    const { processes, placements, bringBack } = await returningProcesses(boundIds.map((id) => bindings.get(id)), now, ports);
    const grants = tracked(await ports.grants.ofNotices(filed.map(({ noticeId }) => noticeId)));
    const certificates: Document[] = [];
    const movements: Movement[] = [];
    const events: IntimationCertificateFiled[] = [];
    const unsealed = new Set<string>();
    const printed = new Map<string, PreparedCertificate>();

    for (const one of filed) {
      const { noticeId, fulfilment } = one;
      const before = notices.get(noticeId);
      const binding = bindings.get(before.intimationId);
      const certificate = certificateDocument(binding, { id: newId(), sequence: one.sequence, file: one.file, at: now });
      const after = fulfilNotice(before, { responses: fulfilment.responses, certificate: { id: certificate.id, number: certificate.number }, fulfilledAt: fulfilment.at });
      const counted = countNotice(binding, before, after);
      notices.set(after);
      bindings.set(counted);
      for (const grant of grants.all()) {
        if (!grant.intimations.some((entry) => entry.noticeId === noticeId)) continue;
        grants.set(noteInGrant(grant, noticeId, { fulfilledAt: after.fulfilledAt, heldUntil: heldUntil(after), certificateId: certificate.id }));
      }
      if (counted.pendingCount === 0) unsealed.add(counted.id);
      processes.set(inCourseOf(processes.get(binding.processId), counted));
      bringBack(binding);
      const { municipalityId, processId, unitId, id: intimationId } = binding;
      const place = () => ({ id: newId(), processId, municipalityId, at: now, unitId, by: null });
      movements.push(documentFiled(place(), certificate), intimationFulfilled({ ...place(), about: subjectOf(after) }, binding, fulfilment, certificate));
      certificates.push(certificate);
      printed.set(certificate.id, one);
      events.push({
        type: 'IntimationCertificateFiled',
        aggregate: { type: 'binding', id: noticeId },
        tenantId: municipalityId,
        data: { intimationId, noticeId, municipalityId, documentId: certificate.id, documentNumber: certificate.number, filedAt: now },
      });
    }

    await ports.processes.updateMany(processes.changed());
    await ports.bindings.updateMany(bindings.changed());
    await ports.notices.updateMany(notices.changed());
    await ports.grants.updateMany(grants.changed());
    await ports.placements.saveMany(placements.changed());
    await ports.documents.insertMany(certificates);
    await ports.contents.addMany(certificates.map((one) => contentOf(one, { html: printed.get(one.id)?.html ?? '', at: now, by: one.createdBy })));
    await ports.keepFiles(filed.map(({ file }) => file));
    const bound = await ports.documents.findMany([...unsealed].flatMap((id) => boundDocumentIds(bindings.get(id))));
    await ports.documents.updateMany(bound.map((document) => ({ ...[...unsealed].reduce(unseal, document), version: document.version + 1 })));
    await ports.movements.append(movements);
    return {
      result: null,
      events,
      audit: events.map(({ data: { noticeId, municipalityId, documentId } }) => ({
        entity: { type: 'notice', id: noticeId },
        municipalityId,
        before: 'PENDING',
        after: { state: notices.get(noticeId).state, certificate: documentId, process: processes.get(notices.get(noticeId).processId).state },
      })),
    };
  },
});

/** Whom the movement is about: himself is told by it who was intimated (LW-03). */
function subjectOf({ personIds: [id, ...others] }: Notice): { kind: 'person'; id: string } | null {
  return id === undefined || others.length > 0 ? null : { kind: 'person', id };
}
