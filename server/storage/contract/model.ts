import { audienceOf, type Identity } from '../../domain/identity.ts'
import type { MessageRecord } from '../../domain/records.ts'

/** The chat as a plain list: what the store must agree with. */
export class Model {
  readonly messages: MessageRecord[] = []
  /** In the reader's own numbering. */
  readonly #read = new Map<string, number>()

  add(message: MessageRecord): void {
    this.messages.push(message)
    this.#read.set(
      message.senderId,
      message.senderType === 'visitor' ? (message.publicSeq ?? 0) : message.seq,
    )
  }

  change(message: MessageRecord): void {
    this.messages[message.seq - 1] = message
  }

  read(reader: Identity, upTo: number): void {
    const reached = Math.min(upTo, this.seenBy(reader).length)
    this.#read.set(reader.userId, Math.max(this.#read.get(reader.userId) ?? 0, reached))
  }

  seenBy(reader: Identity): MessageRecord[] {
    return this.messages.filter(({ isInternal }) => audienceOf(reader) === 'commercial' || !isInternal)
  }

  unreadOf(reader: Identity): number {
    const unread = this.seenBy(reader).slice(this.#read.get(reader.userId) ?? 0)
    return unread.filter((message) => message.deletedAt === null && countsFor(reader, message)).length
  }
}

/** A commercial waits for visitors and for colleagues' notes; what a colleague answered needs nobody's attention. */
function countsFor(reader: Identity, message: MessageRecord): boolean {
  if (message.senderId === reader.userId) return false
  return reader.role === 'visitor' || message.senderType === 'visitor' || message.isInternal
}
