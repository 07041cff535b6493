import { textProblem } from '@guiche/kit/errors';
import type { FieldProblem } from '@guiche/kit/errors';
import type { IdentityEvent } from './events.ts';

/** `operator` is no role of a city: it stands in the launcher's own short-lived tokens only. */
export type StaffRole = 'clerk' | 'administrator';

/** Somebody who works for a municipality. */
export interface StaffMember {
  readonly id: string;
  readonly municipalityId: string;
  /** Unique in the municipality, compared in lower case. */
  readonly username: string;
  readonly fullName: string;
  readonly unitIds: readonly string[];
  readonly roles: readonly StaffRole[];
  readonly active: boolean;
  readonly version: number;
}

export type StaffSettings = Omit<StaffMember, 'id' | 'version'>;

/** Every wrong field, the password apart. */
export function staffProblems(settings: StaffSettings): FieldProblem[] {
  const problems = [
    /^[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?$/i.test(settings.username)
      ? undefined
      : {
          path: 'username',
          code: 'INVALID_USERNAME',
          message: { pt: 'Use até 64 letras sem acento, dígitos, ponto, hífen ou sublinhado.', en: 'Use up to 64 plain letters, digits, dots, hyphens or underscores.' },
        },
    textProblem('fullName', settings.fullName, { min: 3, max: 150 }),
    settings.unitIds.length <= 100
      ? undefined
      : { path: 'unitIds', code: 'TOO_MANY', message: { pt: 'Use no máximo 100 unidades.', en: 'Use at most 100 units.' } },
    settings.roles.length > 0
      ? undefined
      : { path: 'roles', code: 'REQUIRED', message: { pt: 'Escolha ao menos um papel.', en: 'Choose at least one role.' } },
  ];
  return problems.filter((found) => found !== undefined);
}

/** Whether somebody may do less afterwards: open sessions must not outlive that. */
export function losesRights(before: StaffMember, after: StaffMember): boolean {
  const lost = (had: readonly string[], has: readonly string[]): boolean => had.some((one) => !has.includes(one));
  return (before.active && !after.active) || lost(before.roles, after.roles) || lost(before.unitIds, after.unitIds);
}

/** New, changed, or as it was when the settings say nothing new. */
export function configureStaffMember(before: StaffMember | undefined, id: string, settings: StaffSettings): StaffMember {
  const wanted = {
    ...settings,
    username: settings.username.toLowerCase(),
    unitIds: [...new Set(settings.unitIds)].sort(),
    roles: [...new Set(settings.roles)].sort(),
  };
  if (before === undefined) return { ...wanted, id, version: 1 };
  const { id: _id, version, ...settled } = before;
  const text = (value: object): string => JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  return text(settled) === text(wanted) ? before : { ...wanted, id: before.id, version: version + 1 };
}

/** Where others may give this member work; nothing when that is as it was. */
export function staffChange(before: StaffMember | undefined, { id, municipalityId, unitIds, active }: StaffMember): IdentityEvent[] {
  if (before !== undefined && before.active === active && before.unitIds.join() === unitIds.join()) return [];
  return [
    {
      type: 'StaffMemberChanged',
      aggregate: { type: 'staff', id },
      tenantId: municipalityId,
      data: { staffMemberId: id, municipalityId, unitIds, active },
    },
  ];
}
