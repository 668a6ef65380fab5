import type { Chat } from '#shared/chat.ts'
import { plural } from '../../i18n/plural.ts'
import type { Desk } from '../console-desk/run-command.ts'
import type { Command } from '../palette/command.ts'
import { performOnAll, undoOnAll, type BulkAction } from './bulk-action.ts'
import type { ChatBulkEvent } from './bulk-bar.ts'

/** What the bar over the list asks for, about those that are picked now. */
export function handleBulk(desk: Desk, action: ChatBulkEvent['action']): void {
  const chats = desk.list?.picked ?? []
  if (action.kind === 'add-tag' && !('tag' in action)) {
    const onTag = (tag: string): void => finish(desk, chats, { kind: 'add-tag', tag })
    void desk.openDialog({ kind: 'tag', onTag })
  } else finish(desk, chats, action.kind === 'clear' ? null : action)
}

/** Whether a single key is about all that are picked, rather than about the one chat that the keyboard is on. */
export function runOnPicked(desk: Desk, command: Command): boolean {
  const { list } = desk
  if (!list || list.picked.length === 0) return false
  if (command.kind === 'page' && command.page === 'tags') handleBulk(desk, { kind: 'add-tag' })
  else if (command.kind === 'page' && (command.page === 'assign' || command.page === 'snooze')) {
    list.openBulk(command.page)
  } else if (
    command.kind === 'act' &&
    (command.action.kind === 'close' || command.action.kind === 'reopen')
  ) {
    handleBulk(desk, { kind: command.action.kind })
  } else if (
    command.kind === 'act' &&
    (command.action.kind === 'mark-unread' || command.action.kind === 'mark-read')
  ) {
    handleBulk(desk, { kind: 'mark-unread' })
  } else if (command.kind === 'act' && command.action.kind === 'claim') {
    handleBulk(desk, { kind: 'assign', to: list.viewerId })
  } else return false
  return true
}

function finish(desk: Desk, chats: readonly Chat[], action: BulkAction | null): void {
  desk.list?.selection.clear()
  if (action !== null) void runBulk(desk, chats, action)
  void desk.updateComplete.then(() => desk.list?.focusChat(desk.chatId))
}

/** Does one thing with many chats, tells what came of it, and takes it back when somebody thinks better of it. */
async function runBulk(desk: Desk, chats: readonly Chat[], action: BulkAction): Promise<void> {
  const { client, l10n } = desk
  if (client === undefined) return
  desk.problem = ''
  const { done, failed } = await performOnAll(client, chats, action)
  const { bulkDone, bulkFailed, bulkUndone } = l10n.console
  if (failed > 0) desk.problem = plural(l10n.locale, failed, bulkFailed)
  if (done.length === 0) return
  desk.say(plural(l10n.locale, done.length, bulkDone[action.kind]), () => {
    void undoOnAll(client, done, action).then((back) => {
      if (back.failed > 0) desk.problem = plural(l10n.locale, back.failed, bulkFailed)
      desk.say(plural(l10n.locale, back.done.length, bulkUndone))
    })
  })
}
