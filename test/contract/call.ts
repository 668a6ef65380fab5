import type { EndpointName } from '#shared/endpoints.ts'

export interface Request {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** Of a JSON answer; empty for any other. */
  readonly body: Record<string, unknown>
}

/** One request as the wire sees it: no types in between, so that wrong ones can be sent too. */
export async function call(
  url: string,
  name: EndpointName,
  { params = {}, query = {}, body, headers = {} }: Request = {},
): Promise<Answer> {
  const [method = '', template = ''] = name.split(' ')
  const path = template.replaceAll(/:(\w+)/g, (_, param: string) =>
    encodeURIComponent(params[param] ?? 'missing'),
  )
  const search = new URLSearchParams(query).toString()
  // A form brings its own media type, with its boundary in it.
  const isForm = body instanceof FormData
  const response = await fetch(`${url}${path}${search === '' ? '' : `?${search}`}`, {
    method,
    headers: { ...(body !== undefined && !isForm && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: isForm || typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  const isJson = text !== '' && response.headers.get('content-type')?.includes('json') !== false
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: isJson ? (JSON.parse(text) as Record<string, unknown>) : {},
  }
}

export function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` }
}
