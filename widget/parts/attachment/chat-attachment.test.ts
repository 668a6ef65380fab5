import { expect, html, waitUntil } from '@open-wc/testing'
import type { Attachment } from '#shared/message.ts'
import { filesEn } from '../../i18n/files.en.ts'
import { english, inside, part, press } from '../part.fixture.ts'
import type { ChatAttachment } from './chat-attachment.ts'
import './chat-attachment.ts'
import type { ChatLightbox } from './chat-lightbox.ts'

/** A square that the tests' server has. */
const SQUARE = 'http://localhost:3000/widget/console/page/icon.svg'

const pdf = {
  fileId: 'f1',
  url: 'http://localhost:3000/files/f1?for=visitor&signature=s',
  fileName: 'كتالوج-الطاولات.pdf',
  fileSize: 325_632,
  mimeType: 'application/pdf',
} as Attachment
const photo = {
  ...pdf,
  fileId: 'f2',
  fileName: 'mesa.png',
  mimeType: 'image/png',
  width: 520,
  height: 260,
} as Attachment

const arrange = (file: Attachment) =>
  part<ChatAttachment>(html`<chat-attachment .file=${file} .l10n=${english}></chat-attachment>`)

describe('<chat-attachment>', () => {
  it('shows a document as a card: its name, what it is, how large', async () => {
    const element = await arrange(pdf)
    expect(inside(element, '.name').textContent).to.equal('كتالوج-الطاولات.pdf')
    expect(inside(element, '.name').dir).to.equal('auto')
    expect(inside(element, '.size').textContent).to.equal('PDF · 318 kB')
    await waitUntil(() => inside(element, '.download').ariaLabel === `Download ${pdf.fileName}`)
    await expect(element).to.be.accessible()
  })

  it('fetches files from where the chat is, whatever the public URL says', async () => {
    const element = await arrange(pdf)
    expect(inside(element, '.download', HTMLAnchorElement).href).to.equal(
      `${location.origin}/files/f1?for=visitor&signature=s`,
    )
  })

  it('keeps the box of a picture before it has come', async () => {
    const element = await arrange({ ...photo, url: SQUARE, width: 520, height: 520 })
    const picture = inside(element, 'img', HTMLImageElement)
    const { width, height } = picture.getBoundingClientRect()
    expect([width, height]).to.deep.equal([260, 260])
    expect(picture.alt).to.equal('mesa.png')
    await expect(element).to.be.accessible()
  })

  it('makes a card of a picture that does not load', async () => {
    const element = await arrange(photo)
    await waitUntil(() => element.shadowRoot?.querySelector('.card'))
    expect(inside(element, '.name').textContent).to.equal('mesa.png')
  })

  it('opens a picture large, leaves Escape to no one else, and gives the focus back', async () => {
    const element = await arrange({ ...photo, url: SQUARE })
    const opener = inside(element, '.picture')
    opener.focus()
    opener.click()
    await waitUntil(() =>
      element.shadowRoot?.querySelector('chat-lightbox')?.shadowRoot?.querySelector('dialog'),
    )
    const lightbox = inside(element, 'chat-lightbox')
    const dialog = inside(lightbox, 'dialog', HTMLDialogElement)
    await waitUntil(() => dialog.open)
    let heardOutside = 0
    element.addEventListener('keydown', () => (heardOutside += 1))
    press(dialog, 'Escape')
    expect(heardOutside).to.equal(0)
    dialog.close()
    await waitUntil(() => element.shadowRoot?.querySelector('chat-lightbox') === null)
    expect(element.shadowRoot?.activeElement).to.equal(opener)
  })

  it('leafs through the pictures of the list, comes nearer and goes back, by the keyboard alone', async () => {
    const pictures = ['uno', 'dos', 'tres'].map((fileName, i) => ({
      ...photo,
      fileId: `p${i}` as Attachment['fileId'],
      fileName: `${fileName}.svg`,
      url: SQUARE,
    }))
    const lightbox = await part<ChatLightbox>(
      html`<chat-lightbox
        .pictures=${pictures}
        .file=${pictures[0]}
        .l10n=${english}
        .words=${filesEn}
      ></chat-lightbox>`,
    )
    const dialog = inside(lightbox, 'dialog', HTMLDialogElement)
    const picture = inside(lightbox, 'img', HTMLImageElement)
    await waitUntil(() => picture.complete && picture.naturalWidth > 0)
    const strike = async (key: string) => {
      press(dialog, key)
      await lightbox.updateComplete
    }
    expect(inside(lightbox, '.count').textContent).to.equal('1 / 3')
    await strike('ArrowRight')
    await strike('ArrowRight')
    await strike('ArrowRight')
    expect([dialog.ariaLabel, inside(lightbox, '.count').textContent]).to.deep.equal(['tres.svg', '3 / 3'])
    await strike('ArrowLeft')
    expect(dialog.ariaLabel).to.equal('dos.svg')
    const { clientWidth } = picture
    await strike('+')
    expect(picture.clientWidth).to.be.at.least(clientWidth * 2)
    const stage = inside(lightbox, '.stage')
    await waitUntil(() => stage.scrollTop > 0)
    const before = stage.scrollTop
    await strike('ArrowDown')
    await waitUntil(() => stage.scrollTop > before)
    expect(dialog.ariaLabel).to.equal('dos.svg')
    await expect(lightbox).to.be.accessible()
    await strike('-')
    expect(picture.clientWidth).to.equal(clientWidth)
    dialog.close()
  })
})
