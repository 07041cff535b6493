import type { DocumentMaking } from '../catalogue/document-type.ts';

/**
 * A kind of petition that opens a new process (peticionamento de processo novo), as one municipality offers it (PT-10).
 * `key` is that of the type of process it opens.
 */
export interface PetitionType {
  readonly municipalityId: string;
  readonly key: string;
  readonly name: string;
  readonly active: boolean;
  /** Body that answers it, an acronym; null is the city hall itself. */
  readonly body: string | null;
  /** Words for the citizen, at most 1000 characters. */
  readonly guidance: string;
  /** Units that take it; with more than one the citizen chooses. */
  readonly unitIds: readonly string[];
  readonly principal: { readonly making: DocumentMaking; readonly documentTypeKey: string };
  /** Every one of these types of document has to come with it. */
  readonly essentialTypeKeys: readonly string[];
  /** These may come with it. */
  readonly complementaryTypeKeys: readonly string[];
  /** Whether the citizen may name other interested parties. */
  readonly takesOtherParties: boolean;
  readonly version: number;
}
