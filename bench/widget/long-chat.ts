import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import type { Contestant } from './contestant.ts'
import { openEyes } from './eyes.ts'
import { fillChat, type WrittenChat } from './fill-chat.ts'
import { pageBack, scrollThrough } from './list-eyes.ts'
import { settle } from './visit.ts'

/** A chat that its visitor comes back to. */
export interface LongChat {
  /** From a click on the launcher until the newest message stands in its place. */
  readonly openingMs: number
  /** While somebody scrolls through all of it. */
  readonly framesPerSecond: number
  /** The farthest that a message on the screen moved when older ones came before it. */
  readonly jumpPx: number
  /** Messages in the document once somebody has read back to the first one. */
  readonly drawn: number
}

interface Size {
  readonly messages: number
  readonly slowdown: number
}

export async function measureLongChat(
  browser: Browser,
  { site, product }: { site: string; product: string },
  { ours, messages, slowdown }: Size & { ours: Contestant },
): Promise<LongChat> {
  const context = await browser.newContext({ locale: 'es-ES', viewport: { width: 1_280, height: 800 } })
  const chat = await begin(context, site + ours.path)
  const newest = await fillChat(product, chat, messages)
  const page = await context.newPage()
  await page.addInitScript(openEyes, ours.launcher)
  await page.goto(site + ours.path)
  await settle(page)
  const devTools = await context.newCDPSession(page)
  await slowDown(devTools, slowdown)
  const openingMs = await open(page, newest)
  const { jumpPx, drawn } = await page.evaluate(pageBack)
  const framesPerSecond = await page.evaluate(scrollThrough)
  await context.close()
  return { openingMs, framesPerSecond, jumpPx, drawn }
}

/** Writes the first message as a person does, and tells what the server called the chat. */
async function begin(context: BrowserContext, address: string): Promise<WrittenChat> {
  const page = await context.newPage()
  await page.goto(address)
  const session = page.waitForResponse(/\/v2\/visitors\/session$/)
  const opened = page.waitForResponse(/\/v2\/chats$/)
  await page.getByRole('button', { name: /abrir el chat/i }).click()
  const field = page.getByRole('textbox')
  await field.fill('hola')
  await field.press('Enter')
  const { token } = (await (await session).json()) as { token: string }
  const { chatId } = (await (await opened).json()) as { chatId: string }
  await page.close()
  return { token, chatId }
}

const slowDown = (devTools: CDPSession, rate: number) =>
  devTools.send('Emulation.setCPUThrottlingRate', { rate })

async function open(page: Page, newest: string): Promise<number> {
  const shown = page.evaluate(
    (text) =>
      new Promise<number>((resolve) => {
        const look = (now: number) => {
          const log = window.lookFor('[role=log]')
          const bubbles = log?.querySelectorAll<HTMLElement>('[part~=bubble]')
          const last = bubbles?.[bubbles.length - 1]
          const isThere = last?.innerText.includes(text) === true
          const inView = (last?.getBoundingClientRect().bottom ?? Infinity) <= innerHeight
          if (isThere && inView && window.clicked > 0) resolve(now - window.clicked)
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }),
    newest,
  )
  await page.getByRole('button', { name: /abrir el chat|open chat/i }).click()
  return shown
}
