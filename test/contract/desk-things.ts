import type { EndpointName } from '#shared/endpoints.ts'
import type { Actor } from './actors.ts'
import { bearer, call } from './call.ts'

/** What somebody keeps on their desk, as far as paths name it. */
export interface DeskThings {
  readonly replyId: string
  readonly macroId: string
  readonly viewId: string
  /** Of another session of theirs. */
  readonly sessionId?: string
}

export function cannedReply() {
  return { shortcut: `r-${crypto.randomUUID().slice(0, 13)}`, title: 'A greeting', content: 'Hola' }
}

export function macro() {
  return { name: 'A farewell', actions: { reply: 'Adiós', addTags: ['vip'] } }
}

export function view() {
  return { name: 'Waiting', filter: { status: 'PENDING', order: 'waiting' } }
}

/** One that nobody is at. */
export function pushDevice() {
  const keys = { p256dh: `B${'A'.repeat(86)}`, auth: 'A'.repeat(22) }
  return { endpoint: `https://push.example.com/${crypto.randomUUID()}`, keys, label: 'Firefox' }
}

export function needsDeskThings(name: EndpointName): boolean {
  return /:(replyId|macroId|viewId|sessionId)/.test(name)
}

/** One of each, of somebody of the team; a session only where one is asked about, for that takes hashing a password. */
export async function createDeskThings(url: string, owner: Actor, name: EndpointName): Promise<DeskThings> {
  const { headers } = owner
  const reply = await call(url, 'POST /v2/canned-replies', { body: cannedReply(), headers })
  const made = await call(url, 'POST /v2/macros', { body: macro(), headers })
  const kept = await call(url, 'POST /v2/views', { body: view(), headers })
  return {
    replyId: String(reply.body['replyId']),
    macroId: String(made.body['macroId']),
    viewId: String(kept.body['viewId']),
    ...(name.includes(':sessionId') && { sessionId: await newSession(url, owner) }),
  }
}

async function newSession(url: string, { credentials }: Actor): Promise<string> {
  const { body } = await call(url, 'POST /v2/auth/login', { body: credentials })
  const listed = await call(url, 'GET /v2/sessions', { headers: bearer(String(body['accessToken'])) })
  const sessions = listed.body['sessions'] as { sessionId: string; isCurrent: boolean }[]
  return String(sessions.find(({ isCurrent }) => isCurrent)?.sessionId)
}
