/** A widget to measure: where its page is, and what to look for in it. */
export interface Contestant {
  readonly name: string
  readonly path: string
  /** CSS selectors, looked for in open shadow roots too. */
  readonly launcher: string
  readonly field: string
}
