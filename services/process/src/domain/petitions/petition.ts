import type { Conference, DocumentFile } from '../documents/document.ts';
import { processErrors } from '../errors.ts';
import type { AccessLevel } from '../processes/access-level.ts';

/** Processo Novo, Intercorrente or Resposta a Intimação (PT-01). */
export type PetitionKind = 'NEW_PROCESS' | 'INTERCURRENT' | 'RESPONSE';

/** What a response answers, and how (IN-18). */
export interface PetitionResponse {
  readonly noticeId: string;
  readonly intimationId: string;
  /** Number of the intimation. */
  readonly intimationNumber: string;
  readonly responseTypeId: string;
  readonly responseTypeName: string;
}

/** What a document is in its petition (PT-11). */
export type PetitionRole = 'PRINCIPAL' | 'ESSENTIAL' | 'COMPLEMENTARY';

/** One document of a petition. */
export interface PetitionItem {
  readonly id: string;
  readonly role: PetitionRole;
  readonly typeKey: string;
  readonly typeName: string;
  /** Words added to the type, at most 40 characters (PT-03). */
  readonly complement: string;
  /** The upload; null for what was written in the editor, which becomes a PDF when it gets its number. */
  readonly file: DocumentFile | null;
  /** HTML of what was written in the editor; null for an upload. */
  readonly content: string | null;
  /** How a scanned paper was compared; null for what was born digital (SG-08). */
  readonly conference: Conference | null;
  readonly accessLevel: AccessLevel;
  readonly legalHypothesis: string | null;
}

/** Somebody the petition concerns besides the petitioner, as the petitioner named him. */
export interface NamedParty {
  readonly name: string;
  /** CPF or CNPJ in canonical form. */
  readonly document: string;
}

/** What the petitioner holds in hand once it is filed (PT-02). */
export interface Receipt {
  /** Number of the receipt's document. */
  readonly number: string;
  readonly documentId: string;
  readonly processId: string;
  readonly processNumber: string;
  /** The process the petition named, when it went into another one. */
  readonly relatedProcessNumber: string | null;
  readonly filedAt: Date;
  /** The local day and time it counts as, `2026-03-18`; timely until 23:59:59 (PT-02). */
  readonly filedOn: string;
}

/** A petition (peticionamento): a draft of one person, then filed for ever. */
export interface Petition {
  readonly id: string;
  readonly municipalityId: string;
  readonly personId: string;
  readonly kind: PetitionKind;
  readonly state: 'DRAFT' | 'FILED' | 'DISCARDED';
  /** Key of the petition type; null for an intercurrent one. */
  readonly typeKey: string | null;
  /** The process that an intercurrent petition names, or where the intimation was issued that a response answers. */
  readonly processId: string | null;
  /** Null unless it is a response. */
  readonly response: PetitionResponse | null;
  /** The unit chosen among those of the type. */
  readonly unitId: string | null;
  readonly specification: string;
  readonly parties: readonly NamedParty[];
  readonly items: readonly PetitionItem[];
  readonly createdAt: Date;
  readonly changedAt: Date;
  /** When an untouched draft is forgotten with its files. */
  readonly expiresAt: Date;
  readonly receipt: Receipt | null;
  readonly version: number;
}

/** A new draft. `unitId` is given where there is no choice. */
export function startDraft(
  facts: Pick<Petition, 'id' | 'municipalityId' | 'personId' | 'kind' | 'typeKey' | 'processId' | 'unitId'> & { response?: PetitionResponse; at: Date },
): Petition {
  const { at, response = null, ...petition } = facts;
  return {
    ...petition,
    response,
    state: 'DRAFT',
    specification: '',
    parties: [],
    items: [],
    createdAt: at,
    changedAt: at,
    expiresAt: new Date(at.getTime() + draftLifetimeMs),
    receipt: null,
    version: 1,
  };
}

/** The filed petition; it never changes again. */
export function filed(petition: Petition, receipt: Receipt): Petition {
  refuseUnlessDraft(petition);
  return { ...petition, state: 'FILED', receipt, changedAt: receipt.filedAt, version: petition.version + 1 };
}

/** The draft given up by its author, or forgotten. */
export function discarded(petition: Petition, at: Date): Petition {
  refuseUnlessDraft(petition);
  return { ...petition, state: 'DISCARDED', items: [], changedAt: at, version: petition.version + 1 };
}

/** A person has as many drafts at a time in one municipality, at most. */
export const draftLimit = 50;
/** What was written in the editor for one petition is as long, at most, markup and pictures included. */
export const writtenLimit = 4 * 1024 * 1024;
/** A petition has as many documents, at most. */
export const itemLimit = 100;
/** A draft lives as long after its last change. */
export const draftLifetimeMs = 90 * 24 * 60 * 60_000;

/** The draft with a change made at this instant; refuses when it is no longer a draft. */
export function changeDraft(petition: Petition, change: Partial<Pick<Petition, 'unitId' | 'specification' | 'parties' | 'items'>>, at: Date): Petition {
  refuseUnlessDraft(petition);
  return { ...petition, ...change, changedAt: at, expiresAt: new Date(at.getTime() + draftLifetimeMs), version: petition.version + 1 };
}

/** Adds a document; names are not used twice in one petition (PT-03). */
export function addItem(petition: Petition, item: PetitionItem, at: Date): Petition {
  refuseUnlessDraft(petition);
  if (petition.items.length >= itemLimit) throw processErrors.PETITION_TOO_MANY_DOCUMENTS({ limit: itemLimit });
  const written = [...petition.items, item].reduce((sum, { content }) => sum + (content?.length ?? 0), 0);
  if (written > writtenLimit) throw processErrors.PETITION_TEXT_TOO_LONG({ limit: '4 MB' });
  const fileName = item.file?.fileName;
  if (fileName !== undefined && petition.items.some(({ file }) => file?.fileName.toLowerCase() === fileName.toLowerCase())) {
    throw processErrors.PETITION_FILE_NAME_TWICE({ fileName });
  }
  if (item.role === 'PRINCIPAL' && petition.items.some(({ role }) => role === 'PRINCIPAL')) throw processErrors.PETITION_PRINCIPAL_TWICE();
  return changeDraft(petition, { items: [...petition.items, item] }, at);
}

/** The draft without what was written before in the same place, which the new text replaces. */
export function withoutWritten(petition: Petition, { role, typeKey }: Pick<PetitionItem, 'role' | 'typeKey'>): Petition {
  const replaced = (item: PetitionItem): boolean => item.content !== null && item.role === role && item.typeKey === typeKey;
  return { ...petition, items: petition.items.filter((item) => !replaced(item)) };
}

/** Takes a document out. */
export function removeItem(petition: Petition, itemId: string, at: Date): Petition {
  refuseUnlessDraft(petition);
  const items = petition.items.filter(({ id }) => id !== itemId);
  if (items.length === petition.items.length) throw processErrors.PETITION_DOCUMENT_NOT_FOUND();
  return changeDraft(petition, { items }, at);
}

export function refuseUnlessDraft({ state }: Pick<Petition, 'state'>): void {
  if (state === 'FILED') throw processErrors.PETITION_FILED();
  if (state === 'DISCARDED') throw processErrors.PETITION_NOT_FOUND();
}
