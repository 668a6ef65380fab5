import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { BROWSER_ARGS, findBrowser } from '../browser.ts'
import { startServer, type TestServer } from '../server.ts'
import { inTray } from './files.ts'
import { composer, openConsole, openWidget, startHostSite, thread, write, type HostSite } from './pages.ts'

/** A microphone that beeps, and a person who says yes to whatever the browser asks. */
const MICROPHONE = '--use-fake-device-for-media-stream'
const YES = '--use-fake-ui-for-media-stream'

let server: TestServer
let site: HostSite
const browsers: Browser[] = []

beforeAll(async () => {
  server = await startServer()
  site = await startHostSite({ productUrl: server.url })
})
afterAll(async () => {
  site.close()
  await server.close()
})
afterEach(async () => {
  for (const browser of browsers.splice(0)) await browser.close()
})

async function person(...args: readonly string[]): Promise<BrowserContext> {
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: [...BROWSER_ARGS, '--autoplay-policy=no-user-gesture-required', ...args],
  })
  browsers.push(browser)
  const context = await browser.newContext({ locale: 'es-ES' })
  await context.addInitScript(() => {
    const { mediaDevices } = navigator
    const ask = mediaDevices.getUserMedia.bind(mediaDevices)
    mediaDevices.getUserMedia = (constraints) => {
      document.documentElement.dataset['asked'] = 'yes'
      return ask(constraints)
    }
  })
  return context
}

const wasAsked = (page: Page) => page.evaluate(() => document.documentElement.dataset['asked'] === 'yes')
const record = (page: Page) => page.getByRole('button', { name: /^grabar una nota de voz$/i })
const stop = (page: Page) => page.getByRole('button', { name: /^parar la grabación$/i })
const seconds = (page: Page, count: number) => page.getByRole('timer').getByText(`0:0${count}`)

describe('a voice note', () => {
  it('is recorded, listened to and sent, and plays at the other side', async () => {
    const visitor = await openWidget(await person(MICROPHONE, YES), site.url)
    await record(visitor).waitFor()
    expect(await wasAsked(visitor)).toBe(false)
    await record(visitor).click()
    await seconds(visitor, 2).waitFor()
    await stop(visitor).click()
    await inTray(visitor)
      .getByRole('button', { name: /^escuchar/i })
      .click()
    await inTray(visitor)
      .getByRole('button', { name: /^pausar$/i })
      .waitFor()
    await write(visitor, 'Os lo cuento')
    const commercial = await openConsole(await person(), server.url)
    await commercial.getByRole('tab', { name: /todas/i }).click()
    await commercial
      .getByRole('listitem')
      .filter({ hasText: /nota de voz/i })
      .getByRole('button')
      .first()
      .click()
    const player = thread(commercial).locator('audio')
    await player.waitFor()
    expect(await player.getAttribute('aria-label')).toMatch(/^nota de voz .*\.webm$/i)
    // Chromium writes no length: it is found out.
    await expect
      .poll(() => player.evaluate((sound: HTMLAudioElement) => sound.duration), { timeout: 15_000 })
      .toBeLessThan(60)
    await player.evaluate((sound: HTMLAudioElement) => sound.play())
    await expect
      .poll(() => player.evaluate((sound: HTMLAudioElement) => sound.currentTime), { timeout: 15_000 })
      .toBeGreaterThan(0)
  })

  it('can be thrown away by the keyboard alone, which leaves the chat open and the microphone off', async () => {
    const visitor = await openWidget(await person(MICROPHONE, YES), site.url)
    await record(visitor).focus()
    await visitor.keyboard.press('Enter')
    await seconds(visitor, 1).waitFor()
    await visitor.keyboard.press('Escape')
    await stop(visitor).waitFor({ state: 'detached' })
    expect(await inTray(visitor).count()).toBe(0)
    expect(await composer(visitor).evaluate((field) => field.matches(':focus'))).toBe(true)
    await visitor.keyboard.press('Shift+Tab')
    await record(visitor).waitFor()
  })

  it('is held for as long as the button is', async () => {
    const visitor = await openWidget(await person(MICROPHONE, YES), site.url)
    await record(visitor).hover()
    await visitor.mouse.down()
    await seconds(visitor, 1).waitFor()
    await visitor.mouse.up()
    await inTray(visitor)
      .getByText(/nota de voz/i)
      .waitFor()
  })

  it('ends with the panel: nobody is recorded who does not see it', async () => {
    const visitor = await openWidget(await person(MICROPHONE, YES), site.url)
    await record(visitor).click()
    await seconds(visitor, 1).waitFor()
    await visitor.keyboard.press('Tab')
    await visitor
      .getByRole('button', { name: /^minimizar$/i })
      .first()
      .click()
    await visitor.getByRole('button', { name: /abrir el chat/i }).click()
    await inTray(visitor)
      .getByText(/nota de voz/i)
      .waitFor()
    expect(await stop(visitor).count()).toBe(0)
  })

  it.each([
    ['refuses the microphone', [MICROPHONE], /micrófono está bloqueado/i],
    ['has none', [], /no se ha encontrado ningún micrófono|micrófono está bloqueado/i],
  ])('is explained to who %s', async (_, args, sentence) => {
    const visitor = await openWidget(await person(...args), site.url)
    await record(visitor).click()
    await visitor.getByText(sentence).first().waitFor()
    expect(await stop(visitor).count()).toBe(0)
    await write(visitor, 'entonces lo escribo')
    await thread(visitor).getByText('entonces lo escribo').waitFor()
  })
})
