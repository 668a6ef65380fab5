import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openDesk } from './desk.ts'
import { openConsole, openWidget, thread, write } from './pages.ts'
import { useStage } from './stage.ts'

const stage = useStage()

const people = (page: Page) => page.locator('chat-visitors-page').getByRole('listitem')

async function arrange() {
  await (await openDesk(stage.product.url)).decide({ features: { presenceBoard: true } })
  const desk = await openConsole(await stage.newPerson(), stage.product.url)
  await desk.getByRole('button', { name: 'Visitantes' }).click()
  await desk.getByText(/no hay nadie/i).waitFor()
  return desk
}

async function expectNoBarrier(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

describe('the board of visitors', () => {
  it('shows who is there and where they go, and speaks first to whoever has no chat', async () => {
    const desk = await arrange()
    const visitor = await openWidget(await stage.newPerson(), stage.site.url)
    await write(visitor, 'Hola')
    await people(desk).getByText('Una tienda').waitFor()
    await expectNoBarrier(desk)
    await visitor.evaluate(() => history.pushState(null, '', '/mesas'))
    await people(desk)
      .getByTitle(/mesas$/)
      .waitFor()
    await (await openDesk(stage.product.url)).close()
    await desk.getByRole('button', { name: /^escribir/i }).click()
    await expectNoBarrier(desk)
    await desk.getByLabel(/primer mensaje/i).fill('¿Te ayudo con algo más?')
    await desk.getByRole('dialog').getByRole('button', { name: 'Enviar' }).click()
    await thread(desk).getByText('¿Te ayudo con algo más?').waitFor()
    await thread(visitor).getByText('¿Te ayudo con algo más?').waitFor()
    await write(visitor, 'Sí, por favor')
    await thread(desk).getByText('Sí, por favor').waitFor()
  })

  it('leads to the chat of whoever has one, and forgets who has gone', async () => {
    const desk = await arrange()
    const visitor = await openWidget(await stage.newPerson(), stage.site.url)
    await write(visitor, 'Hola')
    await people(desk)
      .getByRole('button', { name: /abrir chat/i })
      .waitFor()
    await visitor.close()
    await desk.getByText(/no hay nadie/i).waitFor()
    await desk.getByRole('button', { name: 'Todos' }).click()
    await people(desk)
      .getByRole('button', { name: /abrir chat/i })
      .click()
    await thread(desk).getByText('Hola').waitFor()
  })
})
