/** Lets so many in at once; the others wait, in the order they came. `enter` resolves with how to leave; leaving twice is harmless. */
export function takeTurns(places: number): { enter(): Promise<() => void> } {
  const waiting: (() => void)[] = []
  let free = places

  function leave(): void {
    const next = waiting.shift()
    if (next === undefined) free += 1
    else next()
  }

  return {
    async enter() {
      if (free > 0) free -= 1
      else await new Promise<void>((resolve) => void waiting.push(resolve))
      let isIn = true
      return () => {
        if (isIn) leave()
        isIn = false
      }
    },
  }
}
