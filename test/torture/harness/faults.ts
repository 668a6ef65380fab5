/** What can be found wrong. A control names the kind that its experiment has to find. */
export type FaultKind =
  /** Acknowledged, and not stored. */
  | 'lost'
  /** Stored or shown twice. */
  | 'dup'
  /** Stored, and never sent. */
  | 'phantom'
  /** A number is missing, or a reader lacks what the server has. */
  | 'gap'
  | 'order'
  /** Times do not rise with the numbers. */
  | 'time'
  /** Somebody got what is not theirs. */
  | 'leak'
  /** Still "sending" when all is quiet. */
  | 'stuck'
  /** Another answer than the one that the rule names. */
  | 'answer'
  /** The process ended, or its data is damaged. */
  | 'death'
  /** Slower, later or larger than the table allows. */
  | 'limit'

export interface Fault {
  readonly kind: FaultKind
  readonly what: string
}

/** What an experiment found: nothing wrong, it is to be hoped, and the figures for the table. */
export interface Outcome {
  readonly figures: string
  readonly faults: readonly Fault[]
}

/** Collects what is wrong; of each kind only the first few are worth reading. */
export class Faults {
  readonly #found: Fault[] = []

  add(kind: FaultKind, what: string): void {
    this.#found.push({ kind, what })
  }

  expect(isRight: boolean, kind: FaultKind, what: string): void {
    if (!isRight) this.add(kind, what)
  }

  addAll(faults: readonly Fault[]): void {
    this.#found.push(...faults)
  }

  list(): readonly Fault[] {
    return this.#found
  }

  count(kind: FaultKind): number {
    return this.#found.filter((fault) => fault.kind === kind).length
  }
}
