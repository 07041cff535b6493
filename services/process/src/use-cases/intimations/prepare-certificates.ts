import type { DocumentFile } from '../../domain/documents/document.ts';
import { processErrors } from '../../domain/errors.ts';
import { certificateHtml, composeCertificate } from '../../domain/intimations/certificate.ts';
import type { Fulfilment } from '../../domain/intimations/certificate.ts';
import type { Binding } from '../../domain/intimations/binding.ts';
import { documentNumber, documentSequenceName } from '../../domain/numbers/numbering.ts';
import { knownMunicipality } from '../numbers/take-process-number.ts';
import type { Ports } from '../ports.ts';

/** A fulfilment that a certificate is wanted of. */
export interface WantedCertificate {
  readonly noticeId: string;
  readonly binding: Binding;
  readonly fulfilment: Fulfilment;
}

/** A certificate that was printed and has its number, not part of the process yet. */
export interface PreparedCertificate extends WantedCertificate {
  readonly sequence: number;
  readonly file: DocumentFile;
  readonly html: string;
}

/** Numbers and prints certificates, outside the transaction that files them (IN-14). */
export async function prepareCertificates(wanted: readonly WantedCertificate[], at: Date, ports: Ports): Promise<PreparedCertificate[]> {
  const cities = Map.groupBy(wanted, ({ binding }) => binding.municipalityId);
  return (await Promise.all([...cities].map(([municipalityId, ofCity]) => prepareOfCity(municipalityId, ofCity, at, ports)))).flat();
}

async function prepareOfCity(municipalityId: string, wanted: readonly WantedCertificate[], at: Date, ports: Ports): Promise<PreparedCertificate[]> {
  const [municipality, letterhead, processes, units, first] = await Promise.all([
    knownMunicipality(municipalityId, ports),
    ports.letterheads.find(municipalityId),
    ports.processes.findMany([...new Set(wanted.map(({ binding }) => binding.processId))]),
    ports.units.findMany([...new Set(wanted.map(({ binding }) => binding.unitId))]),
    ports.sequences.take(documentSequenceName(municipalityId), wanted.length),
  ]);
  return Promise.all(
    wanted.map(async (one, index): Promise<PreparedCertificate> => {
      const { binding, fulfilment } = one;
      const process = processes.find(({ id }) => id === binding.processId);
      const unit = units.find(({ id }) => id === binding.unitId);
      if (process === undefined || unit === undefined) throw processErrors.NOTICE_NOT_BOUND_YET();
      const sequence = first + index;
      const certificate = composeCertificate(fulfilment, { binding, processNumber: process.number, unit, timeZone: municipality.timeZone });
      const printed = { ...certificate, municipality, letterhead, number: documentNumber(sequence), processNumber: process.number, at };
      return { ...one, sequence, file: await ports.renditions.certificate(printed), html: certificateHtml(certificate) };
    }),
  );
}
