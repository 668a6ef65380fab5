import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { composer, openConsole, openWidget, thread, write } from './pages.ts'
import { useStage } from './stage.ts'

const stage = useStage()

async function visitorAndCommercial(): Promise<{ visitor: Page; commercial: Page }> {
  const commercial = await openConsole(await stage.newPerson(), stage.product.url)
  const visitor = await openWidget(await stage.newPerson(), stage.site.url)
  return { visitor, commercial }
}

/** Opens the one chat of the list of those that nobody has. */
async function openUnassigned(commercial: Page): Promise<void> {
  await commercial.getByRole('tab', { name: /sin asignar/i }).click()
  await commercial.getByRole('tabpanel').getByRole('listitem').first().getByRole('button').click()
  await composer(commercial).waitFor()
}

/** If the visitor's message was stored first, the reply is held back until its writer has seen it: they send it anyway. */
async function sendAnyway(commercial: Page, { until }: { until: Locator }): Promise<void> {
  const anyway = commercial.getByRole('button', { name: /enviar igualmente/i })
  const sent = until.waitFor({ timeout: 40_000 })
  await Promise.race([sent, anyway.click({ timeout: 40_000 }).catch(() => sent)])
}

/** Whether these texts stand in the thread, each once and in this order. */
async function expectThread(page: Page, texts: readonly string[]): Promise<void> {
  for (const text of texts) await thread(page).getByText(text, { exact: true }).first().waitFor()
  const shown = await thread(page).innerText()
  const places = texts.map((text) => shown.indexOf(text))
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  for (const text of texts) expect(await thread(page).getByText(text, { exact: true }).count(), text).toBe(1)
}

describe('a visitor and a commercial', () => {
  it('write to each other, see each other type and read', async () => {
    const { visitor, commercial } = await visitorAndCommercial()
    await write(visitor, '¿Tenéis la mesa en roble?')
    await openUnassigned(commercial)
    await expectThread(commercial, ['¿Tenéis la mesa en roble?'])
    await composer(commercial).pressSequentially('Sí')
    await visitor
      .getByText(/está escribiendo/i)
      .first()
      .waitFor()
    await write(commercial, 'Sí, en roble y en nogal')
    await expectThread(visitor, ['¿Tenéis la mesa en roble?', 'Sí, en roble y en nogal'])
    await visitor.getByText(/leído/i).first().waitFor()
    await commercial.getByText(/leído/i).first().waitFor()
  })

  it('keep what was typed while the server was dead, and lose and double nothing', async () => {
    const { visitor, commercial } = await visitorAndCommercial()
    await write(visitor, 'antes')
    await openUnassigned(commercial)
    await expectThread(commercial, ['antes'])
    await stage.product.kill('SIGKILL')
    await visitor
      .getByText(/sin conexión|reconectando/i)
      .first()
      .waitFor()
    await commercial
      .getByText(/sin conexión|reconectando/i)
      .first()
      .waitFor()
    await write(visitor, 'durante, del visitante')
    await write(commercial, 'durante, del comercial')
    await stage.product.start()
    await sendAnyway(commercial, {
      until: thread(visitor).getByText('durante, del comercial', { exact: true }),
    })
    const all = ['antes', 'durante, del visitante', 'durante, del comercial']
    for (const page of [visitor, commercial]) {
      for (const text of all)
        await thread(page).getByText(text, { exact: true }).first().waitFor({ timeout: 40_000 })
      for (const text of all)
        expect(await thread(page).getByText(text, { exact: true }).count(), text).toBe(1)
    }
    await visitor
      .getByText(/sin conexión|reconectando/i)
      .first()
      .waitFor({ state: 'hidden', timeout: 40_000 })
    const order = (page: Page) =>
      thread(page)
        .innerText()
        .then((text) => all.toSorted((a, b) => text.indexOf(a) - text.indexOf(b)))
    expect(await order(visitor)).toEqual(await order(commercial))
  })

  it('send later what was written without a network', async () => {
    const { visitor, commercial } = await visitorAndCommercial()
    await write(visitor, 'con red')
    await openUnassigned(commercial)
    await visitor.context().setOffline(true)
    await write(visitor, 'sin red')
    await visitor
      .getByText(/sin conexión/i)
      .first()
      .waitFor()
    await thread(visitor)
      .getByText(/enviando/i)
      .first()
      .waitFor()
    await visitor.context().setOffline(false)
    await expectThread(commercial, ['con red', 'sin red'])
    await expectThread(visitor, ['con red', 'sin red'])
  })

  it('take the chat up again after the page was loaded anew', async () => {
    const { visitor, commercial } = await visitorAndCommercial()
    await write(visitor, 'uno')
    await openUnassigned(commercial)
    await write(commercial, 'dos')
    await expectThread(visitor, ['uno', 'dos'])
    await commercial.getByText(/leído/i).first().waitFor()
    await visitor.goto('about:blank')
    await write(commercial, 'tres')
    await expectThread(commercial, ['uno', 'dos', 'tres'])
    await visitor.goto(stage.site.url)
    await visitor.getByRole('button', { name: /1 mensaje/i }).click()
    await expectThread(visitor, ['uno', 'dos', 'tres'])
  })
})
