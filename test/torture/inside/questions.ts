/** What the suite asks of the process under test, and what that answers. */
export interface Question {
  /** From now on the server's clock goes wrong by so much. */
  readonly clockOffsetMs?: number
  /** Collect garbage before measuring. */
  readonly collect?: boolean
  /** Begin to measure the event loop anew. */
  readonly resetLoop?: boolean
}

export interface Answer {
  /** Bytes. */
  readonly rss: number
  readonly heapUsed: number
  /** The longest that the event loop stood still since it was last asked to begin anew. */
  readonly loopMaxMs: number
  readonly loopP99Ms: number
  /** Timers, sockets, files: what keeps the process busy. */
  readonly handles: number
}
