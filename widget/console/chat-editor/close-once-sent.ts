import type { ChatId } from '#shared/ids.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import type { ClientState, Failure } from '../../core/state.ts'
import type { Readable } from '../../core/store.ts'
import type { OutgoingFile } from '../../sending/outgoing-file.ts'

type Files = Readable<readonly OutgoingFile[]>

interface Closing {
  readonly chatId: ChatId
  /** Of the messages that have to be out before. */
  readonly keys: readonly string[]
  /** Where those of them are that wait for a file. */
  readonly files?: Files | undefined
  /** It stays open: one of them did not go, or the server would not close it. */
  readonly onFailed: (of: 'message' | 'close', cause: unknown) => void
}

type Outcome = 'sent' | 'waiting' | 'given-up' | Failure

/**
 * Closes a chat when an answer is out, its files included: a chat that is closed already would take it no more. Stays open where
 * something failed, was given up, or was held back for what its writer had not seen.
 */
export function closeOnceSent(client: ChatClient, { chatId, keys, files, onFailed }: Closing): void {
  const waiting = new Set(keys)
  /** As they were last seen: one that is gone has become a message, or was given up. */
  const lastSeen = new Map<string, OutgoingFile>()
  const stops = [client.state.subscribe(look), files?.subscribe(look)]
  look()

  function look(): void {
    for (const file of files?.get() ?? []) if (waiting.has(file.id)) lastSeen.set(file.id, file)
    for (const key of waiting) {
      const outcome = outcomeOf(key)
      if (outcome === 'sent') waiting.delete(key)
      else if (outcome !== 'waiting') return stay(outcome)
    }
    if (waiting.size > 0) return
    stop()
    client.commercial.closeChat(chatId).catch((cause: unknown) => onFailed('close', cause))
  }

  function stay(outcome: Failure | 'given-up'): void {
    stop()
    // What was not seen says itself that it holds the answer back.
    if (outcome !== 'given-up' && outcome.code !== 'stale_reply') onFailed('message', outcome)
  }

  function stop(): void {
    for (const end of stops) end?.()
  }

  function outcomeOf(key: string): Outcome {
    const state = client.state.get()
    if (state.session.state === 'signed-out') return 'given-up'
    return messageOutcome(state, chatId, key) ?? fileOutcome(key)
  }

  function fileOutcome(key: string): Outcome {
    const file = lastSeen.get(key)
    if (file === undefined || file.isHandedOver === true) return 'waiting'
    if (files?.get().includes(file) !== true) return 'given-up'
    return file.progress.state === 'failed' ? file.progress.failure : 'waiting'
  }
}

function messageOutcome({ chats, inbox }: ClientState, chatId: ChatId, key: string): Outcome | undefined {
  // Another chat may be on screen by now: then the inbox hears of it.
  if (inbox?.heard?.lastMessage?.clientMessageId === key) return 'sent'
  const message = chats.get(chatId)?.thread.find((other) => other.clientMessageId === key)
  if (message?.delivery !== 'failed') return message && (message.delivery === 'sent' ? 'sent' : 'waiting')
  return message.failure ?? { code: 'internal_error', message: '' }
}
