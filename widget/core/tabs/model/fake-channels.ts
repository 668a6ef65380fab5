import type { TabMessage } from '../tab-message.ts'
import type { Channel } from '../tab-ports.ts'

/** What pages say to each other: to each listener in the order it was said, and as late as the test wants. */
export interface FakeChannels {
  open(page: object): Channel
  /** One page hears what it has not heard yet; says whether there was anything. */
  deliverTo(page: object): boolean
  kill(page: object): void
}

interface Line {
  readonly page: object
  hear: (message: TabMessage) => void
  unheard: readonly TabMessage[]
}

export function createFakeChannels(): FakeChannels {
  let lines: readonly Line[] = []

  return {
    open(page) {
      const line: Line = { page, hear() {}, unheard: [] }
      lines = [...lines, line]
      return {
        post(message) {
          for (const other of lines) {
            if (other !== line) other.unheard = [...other.unheard, structuredClone(message)]
          }
        },
        onMessage(hear) {
          line.hear = hear
        },
        close() {
          lines = lines.filter((other) => other !== line)
        },
      }
    },
    deliverTo(page) {
      const line = lines.find((other) => other.page === page)
      if (line === undefined) return false
      const messages = line.unheard
      line.unheard = []
      for (const message of messages) if (lines.includes(line)) line.hear(message)
      return messages.length > 0
    },
    kill(page) {
      lines = lines.filter((other) => other.page !== page)
    },
  }
}
