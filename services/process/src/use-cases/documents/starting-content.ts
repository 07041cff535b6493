import { localDate } from '@guiche/kit/calendar';
import type { DocumentType } from '../../domain/catalogue/document-type.ts';
import { fillTemplate } from '../../domain/documents/content-template.ts';
import { withBlanks } from '../../domain/documents/template-blanks.ts';
import { templateValues } from '../../domain/documents/template-variables.ts';
import type { Process } from '../../domain/processes/process.ts';
import type { Unit } from '../../domain/settings/municipality.ts';
import { knownMunicipality } from '../numbers/take-process-number.ts';
import type { Ports } from '../ports.ts';

/** The type's template with what is known of the process; what is not known yet is a blank to be filled in. */
export async function startingContent(
  { type, process, unit, number, at }: { type: DocumentType; process: Process; unit: Unit; number: string; at: Date },
  ports: Pick<Ports, 'municipalities'>,
): Promise<string> {
  if (type.template === null) return '';
  const municipality = await knownMunicipality(process.municipalityId, ports);
  const values = templateValues({
    municipality,
    unit,
    process: {
      number: process.number,
      type: process.typeName,
      specification: process.specification,
      interestedParties: process.otherParties.map(({ name }) => name),
    },
    document: { number, type: type.name },
    signer: undefined,
    day: localDate(at, municipality.timeZone),
  });
  return fillTemplate(type.template, withBlanks(values)).html;
}
