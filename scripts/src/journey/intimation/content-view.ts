/** A document as somebody reads it, or not. */
export interface ContentView {
  readonly id: string;
  readonly title: string;
  readonly content: string | null;
  readonly file: { readonly sha256: string; readonly downloadUrl: string } | null;
  readonly signedFile: { readonly sha256: string; readonly downloadUrl: string } | null;
  readonly withheld: { readonly value: string; readonly label: string; readonly notice: { readonly id: string } | null } | null;
}
