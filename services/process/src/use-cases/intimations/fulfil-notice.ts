import { endOfLocalDay } from '@guiche/kit/calendar';
import type { LocalDate } from '@guiche/kit/calendar';
import { contentOf } from '../../domain/documents/written-content.ts';
import { boundDocumentIds, inCourseOf } from '../../domain/intimations/binding.ts';
import { certificateDocument } from '../../domain/intimations/certificate.ts';
import type { Fulfilment } from '../../domain/intimations/certificate.ts';
import { intimationFulfilled } from '../../domain/intimations/intimation-movements.ts';
import { fulfilNotice as fulfil } from '../../domain/intimations/notice.ts';
import { unseal } from '../../domain/intimations/seal.ts';
import { documentFiled } from '../../domain/processes/movement.ts';
import type { Process } from '../../domain/processes/process.ts';
import { defineUseCase } from '../define.ts';
import { knownMunicipality } from '../numbers/take-process-number.ts';
import { keepNotice, knownNotice } from './keep-notice.ts';
import { prepareCertificate } from './prepare-certificate.ts';
import { returnToUnit } from './return-to-unit.ts';

export interface FulfilNotice extends Omit<Fulfilment, 'responses'> {
  readonly noticeId: string;
  readonly municipalityId: string;
  /** Ways to answer with their last days, null for those without one. */
  readonly responses: readonly { readonly responseTypeId: string; readonly name: string; readonly dueOn: LocalDate | null }[];
}

/**
 * A recipient counts as intimated: the certificate is filed, exactly one for each notice, whatever the state of the
 * process; the seal is lifted for him, with the last one for all; the process comes back to the unit (IN-14, IN-16).
 */
export const fulfilNotice = defineUseCase({
  name: 'fulfilNotice',
  action: 'notice:fulfil',
  load: () => null,

  async prepare({ input, now }: { input: FulfilNotice; now: Date }, ports) {
    const { notice, binding } = await knownNotice(input.noticeId, ports);
    if (notice.state !== 'PENDING') return null;
    const { timeZone } = await knownMunicipality(input.municipalityId, ports);
    const responses = input.responses.map(({ dueOn, ...option }) => ({ ...option, due: dueOn === null ? null : { on: dueOn, at: endOfLocalDay(dueOn, timeZone) } }));
    const fulfilment: Fulfilment = { ...input, responses };
    return { fulfilment, certificate: await prepareCertificate(fulfilment, { binding, at: now }, ports) };
  },

  async run({ input, prepared, now, newId }, ports) {
    if (prepared === null) return { result: null };
    const known = await knownNotice(input.noticeId, ports);
    const { notice, binding } = known;
    // The notice's state is the key: the certificate of a late or repeated event is litter, and swept (IN-14).
    if (notice.state !== 'PENDING') return { result: null };
    const { fulfilment, certificate: printed } = prepared;
    const { municipalityId, processId, unitId, id: intimationId } = binding;
    const certificate = certificateDocument(binding, { id: newId(), sequence: printed.sequence, file: printed.file, at: now });
    const { id: documentId, number } = certificate;

    await ports.documents.insertMany([certificate]);
    await ports.contents.add(contentOf(certificate, { html: printed.html, at: now, by: certificate.createdBy }));
    await ports.keepFiles([printed.file]);
    const after = fulfil(notice, { responses: fulfilment.responses, certificate: { id: documentId, number }, fulfilledAt: fulfilment.at });
    const counted = await keepNotice(known, after, ports);
    if (counted.pendingCount === 0) {
      await ports.documents.updateMany((await ports.documents.findMany(boundDocumentIds(binding))).map((document) => unseal(document, intimationId)));
    }
    const [process] = await ports.processes.findMany([processId]);
    if (process === undefined) throw new Error('A binding without its process');
    const returned = process.state === 'CANCELLED' ? null : await returnToUnit(process, binding, now, ports);
    const course = (one: Process): Process => (one.id === processId ? inCourseOf(one, counted) : one);
    const touched = returned === null || returned.before.id !== processId ? [{ before: process, process }, ...(returned === null ? [] : [returned])] : [returned];
    for (const { before, process: changed } of touched) {
      const whole = course(changed);
      if (whole !== before) await ports.processes.update({ ...whole, version: before.version + 1 });
    }
    if (returned !== null) await ports.placements.save(returned.placement);
    const [personId, ...others] = notice.personIds;
    const about = personId === undefined || others.length > 0 ? null : ({ kind: 'person', id: personId } as const);
    const place = () => ({ id: newId(), processId, municipalityId, at: now, unitId, by: null });
    await ports.movements.append([documentFiled(place(), certificate), intimationFulfilled({ ...place(), about }, binding, fulfilment, certificate)]);
    return {
      result: null,
      events: [
        {
          type: 'IntimationCertificateFiled',
          aggregate: { type: 'binding', id: notice.id },
          tenantId: municipalityId,
          data: { intimationId, noticeId: notice.id, municipalityId, documentId, documentNumber: number, filedAt: now },
        },
      ],
      audit: [
        {
          entity: { type: 'notice', id: notice.id },
          municipalityId,
          before: notice.state,
          after: { state: after.state, kind: fulfilment.kind, on: fulfilment.on, certificate: documentId, process: process.state },
        },
      ],
    };
  },
});
