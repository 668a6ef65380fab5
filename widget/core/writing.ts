import type { ChatId } from '#shared/ids.ts'
import type { Message } from '#shared/message.ts'
import type { ChatClient } from './chat-client.ts'
import type { Core } from './core.ts'
import { createDraft } from './draft.ts'
import { NEW_CHAT, type DraftMessage } from './state.ts'
import { place, removeDraft } from './thread.ts'

type Writing = Pick<ChatClient, 'send' | 'restore' | 'retry' | 'discard' | 'edit' | 'remove'>

/** What one writes: shown at once, delivered by the outbox, taken back or changed later. */
export function createWriting(core: Core, resolve: (chatId?: ChatId) => ChatId): Writing {
  const { api, outbox, side, watching } = core

  function shown(message: Message): Message {
    watching.feed(message.chatId)?.receive([message])
    return message
  }

  function put(draft: DraftMessage): void {
    const { chatId } = draft
    if (chatId === NEW_CHAT) watching.keep(NEW_CHAT, null)
    watching.changeView(chatId, (view) => ({ ...view, thread: place(view.thread, [draft]) }))
    outbox.add({ draft, seenSeq: side.seenSeq(draft) })
  }

  return {
    send({ chatId, ...written }) {
      const draft = createDraft({ ...core, state: core.store.get() }, { ...written, chatId: resolve(chatId) })
      core.typing.set(draft.chatId, false, draft.isInternal)
      put(draft)
      return draft.clientMessageId
    },
    restore(draft) {
      put({ ...draft, chatId: resolve(draft.chatId), senderId: core.ownId() })
    },
    retry(chatId, clientMessageId) {
      const id = resolve(chatId)
      const draft = outbox.failed(id, clientMessageId)
      if (draft !== undefined) outbox.retry(id, clientMessageId, side.seenSeq(draft))
    },
    discard(chatId, clientMessageId) {
      const id = resolve(chatId)
      const draft = outbox.discard(id, clientMessageId)
      if (draft === undefined) return ''
      watching.changeView(id, (view) => ({ ...view, thread: removeDraft(view.thread, clientMessageId) }))
      return draft.content
    },
    edit: async (messageId, content) =>
      shown(await api('PATCH /v2/messages/:messageId', { params: { messageId }, body: { content } })),
    remove: async (messageId) =>
      shown(await api('DELETE /v2/messages/:messageId', { params: { messageId } })),
  }
}
