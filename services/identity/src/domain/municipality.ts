import { isTimeZone } from '@guiche/kit/calendar';
import { textProblem } from '@guiche/kit/errors';
import type { FieldProblem, Wording } from '@guiche/kit/errors';
import { errors } from './errors.ts';
import type { IdentityEvent } from './events.ts';
import { isState } from './states.ts';

/** A city hall served here, with its settings. */
export interface Municipality {
  /** Stable: lower-case letters, digits and hyphens. */
  readonly id: string;
  readonly name: string;
  readonly acronym: string;
  readonly state: string;
  readonly city: string;
  readonly ibgeCode: string | null;
  /** IANA name; legal dates are counted in it. */
  readonly timeZone: string;
  readonly training: boolean;
  /** ID-08: days a released person has to sign the term. */
  readonly termDeadlineDays: number;
  readonly addressLines: readonly string[];
  readonly bodies: readonly Body[];
  /** How far its clock is ahead of real time; 0 but for training, where it may be moved (OB-07). */
  readonly clockAheadSeconds: number;
  readonly version: number;
}

/** A body (órgão) of a municipality. */
export interface Body {
  readonly acronym: string;
  readonly name: string;
}

export type MunicipalitySettings = Omit<Municipality, 'version' | 'clockAheadSeconds'>;

/** Tenant of the operator's own token; never a city. */
export const platformId = 'platform';

/** Every wrong field of the settings. */
export function municipalityProblems(settings: MunicipalitySettings): FieldProblem[] {
  const acronyms = settings.bodies.map(({ acronym }) => acronym.toUpperCase());
  const problems = [
    isSlug(settings.id) && !reserved.has(settings.id) ? undefined : problem('id', 'INVALID_ID', texts.slug),
    textProblem('name', settings.name, { max: 150 }),
    textProblem('acronym', settings.acronym, { max: 20 }),
    isState(settings.state) ? undefined : problem('state', 'INVALID_STATE', texts.state),
    textProblem('city', settings.city, { max: 100 }),
    settings.ibgeCode === null || /^\d{7}$/.test(settings.ibgeCode) ? undefined : problem('ibgeCode', 'INVALID_IBGE_CODE', texts.ibge),
    settings.timeZone.length <= 64 && isTimeZone(settings.timeZone) ? undefined : problem('timeZone', 'INVALID_TIME_ZONE', texts.timeZone),
    isWithin(settings.termDeadlineDays, 1, 365) ? undefined : problem('termDeadlineDays', 'OUT_OF_RANGE', texts.days),
    settings.addressLines.length <= 6 ? undefined : problem('addressLines', 'TOO_MANY', texts.lines),
    ...settings.addressLines.slice(0, 6).map((line, index) => textProblem(`addressLines.${String(index)}`, line, { max: 150 })),
    isWithin(settings.bodies.length, 1, 200) ? undefined : problem('bodies', 'OUT_OF_RANGE', texts.bodies),
    new Set(acronyms).size === acronyms.length ? undefined : problem('bodies', 'DUPLICATE', texts.duplicateBodies),
    ...settings.bodies.slice(0, 200).flatMap(({ acronym, name }, index) => [
      textProblem(`bodies.${String(index)}.acronym`, acronym, { max: 20 }),
      textProblem(`bodies.${String(index)}.name`, name, { max: 150 }),
    ]),
  ];
  return problems.filter((found) => found !== undefined);
}

/**
 * The municipality with these settings: new, changed, or as it was when they say nothing new (no event then). The
 * training flag is decided at creation.
 */
export function configureMunicipality(
  before: Municipality | undefined,
  settings: MunicipalitySettings,
): { state: Municipality; events: IdentityEvent[] } {
  const wanted = { ...settings, state: settings.state.toUpperCase(), training: before?.training ?? settings.training };
  if (before !== undefined && sameSettings(before, wanted)) return { state: before, events: [] };
  return said({ ...wanted, clockAheadSeconds: before?.clockAheadSeconds ?? 0, version: (before?.version ?? 0) + 1 });
}

/** Where the clock of a training municipality is to go: to an instant, or further by some seconds. */
export type ClockMove = { readonly to: Date } | { readonly bySeconds: number };

/** The longest way ahead: 30 years of 365 days. */
const furthestSeconds = 30 * 365 * 24 * 3600;

/**
 * Moves the clock of a training municipality ahead, as of an instant of real time (OB-07). Refuses for real cities, and
 * to go back: what has become due stays so.
 */
export function moveClock(before: Municipality, move: ClockMove, wall: Date): { state: Municipality; events: IdentityEvent[] } {
  if (!before.training) throw errors.CLOCK_NOT_MOVABLE();
  const clockAheadSeconds =
    'to' in move ? Math.ceil((move.to.getTime() - wall.getTime()) / 1000) : before.clockAheadSeconds + move.bySeconds;
  if (!(clockAheadSeconds >= before.clockAheadSeconds)) throw errors.CLOCK_GOES_FORWARD();
  if (clockAheadSeconds > furthestSeconds) throw errors.CLOCK_TOO_FAR();
  return said({ ...before, clockAheadSeconds, version: before.version + 1 });
}

function said(state: Municipality): { state: Municipality; events: IdentityEvent[] } {
  const { id, name, acronym, timeZone, city, termDeadlineDays, training, clockAheadSeconds } = state;
  const data = { municipalityId: id, name, acronym, timeZone, state: state.state, city, termDeadlineDays, training, clockAheadSeconds };
  return {
    state,
    events: [{ type: 'MunicipalityConfigured', aggregate: { type: 'municipality', id }, tenantId: id, data }],
  };
}

/** Lower-case letters, digits and single hyphens, 2 to 60 characters, beginning with a letter. */
export function isSlug(text: string): boolean {
  return text.length >= 2 && text.length <= 60 && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text);
}

const reserved: ReadonlySet<string> = new Set([platformId, 'all']);

function sameSettings(before: Municipality, wanted: MunicipalitySettings): boolean {
  const { version, clockAheadSeconds: _clock, ...settings } = before;
  const order = (value: MunicipalitySettings): string => JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  return version > 0 && order(settings) === order(wanted);
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

function problem(path: string, code: string, message: Wording): FieldProblem {
  return { path, code, message };
}

const texts = {
  slug: {
    pt: 'Use de 2 a 60 letras minúsculas, dígitos e hifens, começando por letra; alguns nomes são reservados.',
    en: 'Use 2 to 60 lower-case letters, digits and hyphens, beginning with a letter; some names are reserved.',
  },
  state: { pt: 'Informe a sigla da unidade da federação, por exemplo SP.', en: 'Give the two letters of the state, for example SP.' },
  ibge: { pt: 'O código do IBGE tem 7 dígitos.', en: 'The IBGE code has 7 digits.' },
  timeZone: { pt: 'Fuso horário desconhecido. Exemplo: America/Sao_Paulo.', en: 'Unknown time zone. Example: America/Sao_Paulo.' },
  days: { pt: 'Use de 1 a 365 dias.', en: 'Use 1 to 365 days.' },
  lines: { pt: 'Use no máximo 6 linhas.', en: 'Use at most 6 lines.' },
  bodies: { pt: 'Informe de 1 a 200 órgãos.', en: 'Give 1 to 200 bodies.' },
  duplicateBodies: { pt: 'Há siglas de órgão repetidas.', en: 'Some acronyms of bodies are repeated.' },
} satisfies Record<string, Wording>;
