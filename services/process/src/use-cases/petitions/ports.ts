import type { Page, PageRequest } from '@guiche/kit/use-case';
import type { PetitionType } from '../../domain/petitions/petition-type.ts';
import type { NamedParty, Petition, PetitionKind, PetitionResponse, PetitionRole } from '../../domain/petitions/petition.ts';
import type { Letterhead, Municipality, Unit } from '../../domain/settings/municipality.ts';
import type { CatalogueRepository } from '../catalogue/ports.ts';
import type { PetitionRules } from '../../domain/petitions/petition-rules.ts';

/** What petitions need. */
export interface PetitionPorts {
  readonly petitions: PetitionRepository;
  readonly petitionTypes: PetitionTypeRepository;
  readonly petitionRules: { find(municipalityId: string): Promise<PetitionRules>; save(rules: PetitionRules): Promise<void> };
}

export interface PetitionTypeRepository extends CatalogueRepository<PetitionType> {
  /** Active ones, by name; of all municipalities unless told. */
  offered(filter: { municipalityIds?: readonly string[]; body?: string }, page: PageRequest): Promise<Page<PetitionType>>;
}

export interface PetitionRepository {
  /** Inserts version 1, replaces the version before; throws `STALE_VERSION` when somebody was faster. */
  save(petition: Petition): Promise<void>;
  findMany(ids: readonly string[]): Promise<Petition[]>;
  /** Drafts of one person in one municipality, counted up to `atMost`. */
  countDrafts(owner: { personId: string; municipalityId: string }, atMost: number): Promise<number>;
  /** Of one person, last changed first; discarded ones never. */
  pageOf(filter: { personId: string; municipalityId?: string; state?: 'DRAFT' | 'FILED' }, page: PageRequest): Promise<Page<Petition>>;
}

/** What stands on a receipt (PT-02). */
export interface PrintedReceipt {
  readonly municipality: Municipality;
  readonly letterhead: Letterhead | undefined;
  readonly number: string;
  readonly kind: PetitionKind;
  /** What it answers, for a response. */
  readonly response: Pick<PetitionResponse, 'intimationNumber' | 'responseTypeName'> | null;
  readonly processNumber: string;
  readonly relatedProcessNumber: string | null;
  readonly unit: Unit;
  readonly signerName: string;
  readonly role: string;
  readonly filedAt: Date;
  readonly parties: readonly NamedParty[];
  readonly papers: readonly { readonly number: string; readonly title: string; readonly role: PetitionRole; readonly sha256: string }[];
}
