/**
 * Whether the words of a document's content are found by searches, or why not. What is not searchable stays readable, and
 * is found by its number, type and title all the same.
 */
export type TextSearch = 'SEARCHABLE' | 'NO_TEXT' | 'PROTECTED' | 'BROKEN' | 'TOO_COMPLEX';

/** The text that search knows of a document; empty unless it is searchable. */
export interface DocumentText {
  readonly text: string;
  readonly search: TextSearch;
}
