/** Seconds. An answer within `soon` is drawn as one that nobody had to wait for: a bar of the distribution ends there. */
export const RESPONSE_LIMITS = { soon: 300 } as const
