import type { Core } from './core.ts'
import type { Lifetime } from './lifetime.ts'
import type { UploadTools } from './upload-tools.ts'

type FormCore = Pick<Core, 'http'> & UploadTools

interface Sending {
  readonly path: string
  readonly form: FormData
  readonly headers: Readonly<Record<string, string>>
  readonly life: Lifetime
  /** From 0 to 1: how much of the form is on its way. */
  readonly report: (share: number) => void
}

/** Nothing moved for so long: the connection is dead, whatever the browser believes. */
const STALLED_MS = 60_000

/** One try to send a form; rejects with an `ApiError` and nothing else. Only the old request object tells of progress. */
export async function postForm(core: FormCore, sending: Sending): Promise<unknown> {
  const headers = {
    ...sending.headers,
    ...(core.http.locale !== undefined && { 'accept-language': core.http.locale }),
  }
  const send = typeof XMLHttpRequest === 'undefined' ? byFetch : byRequest
  const response = await send(core, { ...sending, headers })
  const text = await response.text()
  const body = core.parsed(text)
  if (response.ok && body === undefined) throw new core.ApiError(0, 'network')
  if (!response.ok) throw core.refused(response, body)
  sending.report(1)
  return body
}

function byRequest(
  { ApiError, http: { apiUrl, credentials } }: FormCore,
  { path, form, headers, life, report }: Sending,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const fail = () => reject(new ApiError(0, 'network'))
    const abort = () => request.abort()
    let forgetStall = life.after(STALLED_MS, abort)
    const forgetEnd = life.onEnd(abort)
    request.open('POST', apiUrl + path)
    request.withCredentials = credentials === 'include'
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      forgetStall()
      forgetStall = life.after(STALLED_MS, abort)
      report(loaded / total)
    })
    request.addEventListener('load', () => {
      const retryAfter = request.getResponseHeader('retry-after')
      const { status, responseText } = request
      resolve(
        new Response(responseText, {
          status,
          headers: retryAfter === null ? {} : { 'retry-after': retryAfter },
        }),
      )
    })
    request.addEventListener('error', fail)
    request.addEventListener('abort', fail)
    request.addEventListener('loadend', () => {
      forgetStall()
      forgetEnd()
    })
    request.send(form)
  })
}

/** Outside a browser. */
async function byFetch(
  { ApiError, http: { apiUrl, credentials, fetch } }: FormCore,
  { path, form, headers, life }: Sending,
): Promise<Response> {
  const abort = new AbortController()
  const forget = life.onEnd(() => abort.abort())
  try {
    return await fetch(apiUrl + path, {
      method: 'POST',
      body: form,
      headers,
      credentials,
      signal: abort.signal,
    })
  } catch {
    throw new ApiError(0, 'network')
  } finally {
    forget()
  }
}
