import { expect, html } from '@open-wc/testing'
import { filesEn } from '../../i18n/files.en.ts'
import { allInside, english, heard, inside, part } from '../part.fixture.ts'
import './file-tray.ts'
import type { ChatFileTray, TrayFile } from './file-tray.ts'

const MIB = 1_024 * 1_024

function file(id: string, change: Partial<TrayFile> = {}): TrayFile {
  const content = new File([new Uint8Array(2 * MIB)], `${id}.pdf`, { type: 'application/pdf' })
  return { id, file: content, progress: { state: 'chosen' }, ...change }
}

const arrange = (files: readonly TrayFile[], notices: readonly string[] = []) =>
  part<ChatFileTray>(
    html`<chat-file-tray
      .files=${files}
      .notices=${notices}
      .words=${filesEn}
      .l10n=${english}
    ></chat-file-tray>`,
  )

const stateOf = (tray: ChatFileTray, at = 0) =>
  allInside(tray, '.state')[at]?.textContent?.replaceAll(/\s+/g, ' ').trim()

describe('<chat-file-tray>', () => {
  it('says of each file how large it is, how far it has come, and why it does not go', async () => {
    const failure = { code: 'file_type_not_allowed', message: 'as the server says it' }
    const tray = await arrange([
      file('a'),
      file('b', { progress: { state: 'underway', sent: 1.5 * MIB, isWaiting: false } }),
      file('c', { progress: { state: 'underway', sent: 0, isWaiting: true } }),
      file('d', { progress: { state: 'ready' } }),
      file('e', { progress: { state: 'failed', failure } }),
    ])
    expect(stateOf(tray, 0)).to.equal('2 MB')
    expect(stateOf(tray, 1)).to.equal('75% of 2 MB')
    expect(stateOf(tray, 2)).to.equal(filesEn.waiting)
    expect(stateOf(tray, 3)).to.equal(`2 MB · ${filesEn.ready}`)
    expect(stateOf(tray, 4)).to.equal(filesEn.fileKind)
    await expect(tray).to.be.accessible()
  })

  it('tells the limit that a file is over', async () => {
    const failure = { code: 'too_large', message: '' }
    const tray = await arrange([file('a', { progress: { state: 'failed', failure, maxBytes: MIB } })])
    expect(stateOf(tray)).to.contain('1 MB')
  })

  it('offers to try again what may go another time, and nothing else', async () => {
    const failed = (code: string) => ({ state: 'failed', failure: { code, message: '' } }) as const
    const tray = await arrange([
      file('a', { progress: failed('quota_exceeded') }),
      file('b', { progress: failed('file_damaged') }),
    ])
    const again = allInside(tray, 'button:not(.remove)')
    expect(again).to.have.length(1)
    const told = heard(tray, 'chat-file-retry')
    again[0]?.click()
    expect((await told).id).to.equal('a')
  })

  it('keeps an ending in sight, whatever the name before it', async () => {
    const long = new File(['x'], `${'x'.repeat(296)}.txt`)
    const tray = await arrange([file('a', { file: long })])
    const name = inside(tray, '.name')
    expect(name.textContent).to.equal(long.name)
    // Only what is before it is cut.
    expect(inside(tray, '.name span').textContent).to.have.length(296)
    expect(tray.scrollWidth).to.equal(tray.clientWidth)
    expect(name.scrollWidth).to.equal(name.clientWidth)
  })

  it('leaves the focus among the files when one is taken out', async () => {
    const files = [file('a'), file('b'), file('c')]
    const tray = await arrange(files)
    tray.addEventListener('chat-file-remove', ({ id }) => {
      tray.files = tray.files.filter((held) => held.id !== id)
    })
    const [, second] = allInside(tray, '.remove')
    second?.focus()
    second?.click()
    await tray.updateComplete
    await Promise.resolve()
    expect(tray.shadowRoot?.activeElement?.getAttribute('aria-label')).to.contain('c.pdf')
  })

  it('says what could not be added', async () => {
    const tray = await arrange([], [filesEn.folder])
    expect(inside(tray, '.notice').textContent).to.contain(filesEn.folder)
    expect(tray.shadowRoot?.querySelector('ul')).to.equal(null)
    await expect(tray).to.be.accessible()
  })
})
