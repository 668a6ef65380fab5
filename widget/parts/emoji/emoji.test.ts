import { expect, html, waitUntil } from '@open-wc/testing'
import { loadLocalization } from '../../i18n/load.ts'
import type { Localization } from '../../i18n/localization.ts'
import '../composer/composer.ts'
import type { ChatComposer } from '../composer/composer.ts'
import { english, inside, part, press } from '../part.fixture.ts'
import type { ChatEmojiPicker } from './emoji-picker.ts'

interface Arrangement {
  readonly l10n?: Localization
  readonly value?: string
  readonly dark?: boolean
}

async function arrange({ l10n = english, value = '', dark = false }: Arrangement = {}) {
  localStorage.removeItem('sobremesa:emoji')
  const composer = await part<ChatComposer>(
    html`<chat-composer dir=${l10n.dir} .l10n=${l10n} .value=${value}></chat-composer>`,
    dark ? 'dark' : 'light',
  )
  ;(composer.parentElement as HTMLElement).style.paddingBlockStart = '380px'
  const button = inside(composer, '.emoji')
  const picker = () => composer.shadowRoot?.querySelector<ChatEmojiPicker>('chat-emoji-picker') ?? null
  const open = async () => {
    button.click()
    await waitUntil(() => picker()?.shadowRoot?.activeElement, 'no picker', { timeout: 10_000 })
    return picker() as ChatEmojiPicker
  }
  return { composer, button, picker, open, field: inside(composer, 'textarea', HTMLTextAreaElement) }
}

const cells = (picker: ChatEmojiPicker) => [
  ...(picker.shadowRoot?.querySelectorAll<HTMLButtonElement>('[role=option]') ?? []),
]

async function search(picker: ChatEmojiPicker, text: string) {
  const field = inside(picker, 'input', HTMLInputElement)
  field.value = text
  field.dispatchEvent(new InputEvent('input'))
  await picker.updateComplete
  return field
}

const focused = (picker: ChatEmojiPicker) => picker.shadowRoot?.activeElement as HTMLButtonElement

describe('the emoji picker', () => {
  it('is accessible, in the dark and with nothing found too', async () => {
    const { open } = await arrange({ dark: true })
    const picker = await open()
    await expect(picker).to.be.accessible()
    await search(picker, 'qqqq')
    expect(inside(picker, '.none').textContent).to.contain('Nothing found')
    await expect(picker).to.be.accessible()
  })

  it('inserts what is chosen where the caret is, tells of it as of typing, and gives the focus back', async () => {
    const { composer, field, open, picker } = await arrange({ value: 'hola Marta' })
    const drafts: string[] = []
    composer.addEventListener('chat-draft', ({ text }) => drafts.push(text))
    field.setSelectionRange(4, 4)
    cells(await open())[0]?.click()
    expect(composer.value).to.equal('hola😀 Marta')
    expect(drafts).to.deep.equal(['hola😀 Marta'])
    expect([field.selectionStart, picker()]).to.deep.equal([6, null])
    expect(composer.shadowRoot?.activeElement).to.equal(field)
  })

  it('finds in the language of the visitor, and Enter takes the first', async () => {
    const { composer, open } = await arrange({ l10n: await loadLocalization('es') })
    const picker = await open()
    press(await search(picker, 'corazon rojo'), 'Enter')
    expect(composer.value).to.equal('❤️')
  })

  it('takes nothing, and stays, while a word of its search is being composed', async () => {
    const { composer, open, picker } = await arrange()
    const opened = await open()
    const field = await search(opened, 'heart')
    // Safari's way.
    press(field, 'Enter', { keyCode: 229 })
    press(field, 'Escape', { keyCode: 229 })
    expect([composer.value, picker()]).to.deep.equal(['', opened])
  })

  it('sends nothing by the Enter of its search', async () => {
    const { composer, open } = await arrange({ value: 'half a sentence' })
    const sent: string[] = []
    composer.addEventListener('chat-submit', ({ text }) => sent.push(text))
    const picker = await open()
    press(inside(picker, 'input'), 'Enter')
    press(await search(picker, 'qqqq'), 'Enter')
    expect([sent, composer.value]).to.deep.equal([[], 'half a sentence'])
  })

  it('is walked through with the arrows, by column, in the direction of the language', async () => {
    const { open } = await arrange()
    const picker = await open()
    press(inside(picker, 'input'), 'ArrowDown')
    const first = cells(picker)[0]
    expect(focused(picker)).to.equal(first)
    press(focused(picker), 'ArrowRight')
    expect(focused(picker)).to.equal(cells(picker)[1])
    press(focused(picker), 'ArrowDown')
    const left = (cell: Element | undefined) => Math.round(cell?.getBoundingClientRect().left ?? 0)
    expect(left(focused(picker))).to.equal(left(cells(picker)[1]))
    press(focused(picker), 'ArrowUp')
    press(focused(picker), 'ArrowLeft')
    expect(focused(picker)).to.equal(first)
    press(focused(picker), 'ArrowUp')
    expect(focused(picker).localName).to.equal('input')
    expect(cells(picker).filter(({ tabIndex }) => tabIndex === 0)).to.have.length(1)
  })

  it('goes to the left with the left arrow where one reads from the right', async () => {
    const { open } = await arrange({ l10n: await loadLocalization('ar') })
    const picker = await open()
    press(inside(picker, 'input'), 'ArrowDown')
    press(focused(picker), 'ArrowLeft')
    expect(focused(picker)).to.equal(cells(picker)[1])
  })

  it('closes with Escape, alone, and gives the focus back', async () => {
    const { composer, button, field, open, picker } = await arrange()
    let passedOn = 0
    composer.addEventListener('keydown', () => (passedOn += 1))
    press(inside(await open(), 'input'), 'Escape')
    expect([picker(), passedOn, button.ariaExpanded]).to.deep.equal([null, 0, 'false'])
    expect(composer.shadowRoot?.activeElement).to.equal(field)
  })

  it('closes with its button, and when the focus goes elsewhere', async () => {
    const { button, field, open, picker } = await arrange()
    await open()
    expect(button.ariaExpanded).to.equal('true')
    button.click()
    await waitUntil(() => picker() === null)
    await open()
    field.focus()
    expect(picker()).to.equal(null)
  })

  it('keeps what was used last at its head, and nothing before', async () => {
    const { open } = await arrange()
    const picker = await open()
    expect(localStorage.getItem('sobremesa:emoji')).to.equal(null)
    cells(picker)[5]?.click()
    expect(localStorage.getItem('sobremesa:emoji')).to.equal('😅')
    expect(cells(await open())[0]?.value).to.equal('😅')
    localStorage.removeItem('sobremesa:emoji')
  })

  it('keeps its typing from the shortcuts of the page', async () => {
    const { open } = await arrange()
    const picker = await open()
    let heard = 0
    const listen = () => (heard += 1)
    document.addEventListener('keydown', listen)
    press(inside(picker, 'input'), 's')
    document.removeEventListener('keydown', listen)
    expect(heard).to.equal(0)
  })
})
