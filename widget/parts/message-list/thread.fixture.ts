import type { ChatId, MessageId } from '#shared/ids.ts'
import type { DraftMessage, SentMessage } from '../../core/state.ts'

const CHAT = 'c' as ChatId
const START = new Date(2026, 2, 12, 10, 0).getTime()

/** A sent message by `v` (the visitor) or a commercial's id. */
export function sent(seq: number, by: string, more: Partial<SentMessage> = {}): SentMessage {
  return {
    delivery: 'sent',
    messageId: `m${seq}` as MessageId,
    chatId: CHAT,
    seq,
    senderId: by,
    senderType: by === 'v' ? 'visitor' : 'commercial',
    senderName: by === 'v' ? '' : by,
    content: `message ${seq}`,
    type: 'text',
    isInternal: false,
    isFirstResponse: false,
    sentAt: new Date(START + seq * 1_000).toISOString(),
    ...more,
  }
}

export function draft(clientMessageId: string, more: Partial<DraftMessage> = {}): DraftMessage {
  return {
    delivery: 'sending',
    clientMessageId,
    chatId: CHAT,
    senderId: 'v',
    senderType: 'visitor',
    senderName: '',
    content: clientMessageId,
    type: 'text',
    isInternal: false,
    sentAt: new Date(START + 3_600_000).toISOString(),
    ...more,
  }
}

/** Messages `from` to `to` by Marta, long enough to differ in height. */
export function history(from: number, to: number): SentMessage[] {
  return Array.from({ length: to - from + 1 }, (_, i) =>
    sent(from + i, 'Marta', { content: `message ${from + i} ${'and more '.repeat((from + i) % 7)}` }),
  )
}

/** An instant of the thread's day. */
export function at(minutes: number): string {
  return new Date(START + minutes * 60_000).toISOString()
}
