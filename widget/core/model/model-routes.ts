import { CHAT, type ModelStore, type Person, type Written } from './model-store.ts'

export interface ModelAnswer {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export interface ModelRequest {
  readonly name: string
  readonly path: readonly string[]
  readonly query: URLSearchParams
  readonly body: Record<string, unknown>
  readonly person: Person | null
}

const site = {
  name: 'Olmo',
  appearance: {},
  locale: 'es',
  features: { files: false },
  online: true,
  team: [],
}
const counts = { mine: 1, unassigned: 0, all: 1, closed: 0, snoozed: 0 }

/** What the model answers, for as much of the contract as a client needs to talk in one chat. */
export function answer(store: ModelStore, request: ModelRequest): ModelAnswer {
  const { name, path, query, body, person } = request
  const ok = (body?: unknown): ModelAnswer => ({ status: body === undefined ? 204 : 200, body })
  if (name === 'GET /v2/sites') return ok(path[2] === undefined ? { sites: [] } : site)
  if (name === 'POST /v2/visitors') {
    const known = body['token'] === undefined || body['token'] === 'vera'
    if (!known) return { status: 401, body: { code: 'invalid_token', message: 'No' } }
    const vera: Person = { role: 'visitor', id: 'vera' }
    const chat = store.messages(vera).length > 0 ? store.chat(vera) : null
    return ok({ visitor: store.chat(vera).visitor, token: 'vera', chat, site })
  }
  if (person === null) return { status: 401, body: { code: 'unauthenticated', message: 'Who?' } }
  if (name === 'POST /v2/auth') return ok()
  if (name === 'GET /v2/auth') {
    return ok({ commercialId: person.id, name: person.id, email: '', role: 'commercial', siteIds: [] })
  }
  if (name === 'GET /v2/commercials') return ok({ commercials: [] })
  if (name === 'GET /v2/viewers') return ok({ chats: [] })
  if (name === 'GET /v2/mentions') return ok({ mentions: [], nextCursor: null, unseenCount: 0 })
  if (name === 'GET /v2/chats') {
    if (path[2] === CHAT) return ok(store.chat(person))
    const has = person.role === 'commercial' || store.messages(person).length > 0
    return ok({ chats: has ? [store.chat(person)] : [], nextCursor: null, counts })
  }
  if (name === 'POST /v2/chats') {
    store.append(person, body['message'] as Written)
    return ok(store.chat(person))
  }
  if (name === 'GET /v2/messages') return ok(store.history(person, query))
  if (name === 'PUT /v2/messages') return ok()
  if (name === 'POST /v2/messages') {
    const { messageId } = store.append(person, body as unknown as Written)
    return ok(store.messages(person).find((message) => message.messageId === messageId))
  }
  const changed = store.change(path[2] ?? '', name.startsWith('PATCH') ? String(body['content']) : null)
  return ok(store.messages(person).find((message) => message.messageId === changed.messageId))
}
