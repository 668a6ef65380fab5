import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { composer, openConsole, openWidget, thread, write } from './pages.ts'
import { useStage } from './stage.ts'

const stage = useStage()

const row = (page: Page) => page.getByRole('tabpanel').getByRole('listitem').first()
const list = (page: Page, name: RegExp) => page.getByRole('tab', { name })

/** A console with a chat that has been taken and looked at, and everything kept that a worker keeps. */
async function arrange(person: BrowserContext) {
  const visitor = await openWidget(await stage.newPerson(), stage.site.url)
  await write(visitor, '¿Tenéis sillas?')
  const page = await openConsole(person, stage.product.url)
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  await list(page, /sin asignar 1/i).click()
  await row(page).getByRole('button').click()
  await thread(page).getByText('¿Tenéis sillas?').waitFor()
  await write(page, 'Sí, de haya')
  await thread(visitor).getByText('Sí, de haya').waitFor()
  await list(page, /mías 1/i).click()
  await row(page).getByText('Sí, de haya').waitFor()
  return { page, visitor }
}

async function reopen(person: BrowserContext, page: Page): Promise<Page> {
  await page.close()
  const again = await person.newPage()
  await again.goto(`${stage.product.url}/console`)
  return again
}

describe('the console without a server', () => {
  it('opens with the last list and the chats that were looked at, and sends later what is written', async () => {
    const person = await stage.newPerson()
    const { page, visitor } = await arrange(person)
    await stage.product.kill('SIGKILL')
    const offline = await reopen(person, page)
    await row(offline).getByText('Sí, de haya').waitFor()
    await row(offline).getByRole('button').click()
    await thread(offline).getByText('¿Tenéis sillas?').waitFor()
    await write(offline, 'También de roble')
    await thread(offline).getByText('También de roble').waitFor()
    await composer(offline).fill('Y a medias')

    // Closed before any server heard of it, and opened again with one.
    await stage.product.start()
    const online = await reopen(person, offline)
    await thread(visitor).getByText('También de roble').waitFor()
    await row(online).getByRole('button').click()
    await expect.poll(() => composer(online).inputValue()).toBe('Y a medias')
    await thread(online).getByText('También de roble').waitFor()
    expect(await thread(online).getByText('También de roble').count()).toBe(1)
  })

  it('keeps nothing of whoever signs out', async () => {
    const person = await stage.newPerson()
    const { page } = await arrange(person)
    await page.getByRole('button', { name: 'Tu cuenta' }).click()
    await page.getByRole('menuitem', { name: /cerrar sesión/i }).click()
    await page.getByLabel(/correo/i).waitFor()
    await stage.product.kill('SIGKILL')
    const offline = await reopen(person, page)
    await offline.getByText(/abriendo/i).waitFor()
    expect(await offline.getByText('haya').count()).toBe(0)
    await stage.product.start()
  })

  it('shows nothing of a session that is over to whoever opens the page, and gives its owner back what they were writing', async () => {
    const person = await stage.newPerson()
    const { page } = await arrange(person)
    await row(page).getByRole('button').click()
    await composer(page).fill('A medias')
    await person.clearCookies()
    const again = await reopen(person, page)
    await again.getByLabel(/^contraseña$/i).waitFor()
    expect(await again.getByText('haya').count()).toBe(0)
    await again.getByLabel(/correo/i).fill('admin@olmo.example')
    await again.getByLabel(/^contraseña$/i).fill('admin password')
    await again.getByRole('button', { name: /^entrar$/i }).click()
    await list(again, /mías 1/i).waitFor()
    await row(again).getByRole('button').click()
    await expect.poll(() => composer(again).inputValue()).toBe('A medias')
  })
})
