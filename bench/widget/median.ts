/** The middle of an odd number of runs. */
export async function medianOf(runs: number, measure: () => Promise<number>): Promise<number> {
  const results: number[] = []
  for (let run = 0; run < runs; run += 1) results.push(await measure())
  return results.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN
}
