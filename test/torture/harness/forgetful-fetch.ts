import type { Random } from './random.ts'

/**
 * A client that is broken in the way most are: it sends without a key, and now and then the answer to what was stored does not
 * reach it, so it sends again.
 */
export function forgetfulFetch(random: Random, inner: typeof fetch): typeof fetch {
  return async (input, init) => {
    if (init?.method !== 'POST' || typeof init.body !== 'string') return inner(input, init)
    const { clientMessageId, ...body } = JSON.parse(init.body) as { clientMessageId?: string }
    const response = await inner(input, { ...init, body: JSON.stringify(body) })
    if (clientMessageId !== undefined && random.next() < 0.1) throw new TypeError('The answer was lost')
    // It knows its own answer by having asked, and so has no bubble that waits for ever.
    return response.ok ? Response.json({ ...(await response.json()), clientMessageId }, response) : response
  }
}
