import { maskCpf } from '@guiche/kit/registry-numbers';
import type { OtherParty, Process } from './process.ts';
import { reachOf } from './reading.ts';
import type { ReadableProcess, Reader } from './reading.ts';

/** What a process says of itself and of people, as one reader is shown it. */
export type Description = Pick<Process, 'specification' | 'interestedPartyIds' | 'otherParties'>;

/**
 * Whoever files a petition to a process reads from then on what he sent to it, and no unit was asked: of one that is not
 * public he learns neither what it is about nor whom it concerns (AE-05, LW-03).
 */
export function descriptionSeenBy(reader: Reader, process: ReadableProcess): Description {
  if (!cameByPetitionAlone(reader, process)) {
    return { specification: process.specification, interestedPartyIds: process.interestedPartyIds, otherParties: otherPartiesSeenBy(reader, process) };
  }
  return { specification: '', interestedPartyIds: [], otherParties: [] };
}

/** PT-23: the parties that a process related to this one takes over for a petitioner, who reads the new one: those he knows of. */
export function partiesKnownTo(reader: Reader, process: ReadableProcess): readonly string[] {
  if (process.accessLevel === 'PUBLIC' && process.globalLevel !== 'SECRET') return process.interestedPartyIds;
  return reachOf(reader, process).kind === 'nothing' ? [] : descriptionSeenBy(reader, process).interestedPartyIds;
}

function cameByPetitionAlone(reader: Reader, { accessLevel, interestedPartyIds, grants }: ReadableProcess): boolean {
  if (reader.kind !== 'person' || accessLevel === 'PUBLIC' || interestedPartyIds.includes(reader.personId)) return false;
  const own = grants.filter(({ personId, state }) => personId === reader.personId && state === 'ACTIVE');
  return own.length > 0 && own.every(({ purpose }) => purpose === 'PETITION');
}

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
