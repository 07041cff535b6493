const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** One account from one address. These are policies of kit/throttle: times in milliseconds. */
export const accountFromAddress = { free: 5, firstDelayMs: 1_000, longestDelayMs: 15 * minuteMs, memoryMs: hourMs };

/** One address, whatever the account: many people may share it. */
export const anyAccountFromAddress = {
  free: 50,
  firstDelayMs: 1_000,
  longestDelayMs: 15 * minuteMs,
  memoryMs: hourMs,
};

/**
 * One account, whatever the address. It does not apply where the owner has logged in before, so that strangers
 * cannot lock the owner out.
 */
export const accountFromAnywhere = { free: 20, firstDelayMs: 1_000, longestDelayMs: minuteMs, memoryMs: 24 * hourMs };

/** Mails that anybody can cause to one address. */
export const mailsToAddress = { free: 5, firstDelayMs: hourMs, longestDelayMs: hourMs, memoryMs: hourMs };
