import { describe, expect, it } from 'vitest'
import type { Chat } from '#shared/chat.ts'
import type { Message } from '#shared/message.ts'
import { mergeChat, noteMessage, noteOtherRead, noteOwnRead } from './chat-view.ts'
import { createModelStore } from './model/model-store.ts'

const vera = { role: 'visitor', id: 'vera' } as const

/** A chat of this many messages by a commercial, as its visitor sees it, and what is written in it next. */
function arrange(length: number) {
  const store = createModelStore()
  const write = (senderId: string): Message =>
    store.append(
      { role: senderId === 'vera' ? 'visitor' : 'commercial', id: senderId },
      { content: 'hola', clientMessageId: `${store.messages(vera).length}` },
    )
  for (let index = 0; index < length; index += 1) write('marta')
  const chat: Chat = store.chat(vera)
  return { chat, store, write }
}

describe('noteMessage', () => {
  it('counts what others write as unread, once', () => {
    const { chat, write } = arrange(2)
    const message = write('marta')
    const noted = noteMessage(chat, message, 'vera')
    expect(noted).toMatchObject({
      unreadCount: 1,
      lastSeq: 3,
      lastMessage: message,
      updatedAt: message.sentAt,
    })
    expect(noteMessage(noted, message, 'vera')).toBe(noted)
  })

  it('takes writing for reading', () => {
    const { chat, write } = arrange(2)
    const noted = noteMessage({ ...chat, unreadCount: 2 }, write('vera'), 'vera')
    expect(noted).toMatchObject({ unreadCount: 0, readSeq: 3 })
  })

  it('shows a change of the last message, and none of an older one', () => {
    const { chat, store } = arrange(2)
    const [first, last] = store.messages(vera)
    const changed = store.change(last?.messageId ?? '', 'mended')
    expect(noteMessage(chat, changed, 'vera').lastMessage?.content).toBe('mended')
    expect(noteMessage(chat, store.change(first?.messageId ?? '', 'mended'), 'vera')).toBe(chat)
  })
})

describe('reading', () => {
  it('goes forward only, and is complete at the last message', () => {
    const { chat } = arrange(3)
    const unread = { ...chat, unreadCount: 3 }
    expect(noteOwnRead(unread, 2)).toMatchObject({ readSeq: 2, unreadCount: 3 })
    expect(noteOwnRead(unread, 3)).toMatchObject({ readSeq: 3, unreadCount: 0 })
    expect(noteOwnRead({ ...unread, readSeq: 3 }, 2).readSeq).toBe(3)
    expect(noteOtherRead({ ...chat, otherReadSeq: 2 }, 1).otherReadSeq).toBe(2)
  })

  it('is not taken back by a server that has not heard of it yet', () => {
    const { chat } = arrange(3)
    const read = noteOwnRead(chat, 3)
    expect(mergeChat(read, { ...chat, unreadCount: 3 })).toMatchObject({ readSeq: 3, unreadCount: 0 })
    expect(mergeChat(read, { ...chat, lastSeq: 4, unreadCount: 1 })).toMatchObject({
      readSeq: 3,
      unreadCount: 1,
    })
    expect(mergeChat(null, chat)).toBe(chat)
  })
})
