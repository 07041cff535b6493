import { localDate, startOfLocalDay } from '@guiche/kit/calendar';
import type { LocalDate } from '@guiche/kit/calendar';
import type { PublicDocument, PublicProcess } from '../../domain/search/public-item.ts';
import type { Ports } from '../ports.ts';

/** The city's clock and cut-off date. */
export interface PublicCity {
  readonly timeZone: string;
  readonly contentSince: Date | null;
}

/** A process as it is shown: with its permanent link and the day on the city's calendar. */
export interface ShownProcess extends PublicProcess {
  readonly link: string;
  readonly openedOn: LocalDate;
}

/** The same for a document. */
export interface ShownDocument extends PublicDocument {
  readonly link: string;
  readonly day: LocalDate;
}

const usualTimeZone = 'America/Sao_Paulo';

/** How a city shows what is public. */
export async function publicCity(
  municipalityId: string,
  { municipalities, publicSearch }: Pick<Ports, 'municipalities' | 'publicSearch'>,
): Promise<PublicCity> {
  const [municipality, settings] = await Promise.all([municipalities.find(municipalityId), publicSearch.settings(municipalityId)]);
  const timeZone = municipality?.timeZone ?? usualTimeZone;
  return { timeZone, contentSince: settings.contentSince === null ? null : startOfLocalDay(settings.contentSince, timeZone) };
}

export function showProcess(process: PublicProcess, { timeZone }: PublicCity, { publicSearch }: Pick<Ports, 'publicSearch'>): ShownProcess {
  const { id, openedAt } = process.process;
  return { ...process, link: publicSearch.linkTo({ kind: 'process', id }), openedOn: localDate(openedAt, timeZone) };
}

export function showDocument(document: PublicDocument, { timeZone }: PublicCity, { publicSearch }: Pick<Ports, 'publicSearch'>): ShownDocument {
  const { id } = document.document;
  return { ...document, link: publicSearch.linkTo({ kind: 'document', id }), day: localDate(document.date, timeZone) };
}
