import { expect } from '@open-wc/testing'
import { AttentionWatch, GLANCE_MS, IDLE_MS } from './attention.ts'

/** A window that has the focus or has not, whatever the browser of the tests says. */
function arrange({ hasFocus }: { hasFocus: boolean }) {
  let now = 1_000_000
  const page = { hasFocus }
  Object.defineProperty(document, 'hasFocus', { configurable: true, value: () => page.hasFocus })
  const signs: number[] = []
  const watch = new AttentionWatch(
    () => void signs.push(now),
    () => now,
  )
  watch.start()
  stop = () => watch.stop()
  return { page, signs, watch, wait: (ms: number) => void (now += ms) }
}

let stop = (): void => {}

describe('whether somebody is at the page', () => {
  afterEach(() => {
    stop()
    Reflect.deleteProperty(document, 'hasFocus')
  })

  it('is known by the focus, until nothing has been touched for long', () => {
    const { watch, wait } = arrange({ hasFocus: true })
    expect(watch.level).to.equal('focused')
    wait(IDLE_MS)
    expect(watch.level).to.equal('visible')
    dispatchEvent(new PointerEvent('pointermove'))
    expect(watch.level).to.equal('focused')
  })

  it('is not so of a window that merely shows, nor where a pointer crosses it', () => {
    const { page, watch, signs } = arrange({ hasFocus: false })
    dispatchEvent(new PointerEvent('pointermove'))
    expect([watch.level, signs]).to.deep.equal(['visible', []])
    page.hasFocus = true
    for (const sign of ['pointerdown', 'wheel']) dispatchEvent(new Event(sign))
    expect(watch.level).to.equal('focused')
    // On to another window, a moment after the last press here.
    page.hasFocus = false
    expect(watch.level).to.equal('visible')
  })

  it('is so for a moment where somebody turns the wheel over it, and again once it has the focus', () => {
    const { page, watch, signs, wait } = arrange({ hasFocus: false })
    dispatchEvent(new WheelEvent('wheel'))
    expect(watch.level).to.equal('focused')
    wait(GLANCE_MS)
    expect(watch.level).to.equal('visible')
    page.hasFocus = true
    wait(IDLE_MS)
    dispatchEvent(new FocusEvent('focus'))
    expect([watch.level, signs.length]).to.deep.equal(['focused', 2])
  })
})
