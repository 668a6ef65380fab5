import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { createCall } from '../../demo/seed/call.ts'
import { ADMIN } from '../server.ts'
import { addJoan, JOAN } from './colleague.ts'
import { openDesk } from './desk.ts'
import { composer, openConsole, openWidget, thread, write } from './pages.ts'
import { useStage } from './stage.ts'

const stage = useStage()

const rows = (page: Page) => page.getByRole('tabpanel').getByRole('listitem')

async function openFirst(page: Page): Promise<void> {
  await page.getByRole('tab', { name: /todas/i }).click()
  await rows(page).first().getByRole('button').click()
  await composer(page).waitFor()
}

/** Marta and Joan at their consoles, and a visitor who has written. */
async function arrange() {
  await addJoan(stage.product.url)
  const marta = await openConsole(await stage.newPerson(), stage.product.url)
  const joan = await openConsole(await stage.newPerson(), stage.product.url, JOAN)
  const visitor = await openWidget(await stage.newPerson(), stage.site.url)
  await write(visitor, '¿Repartís en Sagunto?')
  return { marta, joan, visitor }
}

describe('two of one team', () => {
  it('see who else is at a chat, and who is answering it', async () => {
    const { marta, joan } = await arrange()
    await openFirst(joan)
    await marta.getByRole('tab', { name: /todas/i }).click()
    await rows(marta)
      .getByText(/también aquí: .*joan/i)
      .waitFor({ state: 'attached' })
    await openFirst(marta)
    await composer(joan).pressSequentially('Sí, los jue')
    await marta.getByText(/contestando ahora: .*joan/i).waitFor()
    await joan.close()
    await marta.getByText(/contestando ahora/i).waitFor({ state: 'detached' })
    await marta
      .getByText(/también aquí/i)
      .first()
      .waitFor({ state: 'detached' })
  })

  it('hand a chat over with a reason, which the visitor never reads', async () => {
    const { marta, joan, visitor } = await arrange()
    await openFirst(marta)
    await rows(marta).first().getByRole('button').focus()
    await marta.keyboard.press('t')
    await marta.getByLabel(/por qué/i).fill('Sabe de entregas')
    await marta.keyboard.press('Enter')
    await marta.getByRole('dialog').waitFor({ state: 'detached' })
    await thread(marta).getByText('Sabe de entregas').waitFor()
    await joan.getByRole('tab', { name: /mías 1/i }).waitFor()
    await openFirst(joan)
    await thread(joan).getByText('Sabe de entregas').waitFor()
    await write(joan, 'Buenas, soy Joan')
    await thread(visitor).getByText('soy Joan').waitFor()
    expect(await visitor.getByText('Sabe de entregas').count()).toBe(0)
  })
})

describe('one person with two devices', () => {
  it('goes on writing on the one what was begun on the other', async () => {
    const { marta: desk, visitor } = await arrange()
    const phone = await openConsole(await stage.newPerson(), stage.product.url)
    await openFirst(desk)
    await openFirst(phone)
    await composer(desk).pressSequentially('Sí, repartimos')
    await expect.poll(() => composer(phone).inputValue(), { timeout: 20_000 }).toBe('Sí, repartimos')
    await composer(phone).press('End')
    await composer(phone).pressSequentially(' los jueves')
    await expect
      .poll(() => composer(desk).inputValue(), { timeout: 20_000 })
      .toBe('Sí, repartimos los jueves')
    await composer(phone).press('Enter')
    await thread(visitor).getByText('Sí, repartimos los jueves').waitFor()
    await expect.poll(() => composer(desk).inputValue(), { timeout: 20_000 }).toBe('')
    await composer(desk).fill('Y los sábados')
    await openFirst(await openConsole(await stage.newPerson(), stage.product.url))
    await desk.reload()
    await composer(desk).waitFor()
    await expect.poll(() => composer(desk).inputValue(), { timeout: 20_000 }).toBe('Y los sábados')
  })
})

