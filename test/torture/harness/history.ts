import { createWriteStream } from 'node:fs'

/**
 * What clients did and what they were answered, in Jepsen's words: `invoke` it was asked for, `ok` the server said yes, `fail` it said
 * no, `info` nobody knows (the connection broke): that may have happened or not.
 */
export interface Operation {
  readonly type: 'invoke' | 'ok' | 'fail' | 'info'
  readonly who: string
  /** Unique for each thing that somebody meant to say. */
  readonly content: string
  readonly messageId?: string
  readonly status?: number
}

/** Everything that was tried, one line of JSON each once it is written down. */
export class History {
  readonly #operations: (Operation & { readonly at: number })[] = []
  readonly #acknowledged = new Set<string>()

  add(operation: Operation): void {
    if (operation.type === 'ok') this.#acknowledged.add(operation.content)
    this.#operations.push({ at: Math.round(performance.now() * 1000) / 1000, ...operation })
  }

  of(type: Operation['type']): readonly Operation[] {
    return this.#operations.filter((operation) => operation.type === type)
  }

  isAcknowledged(content: string): boolean {
    return this.#acknowledged.has(content)
  }

  /** What was meant, however often it was tried. */
  meant(): ReadonlySet<string> {
    return new Set(this.of('invoke').map(({ content }) => content))
  }

  write(path: string): Promise<void> {
    const stream = createWriteStream(path)
    for (const operation of this.#operations) stream.write(`${JSON.stringify(operation)}\n`)
    return new Promise((resolve) => stream.end(resolve))
  }
}
