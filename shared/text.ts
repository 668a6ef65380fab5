import * as v from 'valibot'

/**
 * Text that can be stored and told again unchanged. NUL and lone surrogates are refused, never repaired: SQLite
 * cuts a string at NUL in some functions, and a lone surrogate comes back as three replacement characters.
 */
export const CleanText = v.pipe(
  v.string(),
  v.check((text) => !text.includes('\0'), 'NUL is not allowed'),
  v.check((text) => text.isWellFormed(), 'Lone surrogates are not allowed'),
)

/** A name or a title: clean text on one line, without the direction marks that let a name rearrange its neighbours. */
export function line(maxLength: number) {
  return v.pipe(
    CleanText,
    v.trim(),
    v.minLength(1),
    v.maxLength(maxLength),
    v.regex(/^[^\p{Cc}\u202A-\u202E\u2066-\u2069]*$/u, 'Control characters are not allowed'),
  )
}

export const Email = v.pipe(CleanText, v.trim(), v.toLowerCase(), v.maxLength(254), v.email())

type Key = v.GenericSchema<string, string>

/** An object with keys of one kind and values of another. A list is one too for valibot's `record`, by its indexes. */
export function recordOf<Value extends v.GenericSchema>(key: Key, value: Value) {
  const isRecord = (input: unknown) => typeof input === 'object' && input !== null && !Array.isArray(input)
  return v.pipe(v.custom<Record<string, v.InferInput<Value>>>(isRecord, 'An object'), v.record(key, value))
}

/** A language tag, kept whole: digits and dates follow its region. */
export const Locale = v.pipe(
  CleanText,
  v.maxLength(35),
  v.regex(/^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$/, 'A language tag'),
)
/** What a browser calls its time zone; ours may not know it. */
export const TimeZoneName = v.pipe(CleanText, v.maxLength(60), v.regex(/^[A-Za-z0-9_+\-/]+$/, 'A time zone'))
/** An IANA time zone whose rules this machine knows. An offset alone has no summer. */
export const TimeZone = v.pipe(
  TimeZoneName,
  v.regex(/^[A-Za-z]/, 'A time zone such as Europe/Madrid'),
  v.check(isKnownTimeZone, 'A time zone such as Europe/Madrid'),
)

/** ISO 8601 in UTC with milliseconds. */
export const Timestamp = v.pipe(v.string(), v.isoTimestamp())

/** Bytes of a well-formed text in UTF-8. By hand, since this folder has neither the browser's nor Node's encoder. */
export function utf8Length(text: string): number {
  let bytes = 0
  for (const char of text) bytes += utf8Width(char.codePointAt(0) ?? 0)
  return bytes
}

function utf8Width(codePoint: number): number {
  if (codePoint < 0x80) return 1
  if (codePoint < 0x800) return 2
  return codePoint < 0x10000 ? 3 : 4
}

function isKnownTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
