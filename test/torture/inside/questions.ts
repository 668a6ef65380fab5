/** What the suite asks of the process under test, and what that answers. */
export interface Question {
  /** From now on the server's clock goes wrong by so much. */
  readonly clockOffsetMs?: number
  /** Collect garbage before measuring. */
  readonly collect?: boolean
  /** Begin to measure the event loop anew. */
  readonly resetLoop?: boolean
  /** Tell of every connection that is open. */
  readonly connections?: boolean
}

/** One that the server holds, known by the port at its other end. */
export interface HeldConnection {
  readonly port: number
  /** Bytes that wait in the process because the other end does not take them. */
  readonly waiting: number
  readonly isWebSocket: boolean
}

export interface Answer {
  /** Bytes. */
  readonly rss: number
  readonly heapUsed: number
  /** What the heap points to outside of itself: buffers, mostly. */
  readonly external: number
  /** The longest that the event loop stood still since it was last asked to begin anew. */
  readonly loopMaxMs: number
  readonly loopP99Ms: number
  /** Timers, sockets, files: what keeps the process busy. */
  readonly handles: number
  /** Open files, connections among them; 0 where the system does not tell. */
  readonly files: number
  /** Empty if it was not asked for. */
  readonly connections: readonly HeldConnection[]
}
