import type { ChatId } from '#shared/ids.ts'
import type { AppliedMacroRecord, Applying, DeskStorage } from './desk-storage.ts'
import type { EventBus } from './events.ts'
import type { FileLinks } from './file-links.ts'
import type { CommercialIdentity } from './identity.ts'
import { showingUnseen, tellAppended } from './send-message.ts'

/** Lets a macro do its work on a chat, and tells what came of it as if each had been done by hand. */
export async function applyMacro(
  deps: { storage: Pick<DeskStorage, 'applyMacro'>; events: EventBus; links: FileLinks },
  by: CommercialIdentity,
  { chatId, ...applying }: Applying & { chatId: ChatId },
): Promise<AppliedMacroRecord> {
  const { storage, events, links } = deps
  const applied = await storage.applyMacro(by, chatId, applying).catch((cause: unknown) => {
    throw showingUnseen(cause, links)
  })
  const { appended, assigned, closed, chat } = applied
  if (appended !== null) tellAppended(events, by, appended)
  if (assigned?.isChanged === true) events.emit('ChatAssigned', { chat: chat.chat, at: assigned.at })
  if (closed?.isChanged === true) events.emit('ChatStatusChanged', { chat: chat.chat, at: closed.at })
  if (chat.isChanged) events.emit('ChatChanged', { chat: chat.chat })
  return applied
}
