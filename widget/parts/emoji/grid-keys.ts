/** Where an arrow leads in a grid whose rows are as the browser broke them; `undefined` for other keys. */
export function stepInGrid(
  cells: readonly HTMLElement[],
  from: HTMLElement,
  key: string,
): HTMLElement | undefined {
  const at = cells.indexOf(from)
  const isRtl = getComputedStyle(from).direction === 'rtl'
  if (key === 'Home') return cells[0]
  if (key === 'End') return cells.at(-1)
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const step = (key === 'ArrowRight') === isRtl ? -1 : 1
    return cells[at + step] ?? from
  }
  if (key === 'ArrowDown') return nearest(cells.slice(at + 1), from, (top, own) => top > own)
  if (key === 'ArrowUp') return nearest(cells.slice(0, at).toReversed(), from, (top, own) => top < own)
  return undefined
}

/** In the first row that lies beyond, the cell that is most nearly in the same column. */
function nearest(
  cells: readonly HTMLElement[],
  from: HTMLElement,
  isBeyond: (top: number, own: number) => boolean,
): HTMLElement {
  const own = from.getBoundingClientRect()
  const first = cells.find((cell) =>
    isBeyond(Math.round(cell.getBoundingClientRect().top), Math.round(own.top)),
  )
  const row = cells.filter((cell) => first && isSameRow(cell, first))
  const distance = (cell: HTMLElement) => Math.abs(cell.getBoundingClientRect().left - own.left)
  return row.toSorted((a, b) => distance(a) - distance(b))[0] ?? from
}

function isSameRow(one: HTMLElement, other: HTMLElement): boolean {
  return Math.round(one.getBoundingClientRect().top) === Math.round(other.getBoundingClientRect().top)
}
