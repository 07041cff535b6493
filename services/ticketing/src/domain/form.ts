/** What a field of a service's form takes. */
export type FieldKind = 'TEXT' | 'TEXTAREA' | 'CPF' | 'EMAIL' | 'CHECKBOX' | 'SELECT' | 'DATE' | 'FILE';

/** What a file field takes; media types are judged by content. */
export interface FileRule {
  accept: string[];
  maxBytes: number;
  minCount: number;
  maxCount: number;
}

export interface FormField {
  key: string;
  label: string;
  kind: FieldKind;
  /** `0` stands for a digit; answers without the mask are accepted too. */
  mask: string | null;
  /** A checkbox must then be ticked. */
  required: boolean;
  help: string | null;
  maxLength: number | null;
  options: { value: string; label: string }[] | null;
  link: { text: string; url: string } | null;
  files: FileRule | null;
}

/** One answer as it is kept: CPF as 11 digits, checkbox as `true` or `false`. */
export interface TicketAnswer {
  field: string;
  label: string;
  value: string;
}

/** ID-05: 20 MB each, image or PDF. */
export const maxFileBytes = 20 * 1024 * 1024;
export const documentTypes: readonly string[] = ['application/pdf', 'image/jpeg', 'image/png'];
