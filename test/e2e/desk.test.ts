import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { composer, openConsole, openWidget, thread, write } from './pages.ts'
import { useStage } from './stage.ts'

const stage = useStage()

const rows = (page: Page) => page.getByRole('tabpanel').getByRole('listitem')
const showList = (page: Page, name: RegExp) => page.getByRole('tab', { name }).click()
const offer = (page: Page, name: RegExp | string) => page.getByRole('option', { name })

/** Two consoles of one team, and a visitor who has written. */
async function arrange() {
  const one = await openConsole(await stage.newPerson(), stage.product.url)
  const other = await openConsole(await stage.newPerson(), stage.product.url)
  const visitor = await openWidget(await stage.newPerson(), stage.site.url)
  await write(visitor, 'Busco una mesa de NOGAL ámbar')
  for (const page of [one, other]) {
    await showList(page, /sin asignar/i)
    await rows(page).first().waitFor()
  }
  return { one, other, visitor }
}

describe('the desk', () => {
  it('shows a tag on every console, and a chat that is put off in one list alone until its visitor writes', async () => {
    const { one, other, visitor } = await arrange()
    await rows(one).first().getByRole('button').focus()
    await one.keyboard.press('l')
    await one.getByRole('combobox').fill('Presupuesto')
    await one.keyboard.press('Enter')
    await rows(other).getByText('presupuesto').waitFor()
    await one.keyboard.press('Escape')
    await one.keyboard.press('z')
    await offer(one, /mañana por la mañana/i).click()
    await rows(other).first().waitFor({ state: 'detached' })
    await showList(other, /pospuestas 1/i)
    await rows(other)
      .getByText(/pospuesta hasta/i)
      .waitFor()
    await write(visitor, '¿Seguís ahí?')
    await rows(other).first().waitFor({ state: 'detached' })
    await rows(one).getByText('¿Seguís ahí?').waitFor()
  })

  it('finds a message whatever the case and the accents, and leads to it in a long chat', async () => {
    const { one, visitor } = await arrange()
    for (let count = 1; count <= 60; count += 1) await write(visitor, `mensaje ${count}`)
    await rows(one).getByText('mensaje 60').waitFor()
    await showList(one, /mías/i)
    await one.keyboard.press('Control+k')
    await one.keyboard.type('ambar')
    await offer(one, /nogal ámbar/i).click()
    const found = thread(one).getByText('Busco una mesa de NOGAL ámbar')
    await found.waitFor()
    await expect
      .poll(() =>
        found.evaluate((message) => {
          const { top, bottom } = message.getBoundingClientRect()
          return top >= 0 && bottom <= innerHeight
        }),
      )
      .toBe(true)
  })

  it('lets nothing that is typed after Ctrl+K end up in an answer', async () => {
    const { one, visitor } = await arrange()
    await rows(one).first().getByRole('button').click()
    await composer(one).fill('A medias')
    await one.keyboard.press('Control+k')
    await one.keyboard.type('cerrar la conversación')
    await one.keyboard.press('Enter')
    await one.getByText(/conversación cerrada/i).waitFor()
    expect(await thread(visitor).getByText('cerrar la conversación').count()).toBe(0)
  })

  it('keeps the list and its filter in the address, which shows the same to whoever opens it', async () => {
    const { one } = await arrange()
    await rows(one).first().getByRole('button').focus()
    await one.keyboard.press('l')
    await one.getByRole('combobox').fill('mesas')
    await one.keyboard.press('Enter')
    await one.keyboard.press('Escape')
    await write(await openWidget(await stage.newPerson(), stage.site.url), 'Otra cosa')
    await rows(one).nth(1).waitFor()
    await one.getByRole('button', { name: /orden y filtro/i }).click()
    await one.getByRole('menuitemradio', { name: 'mesas' }).click()
    await rows(one).nth(1).waitFor({ state: 'detached' })
    expect(new URL(one.url()).hash).toBe('#list=unassigned&tag=mesas')
    await one.reload()
    await rows(one).getByText('NOGAL').waitFor()
    expect(await rows(one).count()).toBe(1)
    expect(await one.getByRole('tab', { name: /sin asignar 2/i }).getAttribute('aria-selected')).toBe('true')
    expect(new URL(one.url()).hash).toBe('#list=unassigned&tag=mesas')
  })

  it('keeps a filter as a view for the whole team, one key away', async () => {
    const { one, other } = await arrange()
    await one.getByRole('button', { name: /orden y filtro/i }).click()
    await one.getByRole('menuitemradio', { name: /^en espera/i }).click()
    await one.getByRole('group', { name: /filtrado por/i }).waitFor()
    await one.getByRole('button', { name: /guardar como vista/i }).click()
    await one.getByLabel(/nombre de la vista/i).fill('Por coger')
    await one.getByLabel(/todo el equipo/i).check()
    await one.getByRole('button', { name: /guardar lo que se ve/i }).click()
    await one.getByRole('dialog').waitFor({ state: 'detached' })
    await showList(one, /cerradas/i)
    await one.keyboard.press('Alt+1')
    await one.getByRole('tab', { name: /sin asignar/i, selected: true }).waitFor()
    // On the other console, where nobody has told of it, it is there when somebody looks.
    await showList(other, /cerradas/i)
    await other.getByRole('button', { name: 'Vistas' }).click()
    await other.getByRole('menuitemradio', { name: /por coger/i }).click()
    await rows(other).first().waitFor()
    expect(new URL(other.url()).hash).toBe('#list=unassigned&status=PENDING')
    await other.getByRole('button', { name: /quitar el filtro “en espera”/i }).click()
    await expect.poll(() => new URL(other.url()).hash).toBe('#list=unassigned')
  })

  it('does one thing with many chats, and undoes it', async () => {
    const { one, other } = await arrange()
    await write(await openWidget(await stage.newPerson(), stage.site.url), 'Otra cosa')
    await rows(one).nth(1).waitFor()
    await rows(one).first().getByRole('button').focus()
    await one.keyboard.press('x')
    await one.keyboard.press('j')
    await one.keyboard.press('x')
    await one.locator('chat-bulk-bar').getByText('2 elegidas').waitFor()
    await one.keyboard.press('z')
    await one.getByRole('menuitem', { name: /mañana por la mañana/i }).click()
    await one.getByText('2 conversaciones pospuestas').waitFor()
    await other.getByRole('tab', { name: /pospuestas 2/i }).waitFor()
    await one.getByRole('button', { name: 'Deshacer' }).click()
    await other.getByRole('tab', { name: /pospuestas 0/i }).waitFor()
    await rows(other).nth(1).waitFor()
  })

  it('is accessible with the palette open', async () => {
    const { one } = await arrange()
    await one.getByRole('button', { name: /buscar en todo/i }).click()
    await one.getByRole('combobox').waitFor()
    const { violations } = await new AxeBuilder({ page: one }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  })
})
