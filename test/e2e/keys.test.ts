import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { composer, openConsole, openWidget, write } from './pages.ts'
import { useStage } from './stage.ts'

const stage = useStage()

const row = (page: Page) => page.getByRole('tabpanel').getByRole('listitem').first().getByRole('button')
const list = (page: Page, name: RegExp) => page.getByRole('tab', { name })

async function arrange() {
  const page = await openConsole(await stage.newPerson(), stage.product.url)
  await write(await openWidget(await stage.newPerson(), stage.site.url), 'Hola')
  await list(page, /sin asignar 1/i).click()
  await row(page).focus()
  return page
}

/** Gives something another key, in the sheet that `?` opens. */
async function rebind(page: Page, what: string, key: string) {
  await page.keyboard.press('Shift+?')
  await page.getByRole('button', { name: new RegExp(`^${what}: `) }).click()
  await page.keyboard.press(key)
  await page.keyboard.press('Escape')
}

describe('the keys of the console', () => {
  it('can be others, on every device, and the old ones then do nothing', async () => {
    const page = await arrange()
    await rebind(page, 'Coger', 'q')
    await rebind(page, 'Abrir la paleta', 'Control+j')
    await expect.poll(() => row(page).evaluate((button) => button.matches(':focus'))).toBe(true)
    await page.keyboard.press('g')
    await page.keyboard.press('Control+k')
    await page.keyboard.press('Control+j')
    await page.getByRole('combobox').fill('coger')
    // What the palette shows is what one would press.
    await page.getByRole('option', { name: /^Coger\s*Q$/ }).waitFor()
    await page.keyboard.press('Escape')
    await list(page, /mías 0/i).waitFor()

    const elsewhere = await openConsole(await stage.newPerson(), stage.product.url)
    await list(elsewhere, /sin asignar 1/i).click()
    await row(elsewhere).focus()
    await elsewhere.keyboard.press('q')
    await list(elsewhere, /mías 1/i).waitFor()
    await list(elsewhere, /mías 1/i).click()
    await row(elsewhere).click()
    await composer(elsewhere).pressSequentially('qg')
    expect(await composer(elsewhere).inputValue()).toBe('qg')
    await elsewhere.keyboard.press('Control+j')
    await elsewhere.getByRole('combobox').waitFor()
  })

  it('can be without the single ones', async () => {
    const page = await arrange()
    await page.keyboard.press('Shift+?')
    await page.getByRole('switch').click()
    await page.keyboard.press('Escape')
    await row(page).focus()
    await page.keyboard.press('g')
    await page.keyboard.press('Shift+?')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').waitFor()
    await list(page, /mías 0/i).waitFor()
  })
})
