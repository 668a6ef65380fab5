/** A way to the server and back for packets as text. */
export interface Pipe {
  readonly send: (packet: string) => void
  /** What was sent before still goes out. */
  readonly close: () => void
}

/** Who listens to a pipe: never told anything before `open…` has returned. */
export interface PipeOwner {
  readonly hear: (packet: string) => void
  /** The way is broken, or was never there. */
  readonly end: () => void
}
