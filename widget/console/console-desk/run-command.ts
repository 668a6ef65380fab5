import type { ChatId } from '#shared/ids.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import type { ChatList } from '../chat-list/chat-list.ts'
import type { WorkAction } from '../chat-header/chat-action.ts'
import type { ChatPane } from '../chat-pane/chat-pane.ts'
import { perform } from '../chat-pane/perform.ts'
import type { ConsoleLocalization } from '../console-localization.ts'
import { ChatRailEvent } from '../console-rail/console-rail.ts'
import { toFormFailure } from '../form-failure.ts'
import type { Command, PalettePage } from '../palette/command.ts'
import { ChatSectionEvent } from '../sections/section.ts'
import type { DeskDialog } from './desk-dialogs.ts'

/** The screen on which a command is carried out. */
export interface Desk extends EventTarget {
  readonly client: ChatClient | undefined
  readonly chatId: ChatId | null
  /** What lies over the inbox; empty: nothing does. */
  readonly section: string
  readonly l10n: ConsoleLocalization
  readonly updateComplete: Promise<boolean>
  readonly list: ChatList | null | undefined
  readonly pane: ChatPane | null | undefined
  /** Something that could not be done, in a sentence. */
  problem: string
  /** Something that was done, with a way back where there is one. */
  say(words: string, undo?: () => void): void
  navigate(chatId: ChatId | null): void
  openPalette(page: PalettePage, chatId: ChatId | null): Promise<void>
  openDialog(dialog: DeskDialog): Promise<void>
}

/** Does what a key, the palette or a part of the screen asks for, about this chat where it is about one. */
export async function runCommand(desk: Desk, command: Command, chatId: ChatId | null): Promise<void> {
  switch (command.kind) {
    case 'page':
      return desk.openPalette(command.page, chatId)
    case 'section':
      desk.dispatchEvent(new ChatSectionEvent(command.section))
      return
    case 'list':
      desk.dispatchEvent(new ChatSectionEvent(''))
      return desk.client?.commercial.showList(command.list, command.filter)
    case 'manage-views':
      return desk.openDialog({ kind: 'views' })
    case 'pick':
      if (chatId !== null) desk.list?.selection.toggle(chatId)
      return
    case 'keys':
      desk.dispatchEvent(new ChatRailEvent({ kind: 'keys' }))
      return
    case 'mentions':
      return desk.openDialog({ kind: 'mentions' })
    case 'hand-over':
      return chatId === null ? undefined : desk.openDialog({ kind: 'hand-over', chatId })
    case 'change-message':
      return desk.openDialog({ kind: 'message', what: command.what, message: command.message })
    case 'copy-message-link':
      return chatId === null ? undefined : take(desk, 'copy-link', { chatId, seq: command.seq })
    case 'copy-link':
    case 'transcript':
      return chatId === null ? undefined : take(desk, command.kind, { chatId })
    case 'single-keys':
      desk.dispatchEvent(new ChatRailEvent({ kind: 'single-keys', isOn: command.isOn }))
      return
    case 'chat':
      return openChat(desk, command.chatId, command.seq)
    case 'act':
      return chatId === null ? undefined : act(desk, chatId, command.action)
    case 'write':
      if (chatId === null) return
      show(desk, chatId)
      await desk.updateComplete
      desk.pane?.write(command.mode)
  }
}

function show(desk: Desk, chatId: ChatId): void {
  if (chatId !== desk.chatId || desk.section !== '') desk.navigate(chatId)
}

async function openChat(desk: Desk, chatId: ChatId, seq: number | undefined): Promise<void> {
  show(desk, chatId)
  await desk.updateComplete
  desk.pane?.focus()
  if (seq !== undefined) desk.pane?.reveal(seq)
}

async function act(desk: Desk, chatId: ChatId, action: WorkAction): Promise<void> {
  const { client, list } = desk
  if (client === undefined) return
  desk.problem = ''
  const wasInList = list?.focusedChat !== undefined
  try {
    await perform(client, chatId, action)
  } catch (error) {
    desk.problem = toFormFailure(error, desk.l10n.console.serverUnreachable).message
  }
  if (!wasInList) return
  await desk.updateComplete
  await list?.updateComplete
  // The chat may have left the list, and the focus with it.
  if (list?.focusedChat === undefined) list?.focusChat(chatId)
}

async function take(
  desk: Desk,
  what: 'copy-link' | 'transcript',
  { chatId, seq }: { readonly chatId: ChatId; readonly seq?: number },
): Promise<void> {
  const { client, l10n } = desk
  if (client === undefined) return
  desk.problem = ''
  try {
    const { copyLink, saveTranscript } = await import('./take-along.ts')
    await (what === 'copy-link' ? copyLink(chatId, seq) : saveTranscript(client, chatId))
    if (what === 'copy-link') desk.say(l10n.console.linkCopied)
  } catch (error) {
    desk.problem = toFormFailure(
      error,
      what === 'copy-link' ? l10n.console.copyByHand : l10n.console.serverUnreachable,
    ).message
  }
}
