/** How long each proof of identity lasts, in milliseconds. */
export const ACCESS_TOKEN_MS = 15 * 60_000
export const CONSOLE_SESSION_MS = 30 * 24 * 60 * 60_000
/** Of the link, until it is accepted. */
export const INVITATION_MS = 7 * 24 * 60 * 60_000
export const VISITOR_SESSION_MS = 365 * 24 * 60 * 60_000
/** Two tabs that refresh at once both carry the same cookie; the later one is not a thief for this long. */
export const REFRESH_GRACE_MS = 10_000
