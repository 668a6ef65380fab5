import { aTimeout, expect } from '@open-wc/testing'
import type { Attachment } from '#shared/message.ts'
import type { Visitor } from '#shared/person.ts'
import type { ChatClient, UploadOptions } from '../core/chat-client.ts'
import { emptyView } from '../core/chat-view.ts'
import { emptyState, type ClientState } from '../core/state.ts'
import { createStore } from '../core/store.ts'
import type { ChatId } from '#shared/ids.ts'
import { MOST_FILES, Outgoing } from './outgoing.ts'
import type { FileTarget } from './outgoing-file.ts'

const OWN: FileTarget = { isInternal: false }
const CHAT = 'c1' as ChatId

/** A client by hand: what it was asked to send up is answered when the test says so. */
function arrange({ hasChat = true } = {}) {
  const state = createStore<ClientState>({ ...emptyState('visitor'), session: visitor('v1') })
  const uploads = new Map<string, { resolve(): void; reject(code: string): void; options: UploadOptions }>()
  const told: unknown[][] = []
  const client = {
    state,
    upload: (_: unknown, file: File, options: UploadOptions = {}) =>
      new Promise<Attachment>((resolve, reject) => {
        uploads.set(file.name, {
          resolve: () => resolve({ fileId: `f-${file.name}`, fileName: file.name } as unknown as Attachment),
          reject: (code) => reject(Object.assign(new Error(), { code })),
          options,
        })
        options.signal?.addEventListener('abort', () => reject(options.signal?.reason))
      }),
    send: (message: { content: string; attachment?: Attachment }) => {
      told.push(['send', message.content, message.attachment?.fileName])
      return 'k'
    },
    restore: ({ content, attachment }: { content: string; attachment?: Attachment }) => {
      told.push(['restore', content, attachment?.fileName])
    },
  } as unknown as ChatClient
  const outgoing = new Outgoing({ client: () => client, rules: async () => ({ maxFileBytes: 100 }) })
  const openChat = () => {
    const view = emptyView(CHAT, { chatId: CHAT } as never)
    state.update((held) => ({ ...held, chats: new Map([[CHAT, view]]) }))
    outgoing.follow()
  }
  if (hasChat) openChat()
  outgoing.follow()
  const add = (...names: string[]) =>
    outgoing.add(
      names.map((name) => file(name)),
      OWN,
    )
  const progressOf = (name: string) => outgoing.get().find((held) => held.file.name === name)?.progress
  return { outgoing, uploads, told, openChat, add, progressOf, state }
}

function file(name: string, content = 'hola'): File {
  return new File([content], name, { lastModified: 1 })
}

function visitor(visitorId: string): ClientState['session'] {
  return { state: 'visitor', visitor: { visitorId } as unknown as Visitor }
}

/** Until everything that was promised has been done. */
const settled = () => aTimeout(0)

