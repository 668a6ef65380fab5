/** Run in a page whose panel is open. */

/** Reads back to the first message, and watches what is on the screen while older ones come in. */
export async function pageBack(): Promise<{ jumpPx: number; drawn: number }> {
  const log = window.lookFor('[role=log]') as HTMLElement
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const bubbles = () => [...log.querySelectorAll<HTMLElement>('[part~=bubble]')]
  const isFirstThere = () => bubbles().some(({ innerText }) => innerText.startsWith('hola'))
  let jumpPx = 0
  for (let turn = 0; turn < 2_000 && !isFirstThere(); turn += 1) {
    // Every other time at the very top, where browsers do not hold the place by themselves.
    log.scrollTop = turn % 2 === 0 ? 0 : 350
    await frame()
    const top = log.getBoundingClientRect().top
    const eye = bubbles().find((bubble) => bubble.getBoundingClientRect().bottom > top)
    if (eye === undefined) continue
    const height = log.scrollHeight
    const before = eye.getBoundingClientRect().top
    for (let wait = 0; wait < 120 && log.scrollHeight === height; wait += 1) await frame()
    for (let after = 0; after < 3; after += 1) {
      await frame()
      if (eye.isConnected) jumpPx = Math.max(jumpPx, Math.abs(eye.getBoundingClientRect().top - before))
    }
  }
  return { jumpPx, drawn: bubbles().length }
}

/** From the first message on, as fast as a person looks for something. */
export async function scrollThrough(): Promise<number> {
  const PIXELS_PER_MS = 1.5
  const DURATION_MS = 4_000
  const log = window.lookFor('[role=log]') as HTMLElement
  log.scrollTop = 0
  const began = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
  let frames = 0
  let now = began
  while (now - began < DURATION_MS) {
    const last = now
    now = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
    log.scrollTop += (now - last) * PIXELS_PER_MS
    frames += 1
  }
  return (1_000 * frames) / (now - began)
}
