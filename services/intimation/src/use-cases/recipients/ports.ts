import type { Page, PageRequest } from '@guiche/kit/use-case';
import type { Recipient } from '../../domain/recipients/recipient.ts';

export interface RecipientFilter {
  readonly municipalityId: string;
  readonly personId?: string | undefined;
  /** Words that words of the name begin with. */
  readonly name?: string | undefined;
}

export interface RecipientRepository {
  find(id: string): Promise<Recipient | undefined>;
  findMany(ids: readonly string[]): Promise<readonly Recipient[]>;
  save(recipient: Recipient): Promise<void>;
  /** Enabled ones, latest first. */
  page(filter: RecipientFilter, page: PageRequest): Promise<Page<Recipient>>;
  count(filter: RecipientFilter): Promise<number>;
}

/** What use cases of recipients need. */
export interface RecipientPorts {
  readonly recipients: RecipientRepository;
}
