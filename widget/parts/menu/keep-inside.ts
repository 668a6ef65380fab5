// What is nearer to an edge than this looks cut off.
const MARGIN_PX = 8

/** Shifts a box sideways until it lies within the window, and within the outermost element that holds it if that is wide enough. */
export function keepInside(box: HTMLElement): void {
  // Through the object model: a `style` attribute would need a style-src of the page.
  box.style.transform = ''
  const { left, right, width } = box.getBoundingClientRect()
  const frame = outermostHost(box).getBoundingClientRect()
  const isInFrame = frame.width >= width
  const start = Math.max(0, isInFrame ? frame.left : 0) + MARGIN_PX
  const windowWidth = document.documentElement.clientWidth
  const end = Math.min(windowWidth, isInFrame ? frame.right : windowWidth) - MARGIN_PX
  // Where it fits on neither side its beginning matters more.
  const shift = Math.max(start - left, Math.min(0, end - right))
  if (shift !== 0) box.style.transform = `translateX(${Math.round(shift)}px)`
}

function outermostHost(element: Element): Element {
  let host = element
  for (let root = host.getRootNode(); root instanceof ShadowRoot; root = host.getRootNode()) host = root.host
  return host
}
