/** Strings that a message quotes are often somebody's words: a parser's complaint shows what it was given. */
const QUOTED = /"[^"]*"|'[^']*'|`[^`]*`|“[^”]*”/g
const EMAIL = /[^\s@<>]+@[^\s@<>]+/g
/** Tokens of ours (43 characters of base64url), JWTs, hashes, whatever looks like a secret. */
const SECRET = /[\w-]{24,}(?:\.[\w-]+)*/g
const MAX_MESSAGE = 200
const MAX_FRAMES = 30

export interface FailureDescription {
  readonly [detail: string]: string
}

/**
 * What may be written down of something that failed: its kind, where it happened, and its message without anything that could be a
 * person's. Logs are copied to places that nobody thinks of as holding conversations.
 */
export function describeFailure(cause: unknown): FailureDescription {
  if (!(cause instanceof Error)) return { failure: typeof cause }
  const { name, message, stack = '' } = cause
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code.slice(0, 60) : undefined
  const frames = stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, MAX_FRAMES)
  return {
    failure: name.slice(0, 60),
    ...(code !== undefined && { code }),
    message: withoutWords(message),
    stack: frames.map((line) => line.trim()).join('\n'),
  }
}

function withoutWords(message: string): string {
  return message
    .slice(0, 10 * MAX_MESSAGE)
    .replaceAll(QUOTED, '…')
    .replaceAll(EMAIL, '…')
    .replaceAll(SECRET, '…')
    .slice(0, MAX_MESSAGE)
}
