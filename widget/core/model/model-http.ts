import type { InFlight } from './in-flight.ts'
import { answer, type ModelAnswer, type ModelRequest } from './model-routes.ts'
import type { ModelStore, Person } from './model-store.ts'

interface Line {
  readonly store: ModelStore
  readonly person: Person
  readonly inFlight: InFlight
}

/** A `fetch` that reaches the model when it is told to, and may lose the question or the answer. */
export function createModelFetch({ store, person, inFlight }: Line): typeof fetch {
  return (url, init) =>
    new Promise((resolve, reject) => {
      const request = requestOf(url as string, init, person)
      const lose = () => reject(new TypeError('fetch failed'))
      inFlight.add({
        what: 'request',
        lose,
        advance() {
          const answered = answer(store, request)
          inFlight.add({ what: 'answer', lose, advance: () => resolve(responseOf(answered)) })
        },
      })
    })
}

function requestOf(url: string, init: RequestInit | undefined, person: Person): ModelRequest {
  const { pathname, searchParams } = new URL(url)
  const path = pathname.split('/').slice(1)
  const token = new Headers(init?.headers).get('authorization')
  return {
    name: `${init?.method} /v2/${path[1]}`,
    path,
    query: searchParams,
    body: typeof init?.body === 'string' ? (JSON.parse(init.body) as Record<string, unknown>) : {},
    person: token === `Bearer ${person.id}` ? person : null,
  }
}

/** As much of a `Response` as a client reads; the real one's body takes more turns than a test's time has. */
function responseOf({ status, body, headers }: ModelAnswer): Response {
  const text = body === undefined ? '' : JSON.stringify(body)
  return { ok: status < 400, status, headers: new Headers(headers), text: async () => text } as Response
}
