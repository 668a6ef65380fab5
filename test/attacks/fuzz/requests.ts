import * as fc from 'fast-check'
import { endpoints, type EndpointName } from '#shared/endpoints.ts'
import { requests } from '../../contract/requests.ts'
import { junkText, junkValue } from './junk.ts'

/** One request as it goes over the wire, whatever a library would say to it. */
export interface FuzzedRequest {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** What the requests are about: things that exist, so that the junk gets past the first question. */
export type Things = Parameters<(typeof requests)[EndpointName]>[0]

const names = Object.keys(endpoints) as EndpointName[]

/** The same requests for the same seed. */
export function fuzzedRequests({
  seed,
  count,
  things,
}: {
  seed: number
  count: number
  things: Things
}): FuzzedRequest[] {
  return fc.sample(requestAbout(things), { seed, numRuns: count })
}

function requestAbout(things: Things): fc.Arbitrary<FuzzedRequest> {
  return fc.constantFrom(...names).chain((name) => {
    const { params = {}, query = {}, body = {} } = requests[name](things)
    const [method = '', template = ''] = name.split(' ')
    return fc.record({
      method: fc.oneof({ weight: 9, arbitrary: fc.constant(method) }, anyMethod),
      path: pathFrom(template, params, query),
      headers,
      body: method === 'GET' ? fc.constant('') : bodyFrom(body),
    })
  })
}

const anyMethod = fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'TRACE')

function pathFrom(
  template: string,
  params: Readonly<Record<string, string>>,
  query: Readonly<Record<string, string>>,
): fc.Arbitrary<string> {
  const segments = template
    .split('/')
    .map((segment) =>
      segment.startsWith(':') ? pathParam(params[segment.slice(1)] ?? '') : fc.constant(segment),
    )
  const path = fc.tuple(...segments).map((parts) => parts.join('/'))
  const twist = fc.oneof(
    { weight: 12, arbitrary: fc.constant('') },
    fc.constantFrom('/', '/..', '//x', ';a=b', '%2e%2e', '.'),
  )
  const twisted = fc.tuple(twist, path)
  return fc
    .tuple(
      twisted.map(([twist, whole]) => whole + twist),
      queryFrom(query),
    )
    .map(([whole, search]) => `${whole}${search}`)
}

function pathParam(real: string): fc.Arbitrary<string> {
  const encoded = junkText.map((text) => encodeURIComponent(text.toWellFormed()))
  const raw = fc.constantFrom('%', '%00', '%ff%fe', '%c0%ae%c0%ae', '..', '.', '%2F', 'a'.repeat(5_000))
  return fc.oneof({ weight: 8, arbitrary: fc.constant(encodeURIComponent(real)) }, encoded, raw)
}

const PARAMETERS =
  'limit cursor dateFrom after before changedAfter keyword chatId status assignee siteId tag search format until'
const LIMITS = ['1e9', '-1', '0', 'NaN', '', 'abc', '1.5', '100&limit=2', '9'.repeat(30), '%00', '[]']

function queryFrom(real: Readonly<Record<string, string>>): fc.Arbitrary<string> {
  const pair = fc
    .tuple(
      fc.oneof(fc.constantFrom(...PARAMETERS.split(' ')), junkText),
      fc.oneof(fc.constantFrom(...LIMITS), junkText),
    )
    .map(
      ([name, value]) =>
        `${encodeURIComponent(name.toWellFormed())}=${encodeURIComponent(value.toWellFormed())}`,
    )
  const sample = new URLSearchParams(real).toString()
  const junk = fc.array(pair, { maxLength: 4 }).map((pairs) => [sample, ...pairs].filter(Boolean).join('&'))
  return junk.map((search) => (search === '' ? '' : `?${search}`))
}

function bodyFrom(sample: unknown): fc.Arbitrary<string> {
  const mutated = mutatedFrom(sample).map((value) => JSON.stringify(value))
  const torn = fc
    .tuple(mutated, fc.nat(200))
    .map(([text, at]) => text.slice(0, Math.max(1, text.length - at)))
  const raw = fc.constantFrom(
    '',
    'null',
    '[]',
    '7',
    '"',
    '{"a":1e400}',
    '{"chatId":"a","chatId":"b"}',
    '{"__proto__":{"role":"admin"},"constructor":{"prototype":{"isInternal":true}}}',
    '['.repeat(10_000),
    `{"content":"${'x'.repeat(70_000)}"}`,
  )
  return fc.oneof({ weight: 12, arbitrary: mutated }, torn, raw, junkText)
}

/** A valid body with some of it replaced, left out or added. */
function mutatedFrom(sample: unknown): fc.Arbitrary<unknown> {
  const fields = sample instanceof FormData || typeof sample !== 'object' ? {} : { ...sample }
  const changed = Object.entries(fields).map(([name, value]) =>
    fc.tuple(fc.constant(name), fc.oneof({ weight: 3, arbitrary: fc.constant(value) }, junkValue)),
  )
  const added = fc.array(fc.tuple(junkText, junkValue), { maxLength: 2 })
  return fc
    .tuple(
      fc.tuple(...changed),
      fc.oneof({ weight: 3, arbitrary: fc.constant<string[]>([]) }, fc.subarray(Object.keys(fields))),
      added,
    )
    .map(([pairs, kept, extra]) =>
      Object.fromEntries([...pairs.filter(([name]) => kept.length === 0 || kept.includes(name)), ...extra]),
    )
}

const HEADER_NAMES = [
  'accept-language',
  'idempotency-key',
  'if-unassigned',
  'cookie',
  'origin',
  'sec-fetch-site',
  'x-forwarded-for',
  'range',
  'if-none-match',
  'accept-encoding',
  'content-encoding',
  'transfer-encoding-x',
  'x-http-method-override',
]
const mediaType = fc.oneof(
  { weight: 12, arbitrary: fc.constant('application/json') },
  fc.constantFrom(
    'application/json; charset=latin1',
    'text/plain',
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    '',
  ),
)

const headers: fc.Arbitrary<Record<string, string>> = fc
  .tuple(
    mediaType,
    fc.array(fc.tuple(fc.constantFrom(...HEADER_NAMES), junkText.map(headerText)), { maxLength: 2 }),
  )
  .map(([type, pairs]) => ({ 'content-type': type, ...Object.fromEntries(pairs) }))

/** What may stand in a header at all; what may not is `raw-requests.ts`'s business. */
function headerText(text: string): string {
  return text.replaceAll(/[^\x20-\x7e\x80-\xff]/g, '?').slice(0, 500)
}