describe('files on their way', () => {
  it('go up at once where there is a chat, and otherwise with what begins one', async () => {
    const { outgoing, uploads, told, openChat, add } = arrange({ hasChat: false })
    add('a')
    await settled()
    expect([...uploads.keys()]).to.deep.equal([])
    outgoing.submit('hola', OWN)
    await settled()
    // Two at once would each make a chat.
    expect([[...uploads.keys()], told]).to.deep.equal([[], [['send', 'hola', undefined]]])
    openChat()
    await settled()
    expect([...uploads.keys()]).to.deep.equal(['a'])
    add('b')
    await settled()
    expect([...uploads.keys()]).to.deep.equal(['a', 'b'])
  })

  it('are handed over in the order they were wanted, whichever is there first', async () => {
    const { outgoing, uploads, told, add } = arrange()
    add('a', 'b', 'c')
    outgoing.submit('', OWN)
    await settled()
    uploads.get('c')?.resolve()
    uploads.get('b')?.resolve()
    await settled()
    expect(told).to.deep.equal([])
    uploads.get('a')?.resolve()
    await settled()
    expect(told.map(([, , name]) => name)).to.deep.equal(['a', 'b', 'c'])
  })

  it('take the text along where the first is there, and let it go ahead where it is not', async () => {
    const { outgoing, uploads, told, add } = arrange()
    add('a')
    await settled()
    uploads.get('a')?.resolve()
    await settled()
    outgoing.submit('con a', OWN)
    add('b')
    outgoing.submit('antes que b', OWN)
    await settled()
    expect(told).to.deep.equal([
      ['restore', 'con a', 'a'],
      ['send', 'antes que b', undefined],
    ])
  })

  it('stay where they are when they fail, hold up nothing, and go another time', async () => {
    const { outgoing, uploads, told, add, progressOf } = arrange()
    add('a', 'b')
    await settled()
    uploads.get('a')?.reject('quota_exceeded')
    uploads.get('b')?.resolve()
    await settled()
    outgoing.submit('', OWN)
    expect(told).to.deep.equal([['restore', '', 'b']])
    expect(outgoing.inTray(OWN).map((held) => held.file.name)).to.deep.equal(['a'])
    expect([outgoing.hasSendable(OWN), outgoing.submit('hola', OWN)]).to.deep.equal([false, undefined])
    outgoing.retry(outgoing.inTray(OWN)[0]?.id ?? '')
    await settled()
    expect(progressOf('a')?.state).to.equal('underway')
    uploads.get('a')?.resolve()
    await settled()
    expect(progressOf('a')?.state).to.equal('ready')
  })

  it('are refused before anything is sent where that is known', async () => {
    const { outgoing, uploads, progressOf } = arrange({ hasChat: false })
    outgoing.add([file('empty', ''), file('large', 'x'.repeat(101))], OWN)
    await settled()
    expect(progressOf('empty')).to.have.nested.property('failure.code', 'file_empty')
    expect(progressOf('large'))
      .to.include({ maxBytes: 100 })
      .and.to.have.nested.property('failure.code', 'too_large')
    expect(uploads.size).to.equal(0)
  })

  it('are taken once, and so many at most', () => {
    const { outgoing, add } = arrange()
    expect(add('a', 'a', 'b')).to.deep.include({ count: 2, tooMany: 0 })
    const { count, duplicates, tooMany } = outgoing.add(
      [file('b'), ...Array.from({ length: MOST_FILES }, (_, i) => file(String(i)))],
      OWN,
    )
    expect([count, duplicates.map(({ name }) => name), tooMany]).to.deep.equal([MOST_FILES - 2, ['b'], 2])
  })

  it('are called off with what they were doing, and let those behind them go', async () => {
    const { outgoing, uploads, told, add } = arrange()
    add('a', 'b')
    outgoing.submit('', OWN)
    await settled()
    uploads.get('b')?.resolve()
    await settled()
    outgoing.cancel(outgoing.get()[0]?.id ?? '')
    await settled()
    expect(uploads.get('a')?.options.signal?.aborted).to.equal(true)
    expect(told).to.deep.equal([['restore', '', 'b']])
  })

  it('are of no concern to who comes next', async () => {
    const { outgoing, uploads, state, add } = arrange()
    add('a')
    await settled()
    state.update((held) => ({ ...held, session: visitor('v2') }))
    outgoing.follow()
    expect(outgoing.get()).to.deep.equal([])
    expect(uploads.get('a')?.options.signal?.aborted).to.equal(true)
  })

  it('lie in the tray of one field only: a note is not an answer', async () => {
    const { outgoing, add } = arrange()
    add('a')
    const note: FileTarget = { ...OWN, isInternal: true }
    expect([outgoing.inTray(OWN).length, outgoing.inTray(note).length]).to.deep.equal([1, 0])
    outgoing.takeBack({ fileName: 'b', mimeType: 'text/plain', fileSize: 7 } as Attachment, note)
    expect(outgoing.inTray(note).map(({ progress }) => progress.state)).to.deep.equal(['ready'])
  })
})
