import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { launchBrowser, startHostSite, type HostSite } from './pages.ts'
import { startProduct, type Product } from './product.ts'

/** What every journey needs: a browser for the file; for each test a product and a page of somebody else's site with the chat in it. */
export interface Stage {
  readonly product: Product
  readonly site: HostSite
  /** Somebody with a browser of their own. */
  newPerson(): Promise<BrowserContext>
}

export function useStage(): Stage {
  let browser: Browser
  let product: Product
  let site: HostSite
  const people: BrowserContext[] = []

  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())
  beforeEach(async () => {
    product = await startProduct({ RATE_LIMITS: 'off' })
    site = await startHostSite({ productUrl: product.url })
  })
  afterEach(async () => {
    for (const person of people.splice(0)) await person.close()
    site.close()
    await product.remove()
  })

  return {
    get product() {
      return product
    },
    get site() {
      return site
    },
    async newPerson() {
      const person = await browser.newContext({ locale: 'es-ES' })
      people.push(person)
      return person
    },
  }
}
