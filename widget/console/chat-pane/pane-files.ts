import type { ChatId } from '#shared/ids.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import type { FileTarget } from '../../sending/outgoing-file.ts'
import { Outgoing } from '../../sending/outgoing.ts'
import { rulesOf } from '../../sending/file-rules.ts'
import { FileSending, type FileHost } from '../../sending/file-sending.ts'
import type { Drafts } from '../drafts.ts'

interface Pane extends FileHost {
  readonly chatId: ChatId | null
  readonly drafts: Drafts
}

/** With the client: files go on while another chat, or none, is on the screen. */
const outgoing = new WeakMap<ChatClient, Outgoing>()

/** Sending files from a chat of the console, in an answer or in a note. */
export function sendFiles(pane: Pane): FileSending {
  // Now, so that a file which is chosen without a network has what it takes to wait for one.
  void import('../../core/upload.ts').catch(() => undefined)
  return new FileSending(pane, {
    outgoing: () => pane.client && outgoingOf(pane.client),
    target: () => targetOf(pane),
    isOffered: () => pane.chatId !== null,
    maxBytes: () => pane.client && limitsFor(pane.client, targetOf(pane))?.maxFileBytes,
    button: { className: 'icon-button', slot: 'actions' },
  })
}

function targetOf({ chatId, drafts }: Pane): FileTarget {
  return chatId === null ? { isInternal: false } : { chatId, isInternal: drafts.modeOf(chatId) === 'note' }
}

function outgoingOf(client: ChatClient): Outgoing {
  const held = outgoing.get(client)
  if (held) return held
  const made = new Outgoing({
    client: () => client,
    rules: async (target) => rulesOf(limitsFor(client, target)),
  })
  outgoing.set(client, made)
  return made
}

/** As the chat's site sets them; undefined while that is not known. The server knows them anyway. */
function limitsFor(client: ChatClient, { chatId }: FileTarget) {
  const { chats, inbox, desk } = client.state.get()
  const chat = (chatId && chats.get(chatId)?.chat) ?? inbox?.chats.find((listed) => listed.chatId === chatId)
  return desk?.sites.find(({ siteId }) => siteId === (chat ? chat.siteId : undefined))?.limits
}
