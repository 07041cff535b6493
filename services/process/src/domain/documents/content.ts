/**
 * What a born-digital document may consist of. Content that people send is read into this and nothing else is kept, so
 * that what cannot be said here (a script, a style, a hidden text) cannot be in a document.
 */
export interface Content {
  readonly blocks: readonly Block[];
}

/** Null, where it may be, is the left. */
export type Alignment = 'center' | 'right' | 'justify';
export type HeadingLevel = 1 | 2 | 3 | 4;
export type Numbering = 'decimal' | 'lower-alpha' | 'upper-alpha' | 'lower-roman' | 'upper-roman';
export type Mark = 'bold' | 'italic' | 'underline' | 'strike' | 'sub' | 'sup';

/** Text that looks the same from end to end; marks in the order of `markOrder`. */
export interface Run {
  readonly kind: 'run';
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly link: string | null;
}

export type Inline = Run | { readonly kind: 'break' };

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly alignment: Alignment | null;
  readonly inlines: readonly Inline[];
}

export interface Heading {
  readonly kind: 'heading';
  readonly level: HeadingLevel;
  readonly alignment: Alignment | null;
  readonly inlines: readonly Inline[];
}

export interface List {
  readonly kind: 'list';
  /** Null for bullets. */
  readonly numbering: Numbering | null;
  readonly start: number;
  readonly items: readonly (readonly Block[])[];
}

export interface Cell {
  readonly header: boolean;
  /** How many columns and rows it covers, from 1. */
  readonly columns: number;
  readonly rows: number;
  readonly blocks: readonly Block[];
}

export interface Table {
  readonly kind: 'table';
  readonly rows: readonly (readonly Cell[])[];
}

/** A PNG or JPEG inside the document; never an address. Sizes in pixels. */
export interface Image {
  readonly kind: 'image';
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly base64: string;
  readonly width: number;
  readonly alternative: string;
  readonly alignment: Alignment | null;
}

export type Block =
  | Paragraph
  | Heading
  | List
  | Table
  | Image
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'rule' }
  | { readonly kind: 'page-break' };

export const markOrder: readonly Mark[] = ['bold', 'italic', 'underline', 'strike', 'sub', 'sup'];

/** What one document may hold; the printer is linear within these. */
export const contentLimits = {
  bytes: 4 * 1024 * 1024,
  /** Elements and stretches of text, and how deep elements lie in each other. */
  parts: 60_000,
  depth: 100,
  /** About two hundred pages. */
  characters: 500_000,
  paragraphCharacters: 20_000,
  wordCharacters: 1_000,
  /** Lists, quotes and tables in each other. */
  nesting: 8,
  tableColumns: 24,
  images: 40,
  imageBytes: 1024 * 1024,
  imagePixels: 8_000_000,
} as const;
