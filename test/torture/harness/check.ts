import { Faults, type Fault } from './faults.ts'
import type { History } from './history.ts'
import type { Screen } from './screen.ts'
import type { StoredMessage } from './stored.ts'

interface Evidence {
  readonly history: History
  readonly stored: { readonly messages: readonly StoredMessage[]; readonly integrity: string }
  readonly screens: readonly Screen[]
}

/** The one judge: compares what was promised, what is stored and what everybody sees. */
export function check({ history, stored, screens }: Evidence): readonly Fault[] {
  const faults = new Faults()
  faults.expect(stored.integrity === 'ok', 'death', `integrity_check: ${stored.integrity}`)
  checkStored(stored.messages, faults)
  checkPromises(history, stored.messages, faults)
  for (const screen of screens) {
    faults.addAll(screen.faults())
    checkScreen(screen, stored.messages, faults)
  }
  return faults.list()
}

/** Numbers without holes, times that rise with them, nothing twice. */
export function checkStored(messages: readonly StoredMessage[], faults: Faults): void {
  const keys = new Set<string>()
  const contents = new Set<string>()
  for (const [chatId, ofChat] of byChat(messages)) {
    let publicSeq = 0
    ofChat.forEach((message, index) => {
      const previous = ofChat[index - 1]
      faults.expect(message.seq === index + 1, 'gap', `${chatId}: seq ${message.seq} is number ${index + 1}`)
      if (message.publicSeq !== null) {
        publicSeq += 1
        faults.expect(
          message.publicSeq === publicSeq,
          'gap',
          `${chatId}: public ${message.publicSeq} is number ${publicSeq}`,
        )
      }
      const rises = previous === undefined || message.sentAt > previous.sentAt
      faults.expect(rises, 'time', `${chatId}: seq ${message.seq} is not later than the one before`)
      const key = `${message.senderId} ${message.clientMessageId}`
      if (message.clientMessageId !== null && keys.has(key)) faults.add('dup', `key ${key} is stored twice`)
      keys.add(key)
      const content = `${chatId} ${message.senderId} ${message.content}`
      if (contents.has(content)) faults.add('dup', `"${message.content}" is stored twice`)
      contents.add(content)
    })
  }
}

/** What was acknowledged is there; what is there was meant; what was meant got through in the end. */
function checkPromises(history: History, messages: readonly StoredMessage[], faults: Faults): void {
  const ids = new Set(messages.map(({ messageId }) => messageId))
  const contents = new Set(messages.map(({ content }) => content))
  for (const { content, messageId } of history.of('ok')) {
    if (messageId !== undefined && !ids.has(messageId)) faults.add('lost', `"${content}" was acknowledged`)
  }
  const meant = history.meant()
  for (const { content } of messages) {
    if (!meant.has(content)) faults.add('phantom', `"${content}" was never sent`)
  }
  for (const content of meant) {
    if (!contents.has(content)) faults.add('stuck', `"${content}" never got through`)
  }
}

/** What a screen shows is the end of what its side may see, all of it, in that order. */
function checkScreen(screen: Screen, messages: readonly StoredMessage[], faults: Faults): void {
  faults.expect(screen.unsent() === 0, 'stuck', `${screen.name} still has ${screen.unsent()} unsent`)
  const chats = byChat(messages)
  for (const chatId of screen.chatIds()) {
    const shown = screen.shown(chatId)
    if (screen.side === 'visitor' && shown.some(({ isInternal }) => isInternal))
      faults.add('leak', `${screen.name} sees a note`)
    const visible = (chats.get(chatId) ?? []).filter(
      (message) => screen.side === 'commercial' || !message.isInternal,
    )
    const first = shown[0]?.seq ?? visible.length + 1
    const expected = visible.slice(first - 1).map(({ messageId }) => messageId)
    const seen = shown.map(({ messageId }) => messageId)
    const known = new Set(seen)
    const missing = expected.filter((id) => !known.has(id)).length
    if (missing > 0 || shown.length === 0) {
      if (visible.length > 0)
        faults.add('gap', `${screen.name} lacks ${Math.max(missing, 1)} of ${visible.length} in ${chatId}`)
    } else if (seen.join() !== expected.join()) {
      faults.add('order', `${screen.name} has another order in ${chatId}`)
    }
  }
}

export function byChat(messages: readonly StoredMessage[]): Map<string, StoredMessage[]> {
  return Map.groupBy(messages, ({ chatId }) => chatId)
}
