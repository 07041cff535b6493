import { textProblem } from '@guiche/kit/errors';
import type { FieldProblem } from '@guiche/kit/errors';
import { isEmailAddress } from './email-address.ts';
import type { IdentityEvent } from './events.ts';
import { isSlug } from './municipality.ts';
import type { Municipality } from './municipality.ts';

/** A unit (unidade) of a municipality, in one of its bodies. */
export interface Unit {
  /** `<municipality>-<key>`. */
  readonly id: string;
  readonly municipalityId: string;
  readonly name: string;
  readonly acronym: string;
  /** Acronym of the body. */
  readonly body: string;
  readonly parentId: string | null;
  readonly email: string;
  readonly active: boolean;
  readonly version: number;
}

export type UnitSettings = Omit<Unit, 'version' | 'id'> & { readonly key: string };

/** Every wrong field. `parent` is the unit that `parentId` names, undefined when there is none in the municipality. */
export function unitProblems(settings: UnitSettings, { municipality, parent }: { municipality: Municipality; parent: Unit | undefined }): FieldProblem[] {
  const knownBody = municipality.bodies.some(({ acronym }) => acronym === settings.body);
  const problems = [
    isSlug(settings.key)
      ? undefined
      : { path: 'key', code: 'INVALID_ID', message: { pt: 'Use letras minúsculas, dígitos e hifens.', en: 'Use lower-case letters, digits and hyphens.' } },
    textProblem('name', settings.name, { max: 150 }),
    textProblem('acronym', settings.acronym, { max: 30 }),
    knownBody
      ? undefined
      : { path: 'body', code: 'UNKNOWN_BODY', message: { pt: 'Órgão desconhecido neste município.', en: 'Unknown body in this municipality.' } },
    settings.parentId === null || (parent !== undefined && parent.id !== unitIdOf(settings))
      ? undefined
      : { path: 'parentId', code: 'UNKNOWN_UNIT', message: { pt: 'Unidade superior desconhecida.', en: 'Unknown parent unit.' } },
    isEmailAddress(settings.email)
      ? undefined
      : { path: 'email', code: 'INVALID_EMAIL', message: { pt: 'O endereço de e-mail não é válido.', en: 'The e-mail address is not valid.' } },
  ];
  return problems.filter((found) => found !== undefined);
}

export function unitIdOf({ municipalityId, key }: Pick<UnitSettings, 'municipalityId' | 'key'>): string {
  return `${municipalityId}-${key}`;
}

/** New, changed, or as it was when the settings say nothing new. */
export function configureUnit(before: Unit | undefined, settings: UnitSettings): { state: Unit; events: IdentityEvent[] } {
  const { key: _key, ...fields } = settings;
  const id = unitIdOf(settings);
  if (before !== undefined && Object.entries(fields).every(([name, value]) => before[name as keyof Unit] === value)) {
    return { state: before, events: [] };
  }
  const state = { ...fields, id, version: (before?.version ?? 0) + 1 };
  const { municipalityId, name, acronym, body, email, active } = state;
  return {
    state,
    events: [
      {
        type: 'UnitChanged',
        aggregate: { type: 'unit', id },
        tenantId: municipalityId,
        data: { unitId: id, municipalityId, name, acronym, body, email, active },
      },
    ],
  };
}
