/** Who a document is shared with for signature, as the key that shares are found by. */
export function shareHolder(holder: { readonly unitId: string } | { readonly staffId: string }): string {
  return 'unitId' in holder ? `unit:${holder.unitId}` : `staff:${holder.staffId}`;
}
