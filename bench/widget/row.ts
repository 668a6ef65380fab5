/** One line of the printed table: what was measured, the goal, ours, and the peer's. */
export interface Row {
  readonly what: string
  readonly goal: string
  readonly ours: string
  readonly peer?: string
}

export function printHead(peerName: string): void {
  console.log(`| | goal | Sobremesa | ${peerName} |`)
  console.log('|---|---:|---:|---:|')
}

export function printRows(rows: readonly Row[]): void {
  for (const { what, goal, ours, peer = '' } of rows) console.log(`| ${what} | ${goal} | ${ours} | ${peer} |`)
}

export const ms = (value: number): string => `${Math.round(value)} ms`
export const bytes = (value: number): string => `${(value / 1_000).toFixed(1)} KB`
