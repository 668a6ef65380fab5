import type { Chat } from '#shared/chat.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import { MAX_TAGS } from '#shared/limits.ts'
import type { WorkAction } from '../chat-header/chat-action.ts'
import { perform } from '../chat-pane/perform.ts'

/** What can be done with many chats at once. */
export type BulkAction =
  | { readonly kind: 'assign'; readonly to: string }
  | { readonly kind: 'close' | 'reopen' | 'mark-unread' }
  | { readonly kind: 'snooze'; readonly until: string | null }
  | { readonly kind: 'add-tag'; readonly tag: string }

/** What came of it: those it was done with, as they were before. */
export interface Outcome {
  readonly done: readonly Chat[]
  readonly failed: number
}

/** More at once would only wait for each other on the server. */
const AT_ONCE = 4

/** Does one thing with each of the chats that it means anything to; what is refused of one does not stop the others. */
export async function performOnAll(
  client: ChatClient,
  chats: readonly Chat[],
  action: BulkAction,
): Promise<Outcome> {
  return runAll(client, chats, (chat) => workOn(chat, action))
}

/** Makes each as it was. */
export async function undoOnAll(
  client: ChatClient,
  before: readonly Chat[],
  action: BulkAction,
): Promise<Outcome> {
  return runAll(client, before, (chat) => wayBack(chat, action))
}

async function runAll(
  client: ChatClient,
  chats: readonly Chat[],
  toWork: (chat: Chat) => WorkAction | null,
): Promise<Outcome> {
  const waiting = chats.flatMap((chat) => {
    const work = toWork(chat)
    return work === null ? [] : [{ chat, work }]
  })
  const done: Chat[] = []
  let failed = 0
  async function worker(): Promise<void> {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      try {
        await perform(client, next.chat.chatId, next.work)
        done.push(next.chat)
      } catch {
        failed += 1
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return { done, failed }
}

/** Null: there is nothing to do. */
function workOn(chat: Chat, action: BulkAction): WorkAction | null {
  const isClosed = chat.status === 'CLOSED'
  switch (action.kind) {
    case 'add-tag': {
      const { tags = [] } = chat
      return tags.includes(action.tag) || tags.length >= MAX_TAGS
        ? null
        : { kind: 'tag', tags: [...tags, action.tag] }
    }
    case 'reopen':
      return isClosed ? action : null
    case 'mark-unread':
      return chat.isMarkedUnread === true ? null : action
    case 'assign':
      return isClosed || (chat.assignee?.commercialId ?? 'none') === action.to ? null : action
    case 'close':
    case 'snooze':
      return isClosed ? null : action
  }
}

function wayBack(before: Chat, { kind }: BulkAction): WorkAction {
  switch (kind) {
    case 'add-tag':
      return { kind: 'tag', tags: before.tags ?? [] }
    case 'assign':
      return { kind: 'assign', to: before.assignee?.commercialId ?? 'none' }
    case 'mark-unread':
      return { kind: 'mark-read' }
    case 'close':
      return { kind: 'reopen' }
    case 'reopen':
      return { kind: 'close' }
    case 'snooze':
      return { kind: 'snooze', until: before.snoozedUntil ?? null }
  }
}
