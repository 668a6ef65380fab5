import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { composer, openConsole, openWidget, thread, write } from './pages.ts'
import { useStage } from './stage.ts'

const stage = useStage()

const rows = (page: Page) => page.getByRole('tabpanel').getByRole('listitem')
const card = (page: Page) => page.getByRole('complementary')

async function arrange(viewport = { width: 1400, height: 900 }) {
  const visitor = await openWidget(await stage.newPerson(), stage.site.url)
  await write(visitor, 'Hola, soy yo')
  const desk = await openConsole(await stage.newPerson(), stage.product.url)
  await desk.setViewportSize(viewport)
  await desk.getByRole('tab', { name: /sin asignar/i }).click()
  await rows(desk).first().getByRole('button').click()
  await thread(desk).getByText('Hola, soy yo').waitFor()
  return { desk, visitor }
}

describe('the visitor’s card', () => {
  it('follows where the visitor goes, and says when they are gone', async () => {
    const { desk, visitor } = await arrange()
    await desk.getByText(/en línea · viendo/i).waitFor()
    await visitor.goto(`${stage.site.url}/mesas`)
    await card(desk).getByRole('listitem').filter({ hasText: 'ahora' }).first().waitFor()
    await visitor.close()
    await desk.getByText(/en línea · viendo/i).waitFor({ state: 'detached' })
  })

  it('blocks whoever writes too much, names them, gives away what is held, and erases it', async () => {
    const { desk, visitor } = await arrange()
    await card(desk).getByRole('button', { name: 'Bloquear' }).click()
    await card(desk)
      .getByText(/bloqueado/i)
      .waitFor()
    await write(visitor, 'Y otra cosa')
    await visitor
      .getByText(/no se ha enviado|no se envió|no enviado/i)
      .first()
      .waitFor()
    await card(desk)
      .getByRole('button', { name: /cambiar sus datos/i })
      .click()
    await desk.getByLabel('Nombre', { exact: true }).fill('Núria Ferrer')
    await desk.getByRole('button', { name: 'Guardar', exact: true }).click()
    await rows(desk).getByText('Núria Ferrer').waitFor()
    const saved = desk.waitForEvent('download')
    await card(desk)
      .getByRole('button', { name: /exportar/i })
      .click()
    const held = await readFile(await (await saved).path(), 'utf8')
    expect(held).toContain('Hola, soy yo')
    await card(desk)
      .getByRole('button', { name: /borrar para siempre/i })
      .click()
    await desk
      .getByRole('dialog')
      .getByRole('button', { name: /borrar para siempre/i })
      .click()
    await rows(desk).first().waitFor({ state: 'detached' })
  })

  it('merges two who are one, after showing both, and is the card of who remains', async () => {
    const { desk, visitor } = await arrange()
    const other = await openWidget(await stage.newPerson(), stage.site.url)
    await write(other, 'Soy yo otra vez, desde el portátil')
    await rows(desk).nth(1).waitFor()
    await rows(desk).filter({ hasText: 'portátil' }).getByRole('button').click()
    await thread(desk).getByText('desde el portátil').waitFor()
    await card(desk)
      .getByRole('button', { name: /cambiar sus datos/i })
      .click()
    await desk.getByLabel('Nombre', { exact: true }).fill('Núria Ferrer')
    await desk.getByRole('button', { name: 'Guardar', exact: true }).click()
    await rows(desk).getByText('Núria Ferrer').waitFor()
    await rows(desk).filter({ hasText: 'Hola, soy yo' }).getByRole('button').click()
    await thread(desk).getByText('Hola, soy yo').waitFor()
    await card(desk)
      .getByRole('button', { name: /fusionar con/i })
      .click()
    const dialog = desk.getByRole('dialog')
    await dialog.getByRole('searchbox').fill('núr')
    await dialog.getByRole('button', { name: /Núria Ferrer/ }).click()
    await dialog.getByText('Está en línea en este momento.').waitFor()
    await dialog.getByRole('button', { name: 'Fusionar', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    await card(desk).getByRole('heading', { name: 'Núria Ferrer' }).waitFor()
    // Signed out where they were the one that is gone; who remains has the chat that waits on their page.
    await visitor.getByText('Hola, soy yo').waitFor({ state: 'detached' })
    await thread(other)
      .getByText(/Hola, soy yo|desde el portátil/)
      .first()
      .waitFor()
  })

  it('saves the transcript, notes too', async () => {
    const { desk } = await arrange()
    await desk.getByRole('button', { name: /nota interna/i }).click()
    await composer(desk).fill('Cliente desde 2019')
    await composer(desk).press('Enter')
    await thread(desk).getByText('Cliente desde 2019').waitFor()
    const saved = desk.waitForEvent('download')
    await desk.getByRole('button', { name: /más acciones/i }).click()
    await desk.getByRole('menuitem', { name: /transcripción/i }).click()
    const text = await readFile(await (await saved).path(), 'utf8')
    expect(text).toContain('Hola, soy yo')
    expect(text).toContain('Cliente desde 2019')
  })

  it('is the third screen of a phone, with the chat’s tags in it', async () => {
    const { desk } = await arrange({ width: 390, height: 844 })
    await desk.getByRole('button', { name: /ficha del visitante/i }).click()
    await card(desk)
      .getByRole('button', { name: /cambiar las etiquetas/i })
      .click()
    await desk.getByRole('combobox').fill('mesas')
    await desk.keyboard.press('Enter')
    await desk.keyboard.press('Escape')
    await card(desk).getByText('mesas', { exact: true }).waitFor()
    await desk.getByRole('button', { name: /ocultar la ficha/i }).click()
    await thread(desk).getByText('Hola, soy yo').waitFor()
  })
})
