import type {
  EndpointBody,
  EndpointName,
  EndpointParams,
  EndpointQuery,
  EndpointResult,
} from '#shared/endpoints.ts'
import { ApiError } from './api-error.ts'
import type { Lifetime } from './lifetime.ts'

const TIMEOUT_MS = 15_000

type Part<Key extends string, Value> = [Value] extends [never] ? unknown : { readonly [K in Key]: Value }
type OptionalPart<Key extends string, Value> = [Value] extends [never]
  ? unknown
  : { readonly [K in Key]?: Value }
type ParamsPart<Name extends EndpointName> = keyof EndpointParams<Name> extends never
  ? unknown
  : { readonly params: EndpointParams<Name> }

/** What a call of this endpoint carries; forgetting a param or misspelling a field does not compile. */
export type Call<Name extends EndpointName> = ParamsPart<Name> &
  OptionalPart<'query', EndpointQuery<Name>> &
  Part<'body', EndpointBody<Name>> &
  Pick<LooseCall, 'headers' | 'keepalive'>

type Arguments<Name extends EndpointName> =
  Record<never, never> extends Call<Name> ? [call?: Call<Name>] : [call: Call<Name>]

/** Calls an endpoint by its name in the contract; rejects with an `ApiError` and nothing else. */
export type Api = <Name extends EndpointName>(
  name: Name,
  ...call: Arguments<Name>
) => Promise<EndpointResult<Name>>

/** The same call with its types forgotten: what the wrappers of an `Api` pass on. */
interface LooseCall {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** Sent even if the page is left, or the client ended, before there is an answer. */
  readonly keepalive?: boolean
}
export type LooseApi = (name: EndpointName, call?: LooseCall) => Promise<unknown>

export interface ApiOptions {
  readonly apiUrl: string
  readonly locale: string | undefined
  readonly credentials: 'omit' | 'include'
  readonly fetch: typeof fetch
  readonly life: Lifetime
}

export function createApi(options: ApiOptions): LooseApi {
  return async (name, call = {}) => {
    const [method = '', path = ''] = name.split(' ')
    const headers: Record<string, string> = { ...call.headers }
    if (options.locale) headers['accept-language'] = options.locale
    if (call.body) headers['content-type'] = 'application/json'
    const [response, body] = await ask(options, options.apiUrl + fill(path, call), {
      method,
      credentials: options.credentials,
      headers,
      keepalive: !!call.keepalive,
      ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
    })
    if (response.ok) return body
    throw refused(response, body)
  }
}

function fill(path: string, { params = {}, query = {} }: LooseCall): string {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const asked = String(new URLSearchParams(query))
  return asked ? `${filled}?${asked}` : filled
}

/** The body is read under the same time limit as the head: a connection may die between the two. */
async function ask(
  { fetch, life }: ApiOptions,
  url: string,
  init: RequestInit,
): Promise<[Response, unknown]> {
  const abort = new AbortController()
  const stop = () => abort.abort()
  const cancelTimeout = life.after(TIMEOUT_MS, stop)
  const forget = init.keepalive ? () => {} : life.onEnd(stop)
  try {
    const response = await fetch(url, { ...init, signal: abort.signal })
    const text = await response.text()
    // Not every `fetch` that a host brings honours its signal.
    if (abort.signal.aborted) throw new Error('Too late')
    const body = parsed(text)
    // A captive portal answers 200 with a page of its own: that is no answer of this server.
    if (response.ok && text !== '' && body === undefined) throw new Error('Not JSON')
    return [response, body]
  } catch {
    throw new ApiError(0, 'network')
  } finally {
    cancelTimeout()
    forget()
  }
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What a proxy's own page means, in the words of our contract. */
function codeOf(status: number): string {
  if (status >= 500) return status === 507 ? 'disk_full' : 'not_ready'
  return (
    { 401: 'unauthenticated', 404: 'not_found', 413: 'too_large', 429: 'rate_limited' }[status] ?? 'malformed'
  )
}

export function refused({ status, headers }: Response, body: unknown): ApiError {
  const details = (body ?? {}) as Readonly<Record<string, unknown>>
  const { code, message } = details
  return new ApiError(status, typeof code === 'string' ? code : codeOf(status), {
    message: typeof message === 'string' ? message : '',
    body: details,
    // Seconds; the header's other form, a date, would need the server's clock.
    retryAfterMs: Math.max(0, Number(headers.get('retry-after')) * 1000) || 0,
  })
}
