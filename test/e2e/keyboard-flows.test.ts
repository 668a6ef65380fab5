import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { expectFocus, reach, walk } from './focus.ts'
import { say, states } from './states.ts'
import { launcher, useVisit } from './visit.ts'

const visit = useVisit()

const CLOSED = 'button "Abrir el chat"'
const FIELD = 'textbox "Mensaje"'
const OPTIONS = 'button "Opciones"'

/** A conversation with the focus where one writes. */
async function talk(): Promise<Page> {
  const page = await states.conversation(visit)
  await expectFocus(page, FIELD)
  return page
}

describe('with nothing but keys', () => {
  it('a link in a message is reached and followed', async () => {
    const page = await talk()
    await reach(page, 'Shift+Tab', /^link "https:\/\/olmo\.example\/mesas"/)
    const opened = page.context().waitForEvent('page')
    await page.keyboard.press('Enter')
    await (await opened).close()
    await reach(page, 'Tab', FIELD)
  })

  it('an end is rated, and the chat resumed', async () => {
    const page = await talk()
    await visit.desk.close()
    // What one wrote in is gone: the focus goes on with what stands there instead.
    await expectFocus(page, /^radio "Muy mal"/)
    await walk(page, [
      ['ArrowRight', /^radio "Mal"/],
      ['ArrowLeft', /^radio "Muy mal"/],
      ['ArrowLeft', /^radio "Muy bien"/],
      ['Tab', /^textbox "¿Algo que añadir/],
    ])
    await page.keyboard.type('Rápida y con paciencia')
    await walk(page, [
      ['Tab', 'button "Enviar valoración"'],
      ['Enter', 'button "Retomar la conversación"'],
    ])
    await page.getByText('Gracias por contárnoslo.').waitFor()
    await walk(page, [['Enter', FIELD]])
    await say(page, 'una cosa más')
    await page.locator('.group.out').getByText('una cosa más').waitFor()
  })

  it('the conversation is saved, and everything erased', async () => {
    const page = await talk()
    await reach(page, 'Shift+Tab', OPTIONS)
    await walk(page, [['Enter', /^menuitem/]])
    await reach(page, 'ArrowDown', 'menuitem "Descargar la conversación"')
    const saved = page.waitForEvent('download')
    await walk(page, [['Enter', OPTIONS]])
    expect((await saved).suggestedFilename()).toMatch(/\.txt$/)
    await walk(page, [
      ['Enter', /^menuitem/],
      ['End', 'menuitem "Borrar mis datos"'],
      ['Enter', 'button "Cancelar"'],
      ['Shift+Tab', 'button "Borrar para siempre"'],
      ['Enter', OPTIONS],
    ])
    await page.getByText('Se ha borrado todo.').waitFor()
    await walk(page, [['Escape', CLOSED]])
  })

  it('older messages are read, and the way back is short', async () => {
    const page = await talk()
    for (let i = 0; i < 60; i += 1) await visit.desk.say(`línea ${i}`)
    await page.locator('.group.in').getByText('línea 59').waitFor()
    await page.reload()
    await launcher(page).focus()
    await page.keyboard.press('Enter')
    await page.locator('.group.in').getByText('línea 59').waitFor()
    await reach(page, 'Shift+Tab', /^log/)
    // Home, until there is nothing older.
    await expect
      .poll(
        async () => {
          await page.keyboard.press('Home')
          return page.locator('.group.out').count()
        },
        { timeout: 20_000, interval: 200 },
      )
      .toBe(1)
    await expectFocus(page, /^log/)
    await reach(page, 'Tab', FIELD)
  })
})

describe('a chat that speaks first', () => {
  it('takes no focus, and is taken up or sent away with keys', async () => {
    const page = await states.teaser(visit)
    await page.locator('#own').focus()
    await expectFocus(page, 'button "Comprar"')
    await reach(page, 'Tab', /Te ayudo a elegir madera/)
    await walk(page, [['Enter', FIELD]])
    expect(await page.locator('chat-teaser').count()).toBe(0)
  })

  it('leaves the focus on the launcher when it is sent away', async () => {
    const page = await states.teaser(visit)
    await page.locator('#own').focus()
    await reach(page, 'Tab', 'button "Cerrar"')
    await walk(page, [['Enter', CLOSED]])
    expect(await page.locator('chat-teaser').count()).toBe(0)
  })
})
