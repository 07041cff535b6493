import type { Letterhead, Municipality, Unit } from '../../domain/settings/municipality.ts';
import type { CityClockRepository } from '@guiche/kit/clock';
import type { ProcessRules } from '../../domain/settings/process-rules.ts';
import type { StaffMember } from '../../domain/settings/staff-member.ts';

/** What is known of municipalities, and what they set. */
export interface SettingPorts {
  /** Cities whose clock is ahead (training). */
  readonly cityClocks: CityClockRepository;
  readonly municipalities: MunicipalityRepository;
  readonly units: UnitRepository;
  readonly staff: { findMany(ids: readonly string[]): Promise<StaffMember[]>; save(member: StaffMember): Promise<void> };
  readonly letterheads: { find(municipalityId: string): Promise<Letterhead | undefined>; save(letterhead: Letterhead): Promise<void> };
  readonly processRules: { find(municipalityId: string): Promise<ProcessRules | undefined>; save(rules: ProcessRules): Promise<void> };
  readonly revokedSessions: { add(sessionId: string, revokedAt: Date): Promise<void> };
}

export interface UnitRepository {
  find(id: string): Promise<Unit | undefined>;
  findMany(ids: readonly string[]): Promise<Unit[]>;
  /** Whether any unit of the municipality belongs to the body with this acronym. */
  existInBody(municipalityId: string, body: string): Promise<boolean>;
  save(unit: Unit): Promise<void>;
}

export interface MunicipalityRepository {
  find(id: string): Promise<Municipality | undefined>;
  save(municipality: Municipality): Promise<void>;
  /** Ids of those in this state (two letters) and city. */
  idsIn(place: { state?: string; city?: string }): Promise<string[]>;
}
