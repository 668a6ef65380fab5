import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openConsole, openWidget, thread, write } from './pages.ts'
import { useStage } from './stage.ts'

const stage = useStage()

/** What the system and the loudspeaker would have been given, over all tabs of a browser. */
async function listen(person: BrowserContext) {
  const shown: { title: string; body: string }[] = []
  let sounds = 0
  await person.grantPermissions(['notifications'], { origin: stage.product.url })
  await person.exposeFunction('noteShown', (title: string, body: string) => void shown.push({ title, body }))
  await person.exposeFunction('noteSound', () => void (sounds += 1))
  await person.addInitScript(() => {
    const told = window as unknown as {
      noteShown: (title: string, body: string) => void
      noteSound: () => void
      pressNotification: () => void
    }
    const Real = window.Notification
    window.Notification = class extends Real {
      constructor(title: string, options: NotificationOptions = {}) {
        super(title, options)
        told.noteShown(title, options.body ?? '')
        told.pressNotification = () => this.dispatchEvent(new Event('click'))
      }
    }
    const start = OscillatorNode.prototype.start
    OscillatorNode.prototype.start = function (when) {
      told.noteSound()
      start.call(this, when)
    }
    // Behind another window: where nobody looks, whatever the test's browser says.
    document.hasFocus = () => false
  })
  return { shown, sounds: () => sounds }
}

/** Signed in, and touched once: a page that was never touched may not sound. */
async function openTwoTabs(person: BrowserContext): Promise<[Page, Page]> {
  const one = await openConsole(person, stage.product.url)
  const other = await person.newPage()
  await other.goto(`${stage.product.url}/console`)
  await other.getByRole('tab').first().click()
  await settings(other).waitFor()
  return [one, other]
}

const settings = (page: Page) => page.getByRole('button', { name: 'Avisos' })

describe('being called', () => {
  it('happens once for each message over all tabs, as text, and leads to its chat', async () => {
    const person = await stage.newPerson()
    const { shown, sounds } = await listen(person)
    const [one, other] = await openTwoTabs(person)
    const visitor = await openWidget(await stage.newPerson(), stage.site.url)
    await write(visitor, '<img src=x onerror=alert(1)> ¿Hay alguien?')
    await expect.poll(() => shown.length, { timeout: 20_000 }).toBe(1)
    expect(shown[0]?.title).toMatch(/^Conversación nueva · Visitante /)
    expect(shown[0]?.body).toBe('<img src=x onerror=alert(1)> ¿Hay alguien?')
    // Three notes.
    await expect.poll(sounds).toBe(3)

    const pressed = await Promise.all([one, other].map((page) => page.evaluate(press)))
    expect(pressed.filter(Boolean)).toHaveLength(1)
    const page = pressed[0] === true ? one : other
    await thread(page).getByText('¿Hay alguien?').waitFor()
    expect(new URL(page.url()).hash).toMatch(/^#chat=/)

    // Somebody else is told of once, too; and by then nobody has called twice for the first.
    await write(await openWidget(await stage.newPerson(), stage.site.url), '¿Hola?')
    await expect.poll(() => shown.length, { timeout: 20_000 }).toBe(2)
    expect(shown[1]?.body).toBe('¿Hola?')
    await expect.poll(sounds).toBe(6)
  })

  it('is chosen once for all devices', async () => {
    const person = await stage.newPerson()
    const page = await openConsole(person, stage.product.url)
    await settings(page).click()
    const sound = page.getByRole('switch', { name: /Sonido: Una conversación/ })
    await sound.click()
    await expect.poll(() => sound.getAttribute('aria-checked')).toBe('false')
    await page.keyboard.press('Escape')
    await expect.poll(() => settings(page).evaluate((button) => button.matches(':focus'))).toBe(true)

    const elsewhere = await openConsole(await stage.newPerson(), stage.product.url)
    await settings(elsewhere).click()
    const same = elsewhere.getByRole('switch', { name: /Sonido: Una conversación/ })
    await expect.poll(() => same.getAttribute('aria-checked')).toBe('false')
  })
})

function press(): boolean {
  const { pressNotification } = window as unknown as { pressNotification?: () => void }
  pressNotification?.()
  return pressNotification !== undefined
}
