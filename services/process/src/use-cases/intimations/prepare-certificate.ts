import type { DocumentFile } from '../../domain/documents/document.ts';
import { documentNumber, documentSequenceName } from '../../domain/numbers/numbering.ts';
import { certificateHtml, composeCertificate } from '../../domain/intimations/certificate.ts';
import type { Fulfilment } from '../../domain/intimations/certificate.ts';
import type { Binding } from '../../domain/intimations/binding.ts';
import { processErrors } from '../../domain/errors.ts';
import { knownMunicipality } from '../numbers/take-process-number.ts';
import type { Ports } from '../ports.ts';

/** A certificate that was printed and has its number, not part of the process yet. */
export interface PreparedCertificate {
  readonly sequence: number;
  readonly number: string;
  readonly file: DocumentFile;
  readonly html: string;
}

/** Numbers and prints the certificate of a fulfilment, outside the transaction that files it (IN-14). */
export async function prepareCertificate(fulfilment: Fulfilment, { binding, at }: { binding: Binding; at: Date }, ports: Ports): Promise<PreparedCertificate> {
  const { municipalityId, processId, unitId } = binding;
  const [municipality, letterhead, [process], unit, sequence] = await Promise.all([
    knownMunicipality(municipalityId, ports),
    ports.letterheads.find(municipalityId),
    ports.processes.findMany([processId]),
    ports.units.find(unitId),
    ports.sequences.next(documentSequenceName(municipalityId)),
  ]);
  if (process === undefined || unit === undefined) throw processErrors.NOTICE_NOT_BOUND_YET();
  const number = documentNumber(sequence);
  const processNumber = process.number;
  const certificate = composeCertificate(fulfilment, { binding, processNumber, unit, timeZone: municipality.timeZone });
  const file = await ports.renditions.certificate({ ...certificate, municipality, letterhead, number, processNumber, at });
  return { sequence, number, file, html: certificateHtml(certificate) };
}
