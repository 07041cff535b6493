/** How a delivery stands to what was applied: `head` is the last number applied, 0 before the first. */
export function placeInSequence(head: number, seq: number): 'duplicate' | 'next' | 'early' {
  if (seq <= head) return 'duplicate';
  return seq === head + 1 ? 'next' : 'early';
}
