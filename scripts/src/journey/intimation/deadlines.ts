import { formatLocalDate } from '@guiche/kit/calendar';
import { graphClient, GraphRefusal } from '../../graph/graph-client.ts';
import type { GraphClient } from '../../graph/graph-client.ts';
import { expectThat } from '../expect-that.ts';
import type { Story } from '../story.ts';
import type { World } from '../world.ts';
import * as documents from './deadline-documents.ts';
import { training, trainingStaff } from './training-city.ts';

interface DayInTheWay {
  readonly date: string;
  readonly name: string;
  readonly legalBasis: string | null;
  readonly kind: { readonly label: string };
}

/** A legal date with its explanation. */
interface ExplainedDeadline {
  readonly date: string;
  readonly endsAt: string;
  readonly rule: { readonly id: string };
  readonly steps: readonly { readonly text: string; readonly daysInTheWay: readonly DayInTheWay[] }[];
}

interface Vector {
  readonly title: string;
  readonly municipalityId?: string;
  readonly kind: 'TACIT' | 'RESPONSE';
  readonly startsOn: string;
  readonly amount?: { readonly unit: 'CALENDAR_DAYS' | 'BUSINESS_DAYS' | 'MONTHS'; readonly value: number };
  readonly is: string;
}

/** Counted by hand from domain.md, IN-11 and IN-17, and from the calendar on the wall. */
const vectors: readonly Vector[] = [
  { title: 'Prazo tácito de 10 dias, expedida na sexta 06/03/2026 (IN-11)', kind: 'TACIT', startsOn: '2026-03-06', is: '2026-03-18' },
  { title: 'Resposta em 10 dias corridos, cumprida em 16/03/2026 (IN-17)', kind: 'RESPONSE', startsOn: '2026-03-16', amount: { unit: 'CALENDAR_DAYS', value: 10 }, is: '2026-03-26' },
  { title: 'Resposta em 10 dias úteis, cumprida em 16/03/2026 (IN-17)', kind: 'RESPONSE', startsOn: '2026-03-16', amount: { unit: 'BUSINESS_DAYS', value: 10 }, is: '2026-03-30' },
  { title: 'Resposta em 1 mês, cumprida em 10/03/2026 (IN-17)', kind: 'RESPONSE', startsOn: '2026-03-10', amount: { unit: 'MONTHS', value: 1 }, is: '2026-04-13' },
  { title: 'Resposta em 1 dia útil: é o dia útil seguinte, nunca o próprio dia', kind: 'RESPONSE', startsOn: '2026-03-16', amount: { unit: 'BUSINESS_DAYS', value: 1 }, is: '2026-03-17' },
  { title: 'Feriados em cadeia: termina na Sexta-feira Santa e passa pelo fim de semana', kind: 'RESPONSE', startsOn: '2026-03-24', amount: { unit: 'CALENDAR_DAYS', value: 10 }, is: '2026-04-06' },
  { title: 'Feriado municipal: 5 dias úteis que passam por Nossa Senhora da Conceição, em Campinas', kind: 'RESPONSE', startsOn: '2026-12-02', amount: { unit: 'BUSINESS_DAYS', value: 5 }, is: '2026-12-10' },
  { title: 'Virada do ano: prazo tácito de 10 dias que termina no Ano-Novo, numa sexta-feira', kind: 'TACIT', startsOn: '2026-12-22', is: '2027-01-04' },
  { title: 'Fim do mês: 1 mês a contar de 30/01/2026, em que não há dia 30', kind: 'RESPONSE', startsOn: '2026-01-29', amount: { unit: 'MONTHS', value: 1 }, is: '2026-03-02' },
  {
    title: 'Indisponibilidade em 26/03/2026: os mesmos 10 dias corridos vão ao dia útil seguinte (IN-20)',
    municipalityId: training.municipalityId, kind: 'RESPONSE', startsOn: '2026-03-16', amount: { unit: 'CALENDAR_DAYS', value: 10 }, is: '2026-03-27',
  },
];

/** Ten legal dates with the explanation that anybody gets, without an account. */
export async function playDeadlines(story: Story, world: World): Promise<void> {
  await story.step('O município de treinamento tem uma indisponibilidade em 26/03/2026 que prorroga prazos', async ({ count }) => {
    const result = await registerOutageOnce(await trainingStaff(world, 'usuario01'), count);
    return { value: undefined, result };
  });
  const anybody = graphClient(world.graphUrl);
  for (const { title, is, municipalityId = 'campinas', ...asked } of vectors) {
    await story.step(title, async ({ count }) => {
      const { data, subgraphRequests } = await anybody.ask<{ previewDeadline: ExplainedDeadline }>(documents.previewDeadline, { input: { municipalityId, ...asked } });
      count(subgraphRequests);
      const { previewDeadline: deadline } = data;
      expectThat(deadline.date === is, `O prazo termina em ${deadline.date}, e não em ${is}`);
      expectThat(deadline.endsAt === `${dayAfter(is)}T02:59:59.999Z`, `O último instante é ${deadline.endsAt}`);
      expectThat(deadline.steps.length > 0, 'A data não vem explicada');
      return { value: undefined, result: told(deadline) };
    });
  }
}

/** Registered once and found by every later run: outages of one time do not overlap. */
async function registerOutageOnce(administrator: GraphClient, count: (requests: Readonly<Record<string, number>>) => void): Promise<string> {
  const input = {
    municipalityId: training.municipalityId, startsAt: '2026-03-26T10:00:00-03:00', endsAt: '2026-03-26T14:00:00-03:00',
    summary: 'Falha de energia no centro de dados', extendsDeadlines: true,
  };
  try {
    const { data, subgraphRequests } = await administrator.ask<{ registerOutage: { outage: { startsOn: string } } }>(documents.registerOutage, { input });
    count(subgraphRequests);
    return `registrada: ${formatLocalDate(data.registerOutage.outage.startsOn)}`;
  } catch (error) {
    if (error instanceof GraphRefusal && error.code === 'OUTAGE_OVERLAPS') return 'já registrada';
    throw error;
  }
}

function told({ date, rule, steps }: ExplainedDeadline): string {
  const lines = steps.flatMap(({ text, daysInTheWay }) => [
    text,
    ...daysInTheWay.map(({ date: day, name, kind, legalBasis }) => `    ${formatLocalDate(day)}: ${[...new Set([kind.label, name, legalBasis])].filter((part) => part !== null && part !== '').join(', ')}`),
  ]);
  return [`${formatLocalDate(date)}, às 23:59:59 (${rule.id})`, ...lines].join('\n    ');
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
