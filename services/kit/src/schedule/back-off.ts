/** How long a row waits after its nth failure (n from 1), in milliseconds. */
export type BackOff = (attempts: number) => number;

/** Doubles from `firstMs` up to `maximumMs`, with up to a fifth taken off at random so that rows spread out. */
export function backOff(
  options: { firstMs?: number; maximumMs?: number; random?: () => number } = {},
): BackOff {
  const { firstMs = 1_000, maximumMs = 10 * 60_000, random = Math.random } = options;
  return (attempts) => {
    const whole = Math.min(maximumMs, firstMs * 2 ** Math.min(attempts - 1, 30));
    return Math.round(whole * (1 - random() / 5));
  };
}
