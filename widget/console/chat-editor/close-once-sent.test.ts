import { expect } from '@open-wc/testing'
import type { ThreadMessage } from '../../core/state.ts'
import { createStore } from '../../core/store.ts'
import type { UploadProgress } from '../../parts/attachment/upload-progress.ts'
import type { OutgoingFile } from '../../sending/outgoing-file.ts'
import { chat, fakeClient, inboxOf, marta, message, sent, viewOf, viewsOf } from '../console.fixture.ts'
import { closeOnceSent } from './close-once-sent.ts'

const one = chat('1', { assignee: marta })

function fileOf(id: string, change: Partial<OutgoingFile> = {}): OutgoingFile {
  const target = { chatId: one.chatId, isInternal: false }
  const progress: UploadProgress = { state: 'underway', sent: 0, isWaiting: false }
  return { id, file: new File(['a'], id), target, progress, message: { content: '', sentAt: '' }, ...change }
}

/** An answer of two files, both still going up. */
function arrange(keys = ['a', 'b']) {
  const fake = fakeClient({ inbox: inboxOf([one]), chats: viewsOf(viewOf(one)) })
  const files = createStore<readonly OutgoingFile[]>(keys.map((key) => fileOf(key)))
  const failures: string[] = []
  closeOnceSent(fake.client, {
    chatId: one.chatId,
    keys,
    files,
    onFailed: (of, cause) => void failures.push(`${of} ${(cause as { code: string }).code}`),
  })
  const thread: ThreadMessage[] = []
  /** Its file is there: the client has the message, and says what became of it. */
  const become = (key: string, change: Partial<ThreadMessage> = {}) => {
    files.update((held) => held.map((file) => (file.id === key ? { ...file, isHandedOver: true } : file)))
    files.update((held) => held.filter((file) => file.id !== key))
    thread.push({ ...sent(key, { chatId: one.chatId, clientMessageId: key }), ...change } as ThreadMessage)
    fake.set({ chats: viewsOf(viewOf(one, { thread: [...thread] })) })
  }
  const isClosed = () => fake.asked.some(([method]) => method === 'closeChat')
  return { fake, files, failures, become, isClosed }
}

describe('closing a chat with an answer that has files', () => {
  it('waits until every one of its messages is stored', () => {
    const { become, isClosed } = arrange()
    become('b')
    expect(isClosed()).to.equal(false)
    become('a')
    expect(isClosed()).to.equal(true)
  })

  it('hears of them where another chat is on screen by then', () => {
    const { fake, files, isClosed } = arrange(['a'])
    fake.set({ chats: new Map() })
    files.update((held) => held.map((file) => ({ ...file, isHandedOver: true })))
    files.update(() => [])
    expect(isClosed()).to.equal(false)
    const lastMessage = message('m', { chatId: one.chatId, clientMessageId: 'a' })
    fake.set({ inbox: inboxOf([one], { heard: { ...one, lastMessage } }) })
    expect(isClosed()).to.equal(true)
  })

  it('leaves it open and says so where a file failed, also when that goes another time', () => {
    const { files, failures, become, isClosed } = arrange()
    become('b')
    const failed: UploadProgress = {
      state: 'failed',
      failure: { code: 'quota_exceeded', message: '' },
      maxBytes: undefined,
    }
    files.update((held) => held.map((file) => ({ ...file, progress: failed })))
    become('a')
    expect([isClosed(), failures]).to.deep.equal([false, ['message quota_exceeded']])
  })

  it('leaves it open without a word where a file was called off, or the answer held back', () => {
    const calledOff = arrange(['a'])
    calledOff.files.update(() => [])
    expect([calledOff.isClosed(), calledOff.failures]).to.deep.equal([false, []])
    const heldBack = arrange(['a'])
    heldBack.become('a', { delivery: 'failed', failure: { code: 'stale_reply', message: '' } })
    expect([heldBack.isClosed(), heldBack.failures]).to.deep.equal([false, []])
  })

  it('says why where the server would not close it', async () => {
    const { fake, failures, become } = arrange(['a'])
    fake.refuse('closeChat', { code: 'chat_not_found' })
    become('a')
    await Promise.resolve()
    expect(failures).to.deep.equal(['close chat_not_found'])
  })
})
