import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openConsole, openWidget, thread, write } from './pages.ts'
import { useStage } from './stage.ts'

const stage = useStage()

/** One conversation that Marta answered, and one that waits. */
async function aMorning(): Promise<Page> {
  const marta = await openConsole(await stage.newPerson(), stage.product.url)
  await write(await openWidget(await stage.newPerson(), stage.site.url), '¿Hay alguien?')
  await marta.getByRole('tab', { name: /sin asignar/i }).click()
  await marta.getByRole('tabpanel').getByRole('listitem').first().getByRole('button').click()
  await write(marta, 'Dime')
  await thread(marta).getByText('Dime').waitFor()
  await write(await openWidget(await stage.newPerson(), stage.site.url), '¿Seguís ahí?')
  await marta.getByRole('tabpanel').getByText('¿Seguís ahí?').waitFor()
  return marta
}

describe('the statistics', () => {
  it('count what happened, lead to the conversations behind a figure, and back', async () => {
    const marta = await aMorning()
    await marta.getByRole('button', { name: 'Estadísticas' }).click()
    await marta.getByText('1 conversación de este periodo sigue esperando').waitFor()
    expect(marta.url()).toContain('#/stats')
    await marta.getByRole('button', { name: /Atendidas 1/ }).click()
    const drawer = marta.getByRole('dialog', { name: 'Conversaciones: Atendidas' })
    await drawer.getByRole('listitem').getByRole('button').click()
    await thread(marta).getByText('¿Hay alguien?').waitFor()
    expect(marta.url()).toContain('#chat=')
    await marta.goBack()
    await marta.getByRole('heading', { name: 'Estadísticas' }).waitFor()
  })

  it('keep their choices in the address, which a colleague can be sent', async () => {
    const marta = await aMorning()
    await marta.getByRole('button', { name: 'Estadísticas' }).click()
    await marta.getByRole('radio', { name: '30 días' }).check()
    await marta.getByLabel('Zona horaria').selectOption('Pacific/Kiritimati')
    await expect.poll(() => marta.url()).toContain('days=30')
    await expect.poll(() => marta.url()).toContain('timeZone=Pacific')
    await marta.reload()
    await marta.getByLabel('Zona horaria').waitFor()
    expect(await marta.getByLabel('Zona horaria').inputValue()).toBe('Pacific/Kiritimati')
    expect(await marta.getByRole('radio', { name: '30 días' }).isChecked()).toBe(true)
  })

  it('are worked by the keyboard alone', async () => {
    const marta = await aMorning()
    await marta.getByRole('button', { name: 'Estadísticas' }).press('Enter')
    const square = marta.getByRole('gridcell').getByRole('button', { name: /: 2 conversaciones/ })
    await square.waitFor()
    await square.press('Enter')
    const drawer = marta.getByRole('dialog')
    await drawer.getByRole('listitem').first().waitFor()
    await marta.keyboard.press('Escape')
    await drawer.waitFor({ state: 'detached' })
    await marta.getByRole('button', { name: /¿Qué es «Perdidas»/ }).press('Enter')
    await marta.getByText('se cerró sin que nadie contestara').waitFor()
    await marta.keyboard.press('Escape')
    await marta.getByText('se cerró sin que nadie contestara').waitFor({ state: 'hidden' })
  })

  it('go home as a table of one row for each conversation', async () => {
    const marta = await aMorning()
    await marta.getByRole('button', { name: 'Estadísticas' }).click()
    const coming = marta.waitForEvent('download')
    await marta.getByRole('button', { name: /^CSV/ }).click()
    const download = await coming
    expect(download.suggestedFilename()).toMatch(/^chats-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/)
    const lines = readFileSync(await download.path(), 'utf8')
      .trim()
      .split('\r\n')
    expect(lines).toHaveLength(3)
    expect(lines[0]).toContain('firstResponseSeconds')
  })

  it('fit a phone of 320 px, and have no barrier that axe finds, light or dark', async () => {
    const marta = await aMorning()
    await marta.setViewportSize({ width: 320, height: 640 })
    await marta.goto(`${stage.product.url}/console#/stats`)
    await marta.getByText('Cuándo os escriben').waitFor()
    for (const colorScheme of ['light', 'dark'] as const) {
      await marta.emulateMedia({ colorScheme })
      const { violations } = await new AxeBuilder({ page: marta }).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
        [],
      )
    }
    const overflow = await marta.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      return scrollWidth - clientWidth
    })
    expect(overflow).toBe(0)
  })
})