describe('a note that names somebody', () => {
  it('tells them, wherever they are, and leads them to it', async () => {
    const { marta, joan, visitor } = await arrange()
    await openFirst(marta)
    await marta.getByRole('button', { name: /nota interna/i }).click()
    await composer(marta).pressSequentially('¿Lo miras, @jo')
    await marta.getByRole('option', { name: /joan/i }).waitFor()
    await marta.keyboard.press('Enter')
    await marta.keyboard.press('Enter')
    await thread(marta).getByText('@Joan').waitFor()
    await joan.getByRole('button', { name: /1 mención sin ver/i }).click()
    await joan
      .getByRole('dialog')
      .getByRole('button', { name: /te ha nombrado/i })
      .click()
    await thread(joan).getByText('¿Lo miras').waitFor()
    await joan.getByRole('button', { name: 'Menciones' }).waitFor()
    expect(await visitor.getByText('@Joan').count()).toBe(0)
  })
})

describe('an answer', () => {
  it('closes the chat with it, by one key', async () => {
    const { marta, visitor } = await arrange()
    await openFirst(marta)
    await composer(marta).fill('Hasta pronto')
    await composer(marta).press('Control+Enter')
    await thread(visitor).getByText('Hasta pronto').waitFor()
    await marta.getByRole('tab', { name: /cerradas 1/i }).waitFor()
  })

  it('can be taken back where the site says so', async () => {
    const { marta, visitor } = await arrange()
    await (await openDesk(stage.product.url)).decide({ features: { undoSendSeconds: 10 } })
    await openFirst(marta)
    await composer(marta).fill('Esto no')
    await composer(marta).press('Enter')
    await marta.getByRole('button', { name: 'Deshacer' }).click()
    expect(await composer(marta).inputValue()).toBe('Esto no')
    await composer(marta).fill('Esto sí')
    await composer(marta).press('Enter')
    await marta.getByRole('button', { name: 'Enviar ya' }).click()
    await thread(visitor).getByText('Esto sí').waitFor()
    expect(await thread(visitor).getByText('Esto no').count()).toBe(0)
  })

  it('is a macro’s, which also tags and closes', async () => {
    const { marta, visitor } = await arrange()
    const call = createCall(stage.product.url)
    const { accessToken: token } = await call('POST /v2/auth/login', { body: ADMIN })
    const actions = { reply: 'Gracias, {{visitor.name|hasta pronto}}', addTags: ['resuelto'], close: true }
    await call('POST /v2/macros', { token, body: { name: 'Despedirse', actions } })
    await openFirst(marta)
    await rows(marta).first().getByRole('button').focus()
    await marta.keyboard.press('m')
    await marta.getByRole('option', { name: /despedirse/i }).waitFor()
    await marta.keyboard.press('Enter')
    await thread(visitor).getByText('Gracias, hasta pronto').waitFor()
    await marta.getByRole('tab', { name: /cerradas 1/i }).click()
    await rows(marta).getByText('resuelto').waitFor()
  })
})

describe('a message that was sent', () => {
  it('is changed with the arrow, deleted, and found by its address', async () => {
    const { marta, joan, visitor } = await arrange()
    await openFirst(marta)
    await write(marta, 'Sí, los juebes')
    await thread(visitor).getByText('juebes').waitFor()
    await composer(marta).press('ArrowUp')
    await marta.getByRole('dialog').getByRole('textbox').fill('Sí, los jueves')
    await marta.keyboard.press('Enter')
    await thread(visitor).getByText('Sí, los jueves').waitFor()
    await marta.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await thread(marta).getByText('Sí, los jueves').hover()
    await marta.getByRole('button', { name: /copiar el enlace a este mensaje/i }).click()
    await marta.getByText('Enlace copiado').waitFor()
    const link = await marta.evaluate(() => navigator.clipboard.readText())
    expect(new URL(link).hash).toMatch(/^#chat=[\w-]+&seq=2$/)
    const other = await joan.context().newPage()
    await other.goto(link)
    await thread(other).getByText('Sí, los jueves').waitFor()
    // Whoever comes moves what is under the pointer.
    await marta
      .locator('.company')
      .getByText(/también aquí/i)
      .waitFor()
    await thread(marta).getByText('Sí, los jueves').hover()
    await marta.getByRole('button', { name: /borrar el mensaje/i }).click()
    await marta
      .getByRole('dialog')
      .getByRole('button', { name: /borrar el mensaje/i })
      .click()
    await thread(visitor).getByText('Sí, los jueves').waitFor({ state: 'detached' })
  })
})
