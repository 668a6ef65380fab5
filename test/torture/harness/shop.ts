import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { launchBrowser, openWidget, startHostSite } from '../../e2e/pages.ts'
import type { Setting } from '../experiment.ts'

/** Somebody else's page with the chat in it, and a real browser for its visitors. */
export interface Shop {
  readonly url: string
  newVisitor(options?: BrowserContextOptions): Promise<BrowserContext>
  /** A page of this visitor's, with the chat open. */
  openTab(visitor: BrowserContext): Promise<Page>
}

export async function openShop({ defer }: Pick<Setting, 'defer'>, productUrl: string): Promise<Shop> {
  const browser: Browser = await launchBrowser()
  defer(() => browser.close())
  const site = await startHostSite({ productUrl })
  defer(() => site.close())
  return {
    url: site.url,
    async newVisitor(options = {}) {
      const context = await browser.newContext({ locale: 'es-ES', ...options })
      context.setDefaultTimeout(30_000)
      return context
    },
    openTab: (visitor) => openWidget(visitor, site.url),
  }
}

/** The words of this form in the thread, in the order shown. */
export async function shownIn(page: Page, form: RegExp): Promise<string[]> {
  const log = await page.getByRole('log').innerText()
  return log.match(form) ?? []
}
