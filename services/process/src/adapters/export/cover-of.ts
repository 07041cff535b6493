import { formatLocalDate, localDate } from '@guiche/kit/calendar';
import type { Reader } from '../../domain/processes/reading.ts';
import type { ExportTask } from '../../use-cases/exports/ports.ts';
import type { CoverFacts } from './export-entry.ts';

const levels = { PUBLIC: 'Público', RESTRICTED: 'Restrito', SECRET: 'Sigiloso' } as const;

/** What the first page says. Names of people with an account are identity's; whoever asked is named by what he is. */
export function coverOf({ requested, process, specification, parties, municipality, letterhead, unit }: ExportTask): CoverFacts {
  const { accessLevel, legalHypothesis, openedAt } = process;
  const level = legalHypothesis === null ? levels[accessLevel] : `${levels[accessLevel]} (${legalHypothesis})`;
  return {
    city: municipality.name,
    cityLines: letterhead?.lines ?? [],
    processNumber: process.number,
    processType: process.typeName,
    facts: [
      ...(specification === '' ? [] : [{ label: 'Especificação', value: specification }]),
      ...(unit === undefined ? [] : [{ label: 'Unidade geradora', value: `${unit.acronym} - ${unit.name}` }]),
      { label: 'Autuação', value: formatLocalDate(localDate(openedAt, municipality.timeZone)) },
      ...(parties.length === 0 ? [] : [{ label: 'Interessados', value: parties.join(', ') }]),
      { label: 'Nível de acesso', value: level },
      ...(requested.onlyPublic ? [{ label: 'Conteúdo', value: 'Somente documentos públicos' }] : []),
    ],
    requestedAt: requested.requestedAt,
    requestedBy: requesterOf(requested.reader),
  };
}

function requesterOf(reader: Reader): string {
  switch (reader.kind) {
    case 'staff':
      return 'servidor da prefeitura';
    case 'person':
      return 'usuário externo';
    case 'isolated':
    case 'nobody':
      return 'consulta pública';
  }
}
