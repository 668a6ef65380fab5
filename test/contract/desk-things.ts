import type { EndpointName } from '#shared/endpoints.ts'
import { call } from './call.ts'

/** What somebody keeps on their desk, as far as paths name it. */
export interface DeskThings {
  readonly replyId: string
  readonly macroId: string
  readonly viewId: string
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
  return /:(replyId|macroId|viewId)/.test(name)
}

/** One of each, of whoever the headers prove. */
export async function createDeskThings(url: string, headers: Record<string, string>): Promise<DeskThings> {
  const reply = await call(url, 'POST /v2/canned-replies', { body: cannedReply(), headers })
  const made = await call(url, 'POST /v2/macros', { body: macro(), headers })
  const kept = await call(url, 'POST /v2/views', { body: view(), headers })
  const viewId = String(kept.body['viewId'])
  return { viewId, replyId: String(reply.body['replyId']), macroId: String(made.body['macroId']) }
}
