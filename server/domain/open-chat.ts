import type { OpenChat } from '#shared/chat.ts'
import type { Identity } from './identity.ts'
import type { Onlookers } from './onlookers.ts'
import { Refusal } from './refusal.ts'
import { tellAppended, type Deps } from './send-message.ts'
import type { SessionStorage } from './session-storage.ts'
import type { OpenedChat } from './storage.ts'
import type { VisitorStorage } from './visitor-storage.ts'
import { welcomeIfOnlooker } from './welcome-onlooker.ts'

type OpenDeps = Deps & {
  readonly storage: Pick<VisitorStorage, 'describeVisitor'> & Pick<SessionStorage, 'welcomeOnlooker'>
  readonly onlookers: Pick<Onlookers, 'byId' | 'welcomed'>
}

/** A visitor gets their open chat, made if there is none; a commercial starts one with a visitor. */
export async function openChat(
  deps: OpenDeps,
  opener: Identity,
  { visitorId, message, page }: OpenChat,
): Promise<OpenedChat> {
  const { storage, events } = deps
  const opening =
    message === undefined ? null : { content: message.content, clientMessageId: message.clientMessageId }
  if (opener.role === 'visitor') {
    if (page !== undefined) await storage.describeVisitor(opener.userId, { page })
    return told(await storage.openChat(opener, opening))
  }
  if (visitorId === undefined || opening === null) {
    const missing = visitorId === undefined ? 'visitorId' : 'message'
    throw new Refusal('invalid', { issues: [{ path: missing, message: 'Required of a commercial' }] })
  }
  await welcomeIfOnlooker(deps, opener, visitorId)
  return told(await storage.startChat(opener, visitorId, opening))

  function told(opened: OpenedChat): OpenedChat {
    if (opened.isNew) events.emit('ChatOpened', { chat: opened.chat, isByTeam: opener.role !== 'visitor' })
    if (opened.appended !== null) tellAppended(events, opener, opened.appended)
    return opened
  }
}
