import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { ChangeSettings } from '#shared/site-settings.ts'
import { createCall } from '../../demo/seed/call.ts'
import { ADMIN } from '../server.ts'
import { attach, attachButton, give, inTray, pictureFile, textFile } from './files.ts'
import { composer, openConsole, openWidget, thread, write } from './pages.ts'
import { useStage } from './stage.ts'

const stage = useStage()

/** A visitor who has written, and a console that has their chat open. */
async function talk(): Promise<{ visitor: Page; commercial: Page }> {
  const visitor = await openWidget(await stage.newPerson(), stage.site.url)
  await write(visitor, 'hola')
  await thread(visitor)
    .getByText(/enviado/i)
    .waitFor()
  return { visitor, commercial: await openTheirChat() }
}

/** Of the only visitor. */
async function openTheirChat(): Promise<Page> {
  const commercial = await openConsole(await stage.newPerson(), stage.product.url)
  await commercial.getByRole('tab', { name: /todas/i }).click()
  await commercial.getByRole('tabpanel').getByRole('listitem').first().getByRole('button').click()
  await composer(commercial).waitFor()
  return commercial
}

/** As an admin. */
async function decide(body: ChangeSettings): Promise<void> {
  const call = createCall(stage.product.url)
  const { accessToken: token } = await call('POST /v2/auth/login', { body: ADMIN })
  const { sites } = await call('GET /v2/sites', { token })
  await call('PATCH /v2/sites/:siteId', { token, params: { siteId: sites[0]?.siteId ?? '' }, body })
}

const ready = (page: Page) => inTray(page).filter({ hasText: /listo para enviar/i })

