/** Who made a document. */
export interface Author {
  readonly kind: 'staff' | 'person' | 'system';
  readonly id: string;
}
