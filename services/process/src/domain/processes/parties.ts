import { maskCpf } from '@guiche/kit/registry-numbers';
import type { OtherParty } from './process.ts';
import type { ReadableProcess, Reader } from './reading.ts';

/** Interested parties without an account: units where the process is or was read the CPF, everybody else a masked one (LW-03). */
export function otherPartiesSeenBy(reader: Reader, { otherParties, unitIds }: ReadableProcess): readonly OtherParty[] {
  const isOwn = reader.kind === 'staff' && reader.unitIds.some((id) => unitIds.includes(id));
  return isOwn ? otherParties : otherParties.map(({ name, cpf }) => ({ name, cpf: cpf === null ? null : maskCpf(cpf) }));
}

/** Who has a credential, for who has one himself; null for everybody else, and where there are none. */
export function credentialsSeenBy(reader: Reader, { credentialedStaffIds, globalLevel }: ReadableProcess): readonly string[] | null {
  const isHolder = reader.kind === 'staff' && credentialedStaffIds.includes(reader.staffId);
  return isHolder && globalLevel === 'SECRET' ? credentialedStaffIds : null;
}
