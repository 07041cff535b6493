import { knownMunicipality } from '../numbers/take-process-number.ts';
import type { Document, DocumentFile } from '../../domain/documents/document.ts';
import type { Process } from '../../domain/processes/process.ts';
import type { Unit } from '../../domain/settings/municipality.ts';
import type { Ports } from '../ports.ts';

/** What was written in the editor as a PDF in the store, staged until a transaction keeps it. */
export async function printContent(
  printed: { html: string; process: Process; unit: Unit; document: Pick<Document, 'number' | 'type' | 'title'>; at: Date },
  ports: Pick<Ports, 'municipalities' | 'letterheads' | 'renditions'>,
): Promise<DocumentFile> {
  const { html, process, unit, document, at } = printed;
  const municipality = await knownMunicipality(process.municipalityId, ports);
  const letterhead = await ports.letterheads.find(process.municipalityId);
  const { number, type, title } = document;
  return ports.renditions.written({ html, municipality, letterhead, unit, number, processNumber: process.number, type, title, at });
}
