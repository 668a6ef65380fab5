import { expect } from '@open-wc/testing'
import { html } from 'lit'
import { heard, inside, themed } from '../themed.fixture.ts'
import type { ChatPersonalSheet } from './personal-sheet.ts'
import './personal-sheet.ts'

const arrange = () =>
  themed<ChatPersonalSheet>(
    html`<chat-personal-sheet heading="Avisos" close-label="Cerrar"><p>Un panel</p></chat-personal-sheet>`,
  )

describe('chat-personal-sheet', () => {
  it('is accessible, and over everything', async () => {
    const sheet = await arrange()
    await expect(sheet).to.be.accessible()
    expect(inside(sheet, 'dialog').matches(':modal')).to.equal(true)
  })

  it('tells once, and in the same moment, that it was closed', async () => {
    const sheet = await arrange()
    let told = 0
    sheet.addEventListener('chat-sheet-close', () => (told += 1))
    inside(sheet, '.icon-button').click()
    expect(told).to.equal(1)
    await new Promise((resolve) => setTimeout(resolve))
    expect(told).to.equal(1)
  })

  it('is closed by a press beside it, and not by one inside', async () => {
    const sheet = await arrange()
    inside(sheet, '.body').click()
    expect(inside(sheet, 'dialog').open).to.equal(true)
    setTimeout(() => inside(sheet, 'dialog').click())
    await heard(sheet, 'chat-sheet-close')
  })
})
