import { setTimeout as sleep } from 'node:timers/promises'
import type {
  EndpointBody,
  EndpointName,
  EndpointParams,
  EndpointQuery,
  EndpointResult,
} from '#shared/endpoints.ts'

/** Longer than any limit's window: what is still refused then is refused for another reason. */
const MAX_TRIES = 12

interface Request<Name extends EndpointName> {
  /** An access token or a visitor's; absent: nobody asks. */
  readonly token?: string
  readonly params?: EndpointParams<Name>
  readonly query?: EndpointQuery<Name>
  readonly body?: EndpointBody<Name>
}

export type Call = <Name extends EndpointName>(
  name: Name,
  request: Request<Name>,
) => Promise<EndpointResult<Name>>

/** An answer of the server that is not the one hoped for. */
export class CallError extends Error {
  override readonly name = 'CallError'
  readonly code: string

  constructor(endpoint: EndpointName, code: string) {
    super(`${endpoint} answered ${code}`)
    this.code = code
  }
}

/** Calls the contract's endpoints like any other client would: when told to wait, it waits. */
export function createCall(url: string): Call {
  return async (name, request) => {
    const [method = '', path = ''] = name.split(' ')
    const { token, params, query, body } = request
    const address = url + fill(path, params, query as object | undefined)
    const init = {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }
    for (let tries = 1; ; tries++) {
      const response = await fetch(address, init)
      const text = await response.text()
      // What the server answers has the contract's shape; this is a client, and clients trust their server.
      if (response.ok) return (text === '' ? undefined : JSON.parse(text)) as never
      const { code } = JSON.parse(text) as { code: string }
      if (response.status !== 429 || tries === MAX_TRIES) throw new CallError(name, code)
      await sleep(1_000 * Number(response.headers.get('retry-after') ?? 1))
    }
  }
}

function fill(path: string, params: object = {}, query: object = {}): string {
  const values = new Map<string, string>(Object.entries(params))
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(values.get(name) ?? ''))
  const search = new URLSearchParams(Object.entries(query))
  return search.size === 0 ? filled : `${filled}?${search}`
}
