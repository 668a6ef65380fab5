import * as fc from 'fast-check'

/** Texts that have broken something somewhere: parsers, tables, paths, queries, terminals. */
const NASTY = [
  '',
  ' ',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'null',
  'undefined',
  'NaN',
  '-1',
  '1e309',
  '0x10',
  '../../etc/passwd',
  '..%2f..%2fetc',
  'C:\\windows',
  "' OR 1=1 --",
  '"; DROP TABLE chats; --',
  '{"$ne":""}',
  '<script>alert(1)</script>',
  '{{7*7}}${7*7}',
  '\0',
  'a\0b',
  '\uD83D',
  '\uDC00x',
  '\u202Egpj.exe',
  '\uFEFF',
  '\r\nX-Evil: 1',
  '\u001B[31m',
  'me',
  'none',
  '*',
  '%',
  '%00',
  '%E0%A4%A',
  'ﷺ'.repeat(50),
  'Z\u0351'.repeat(200),
  '👨‍👩‍👧‍👦'.repeat(50),
  'x'.repeat(300),
  'x'.repeat(9_000),
  '0'.repeat(40),
  '00000000-0000-0000-0000-000000000000',
  '2026-02-30T00:00:00Z',
  '9999999-01-01T00:00:00.000Z',
  '1970-01-01',
]

export const junkText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
)

/** Anything that JSON can say, and some that it should not. */
export const junkValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: junkText },
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(null, true, false, 0, -1, 1e300, {}, [], [[]], [null], { toString: 1 }, { length: -1 }),
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(5, 21, 500).map(nested),
)

function nested(depth: number): unknown {
  let value: unknown = 'deep'
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { chatId: value }
  return value
}
