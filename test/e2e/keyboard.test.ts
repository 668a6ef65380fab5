import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { expectFocus, reach, walk } from './focus.ts'
import { closedUntilNextYear, field, QUESTIONS, states } from './states.ts'
import { launcher, useVisit, type Coming } from './visit.ts'

const visit = useVisit()

const CLOSED = 'button "Abrir el chat"'
const FIELD = 'textbox "Mensaje"'

/** From the page's own button onwards nothing but keys. */
async function come(coming?: Coming): Promise<Page> {
  const page = await visit.come(coming)
  await page.locator('#own').focus()
  return page
}

async function open(coming?: Coming): Promise<Page> {
  const page = await come(coming)
  await walk(page, [
    ['Tab', CLOSED],
    ['Enter', FIELD],
  ])
  return page
}

async function talk(): Promise<Page> {
  const page = await open()
  await page.keyboard.type('¿Tenéis la mesa en roble?')
  await page.keyboard.press('Enter')
  await page.locator('.group.out time').waitFor()
  return page
}

describe('with nothing but keys', () => {
  it('the chat is opened, written in and left', async () => {
    const page = await open()
    await page.keyboard.type('hola')
    await walk(page, [
      ['Enter', FIELD],
      ['Escape', CLOSED],
      ['Enter', FIELD],
      ['Escape', CLOSED],
      ['Shift+Tab', 'button "Comprar"'],
    ])
  })

  it('a message is sent with its button, and the next one can be written', async () => {
    const page = await open()
    await page.keyboard.type('hola')
    await reach(page, 'Tab', 'button "Enviar"')
    await walk(page, [['Space', FIELD]])
    await page.locator('.group.out').getByText('hola').waitFor()
    await page.keyboard.type('otra cosa')
    await reach(page, 'Tab', 'button "Enviar"')
    await walk(page, [['Enter', FIELD]])
    await page.locator('.group.out').getByText('otra cosa').waitFor()
    expect(await field(page).inputValue()).toBe('')
  })

  it('the questions before a chat are answered, mistakes first', async () => {
    await visit.desk.decide({ preChat: QUESTIONS })
    const page = await come()
    await walk(page, [
      ['Tab', CLOSED],
      ['Enter', 'textbox "Nombre"'],
      // Nothing is filled in yet.
      ['Enter', /^textbox "Nombre/],
    ])
    await page.getByText('Falta este dato').first().waitFor()
    await page.keyboard.type('Núria Ferrer')
    await walk(page, [['Tab', /^textbox "Correo/]])
    await page.keyboard.type('nuria@ferrer.example')
    await walk(page, [
      ['Tab', /^combobox "¿En qué te ayudamos\?/],
      ['ArrowDown', /^combobox/],
      ['Tab', /^checkbox "Acepto/],
      ['Space', /^checkbox/],
      ['Tab', 'link "Privacidad"'],
      ['Tab', 'button "Empezar a chatear"'],
      ['Space', FIELD],
    ])
    await page.keyboard.type('hola')
    await page.keyboard.press('Enter')
    await page.locator('.group.out time').waitFor()
  })

  it('a message is left while nobody is there', async () => {
    await visit.desk.decide({ officeHours: closedUntilNextYear() })
    const page = await come()
    await walk(page, [
      ['Tab', CLOSED],
      ['Enter', 'textbox "Correo (opcional)"'],
      ['Tab', 'textbox "Tu mensaje"'],
    ])
    await page.keyboard.type('¿Hacéis la Albufera en nogal?')
    await walk(page, [
      ['Tab', 'button "Enviar mensaje"'],
      ['Enter', FIELD],
    ])
    await page.locator('.group.out').getByText('Albufera').waitFor()
  })

  it('a message that failed is tried again, and taken back to be changed', async () => {
    const page = await talk()
    await visit.desk.block()
    await page.keyboard.type('otra cosa')
    await page.keyboard.press('Enter')
    await page.locator('.meta.failed').waitFor()
    await reach(page, 'Shift+Tab', 'button "Descartar"')
    await walk(page, [
      ['Shift+Tab', 'button "Reintentar"'],
      ['Enter', 'log "Mensajes"'],
    ])
    await page.locator('.meta.failed').waitFor()
    await walk(page, [
      ['Tab', 'button "Reintentar"'],
      ['Tab', 'button "Descartar"'],
      ['Enter', FIELD],
    ])
    expect(await field(page).inputValue()).toBe('otra cosa')
  })

  it('a lost connection is tried again at once, and the field is next', async () => {
    const page = await talk()
    visit.cutConnections()
    await page.locator('.banner button').waitFor()
    await page.locator('.banner button').focus()
    // First the focus: once the way is free, it may come back by itself, and the button would be gone.
    visit.restoreConnections()
    await walk(page, [['Enter', FIELD]])
    await page.locator('.banner').waitFor({ state: 'detached' })
  })

  it('what came below is gone to, and read on from there', async () => {
    const page = await talk()
    for (let i = 0; i < 12; i += 1) await visit.desk.say(`línea ${i}\n\n\n`)
    await page.locator('.group.in').getByText('línea 11').waitFor()
    await reach(page, 'Shift+Tab', 'log "Mensajes"')
    await page.keyboard.press('Home')
    await expect.poll(() => page.locator('.log').evaluate((log) => log.scrollTop)).toBe(0)
    await visit.desk.say('y una más')
    await page.getByRole('button', { name: /^1 nuevo/ }).waitFor()
    await walk(page, [
      ['Tab', /^button "1 nuevo/],
      ['Enter', 'log "Mensajes"'],
    ])
    const below = () =>
      page.locator('.log').evaluate((log) => log.scrollHeight - log.scrollTop - log.clientHeight)
    await expect.poll(below).toBeLessThan(2)
  })
})

describe('Escape', () => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true } as const

  it.each([
    ['on a desktop', {}],
    ['on a phone', phone],
  ])('closes one thing after another %s: menu, question, panel', async (_where, coming) => {
    const page = await states.menu(visit, coming)
    await expectFocus(page, /^menuitem/)
    await walk(page, [
      ['Escape', 'button "Opciones"'],
      ['Enter', /^menuitem/],
      ['End', 'menuitem "Borrar mis datos"'],
      ['Enter', 'button "Cancelar"'],
      ['Escape', 'button "Opciones"'],
      ['Escape', CLOSED],
    ])
    expect(await launcher(page).getAttribute('aria-expanded')).toBe('false')
  })
})