describe('files', () => {
  it('close the chat with the answer that they go along with, once they are there', async () => {
    const { visitor, commercial } = await talk()
    await attach(commercial, [textFile('presupuesto.txt'), pictureFile('mesa.png')])
    await composer(commercial).fill('Hasta pronto')
    await composer(commercial).press('Control+Enter')
    await commercial.getByText(/conversación cerrada/i).waitFor()
    for (const part of ['Hasta pronto', 'presupuesto'])
      await thread(visitor).getByText(part).first().waitFor()
    await thread(visitor).getByRole('img', { name: 'mesa.png' }).waitFor()
  })

  it('go along with what a visitor writes, and with what the team answers', async () => {
    const { visitor, commercial } = await talk()
    await attach(visitor, [textFile('plano.txt'), pictureFile('mesa.png')])
    await ready(visitor).nth(1).waitFor()
    await write(visitor, 'Aquí va el plano')
    for (const page of [visitor, commercial]) {
      await thread(page).getByText('Aquí va el plano').waitFor()
      await thread(page).getByText('plano.txt').or(thread(page).getByText('plano')).first().waitFor()
      await thread(page).getByRole('img', { name: 'mesa.png' }).waitFor()
    }
    expect(await inTray(visitor).count()).toBe(0)
    await give(composer(commercial), 'drop', [{ name: 'presupuesto.txt' }])
    await ready(commercial).waitFor()
    await composer(commercial).press('Enter')
    await thread(visitor)
      .getByRole('link', { name: /descargar presupuesto\.txt/i })
      .waitFor()
  })

  it('begin the chat of a visitor who says nothing else', async () => {
    const visitor = await openWidget(await stage.newPerson(), stage.site.url)
    await attach(visitor, [textFile('lista.txt')])
    await inTray(visitor).waitFor()
    // Nothing is sent, and nobody exists, before the visitor says so.
    const call = createCall(stage.product.url)
    const { accessToken: token } = await call('POST /v2/auth/login', { body: ADMIN })
    expect((await call('GET /v2/chats', { token, query: {} })).chats).toEqual([])
    await composer(visitor).press('Enter')
    await thread(visitor)
      .getByRole('link', { name: /descargar lista\.txt/i })
      .waitFor()
    const commercial = await openTheirChat()
    await thread(commercial)
      .getByRole('link', { name: /descargar lista\.txt/i })
      .waitFor()
  })

  it('of a note stay with the team, in the second console too', async () => {
    const { visitor, commercial } = await talk()
    const colleague = await openTheirChat()
    await commercial.getByRole('button', { name: /nota interna/i }).click()
    await attach(commercial, [textFile('margen.txt')])
    await ready(commercial).waitFor()
    await write(commercial, 'Solo para nosotros')
    const file = { name: /descargar margen\.txt/i }
    await thread(commercial).getByRole('link', file).waitFor()
    await thread(colleague).getByRole('link', file).waitFor()
    await commercial.getByRole('button', { name: /^respuesta$/i }).click()
    await write(commercial, 'Ahora mismo lo miro')
    await thread(visitor).getByText('Ahora mismo lo miro').waitFor()
    expect(await thread(visitor).innerText()).not.toMatch(/margen|nosotros/)
  })

  it('wait while the device is offline, and go on by themselves', async () => {
    const { visitor } = await talk()
    await visitor.context().setOffline(true)
    await attach(visitor, [textFile('lista.txt')])
    await inTray(visitor)
      .getByText(/esperando a la conexión/i)
      .waitFor()
    await composer(visitor).press('Enter')
    await thread(visitor)
      .getByText(/esperando a la conexión/i)
      .waitFor()
    await visitor.context().setOffline(false)
    await thread(visitor)
      .getByRole('link', { name: /descargar lista\.txt/i })
      .waitFor()
  })

  it('show how far they have come, and can be called off', async () => {
    const { visitor, commercial } = await talk()
    let wasAsked = false
    await visitor.route('**/v2/files/upload', () => {
      wasAsked = true
    })
    await attach(visitor, [textFile('equivocado.txt')])
    await composer(visitor).press('Enter')
    await thread(visitor)
      .getByText(/\d\s%\sde/)
      .waitFor()
    await expect.poll(() => wasAsked).toBe(true)
    await thread(visitor)
      .getByRole('button', { name: /quitar .*equivocado/i })
      .click()
    await thread(visitor).getByText('equivocado').waitFor({ state: 'detached' })
    await visitor.unroute('**/v2/files/upload')
    await write(visitor, 'era otro')
    await thread(commercial).getByText('era otro').waitFor()
    expect(await thread(commercial).innerText()).not.toContain('equivocado')
  })

  it('go on while another chat is on the screen', async () => {
    const { commercial } = await talk()
    const other = await openWidget(await stage.newPerson(), stage.site.url)
    await write(other, 'yo también')
    let letGo = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    await commercial.route('**/v2/files/upload', async (route) => {
      await held
      await route.continue()
    })
    await attach(commercial, [textFile('catálogo.txt')])
    await composer(commercial).press('Enter')
    const rows = commercial.getByRole('tabpanel').getByRole('listitem')
    await rows.filter({ hasText: 'yo también' }).getByRole('button').click()
    await thread(commercial).getByText('yo también').waitFor()
    expect(await thread(commercial).innerText()).not.toContain('catálogo')
    letGo()
    await rows.filter({ hasText: 'catálogo.txt' }).getByRole('button').click()
    await thread(commercial)
      .getByRole('link', { name: /descargar catálogo\.txt/i })
      .waitFor()
  })

  it('may be fewer and smaller than the site allows, and are told to the page as they go', async () => {
    const visitor = await openWidget(await stage.newPerson(), stage.site.url)
    await write(visitor, 'hola')
    await thread(visitor).getByText('Enviado').waitFor()
    await visitor.evaluate(() => {
      const widget = document.querySelector('chat-widget')
      widget?.setAttribute('max-file-size', '64')
      widget?.setAttribute('accept', 'text/plain')
      const told: unknown[] = []
      widget?.addEventListener('chat-upload', (event) => told.push((event as CustomEvent<unknown>).detail))
      Object.assign(window, { told })
    })
    const content = 'precio;1\n'
    await attach(visitor, [
      textFile('larga.txt', 'x'.repeat(65)),
      pictureFile('mesa.png', { width: 2, height: 2 }),
      textFile('corta.txt', content),
    ])
    await inTray(visitor)
      .filter({ hasText: /larga\.txt/ })
      .filter({ hasText: /demasiado grande/i })
      .waitFor()
    await inTray(visitor)
      .filter({ hasText: /mesa\.png/ })
      .filter({ hasText: /este tipo/i })
      .waitFor()
    await ready(visitor).waitFor()
    await composer(visitor).press('Enter')
    await thread(visitor)
      .getByRole('link', { name: /descargar corta\.txt/i })
      .waitFor()
    type Told = { name: string; size: number; progress: number }
    const told = await visitor.evaluate<Told[]>('told')
    expect(new Set(told.map(({ name, size }) => `${name} ${size}`))).toEqual(
      new Set([`corta.txt ${content.length}`]),
    )
    const shares = told.map(({ progress }) => progress)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares.at(-1)).toBe(1)
  })

  it('are not offered where the site takes none', async () => {
    await decide({ features: { files: false } })
    const visitor = await openWidget(await stage.newPerson(), stage.site.url)
    await write(visitor, 'hola')
    await thread(visitor)
      .getByText(/enviado/i)
      .waitFor()
    expect(await attachButton(visitor).count()).toBe(0)
    await give(composer(visitor), 'drop', [{ name: 'a.txt' }])
    expect(await inTray(visitor).count()).toBe(0)
  })

  it('are made smaller where they are larger pictures than the site wants', async () => {
    await decide({ limits: { maxImageEdge: 400 } })
    const { visitor, commercial } = await talk()
    for (const page of [visitor, commercial]) {
      const name = page === visitor ? 'salón.png' : 'taller.png'
      await attach(page, [pictureFile(name, { width: 1_600, height: 900 })])
      await ready(page).waitFor()
      await composer(page).press('Enter')
      await thread(page).getByRole('img', { name }).click()
      const large = page.getByRole('dialog', { name }).getByRole('img')
      await expect
        .poll(() => large.evaluate((img: HTMLImageElement) => [img.naturalWidth, img.naturalHeight]))
        .toEqual([400, 225])
      await page.keyboard.press('Escape')
    }
  })

  it('have no barrier while they lie ready, and are told of to who cannot see', async () => {
    const { visitor, commercial } = await talk()
    for (const page of [visitor, commercial]) {
      await attach(page, [textFile('plano.txt'), pictureFile('mesa.png'), textFile('vacío.txt', '')])
      await ready(page).nth(1).waitFor()
      await page
        .getByRole('status')
        .getByText(/este fichero está vacío/i)
        .first()
        .waitFor({ state: 'attached' })
      const { violations } = await new AxeBuilder({ page })
        .include(page === visitor ? 'chat-widget' : 'chat-console')
        .analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
      // By the keyboard alone: out goes the one that cannot be sent, and the focus stays in the list.
      await inTray(page)
        .filter({ hasText: 'vacío' })
        .getByRole('button', { name: /quitar/i })
        .focus()
      await page.keyboard.press('Enter')
      expect(await inTray(page).count()).toBe(2)
      await expect
        .poll(() =>
          inTray(page)
            .nth(1)
            .getByRole('button')
            .evaluate((button) => button.matches(':focus')),
        )
        .toBe(true)
    }
  })
})
