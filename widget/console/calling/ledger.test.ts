import { expect } from '@open-wc/testing'
import type { ChatId } from '#shared/ids.ts'
import { openLedger } from './ledger.ts'

const chatId = () => crypto.randomUUID() as ChatId
const someone = () => crypto.randomUUID()

describe('the ledger of calls', () => {
  it('gives each message to one of those who ask at the same time', async () => {
    const owner = someone()
    const claim = { chatId: chatId(), seq: 3, now: 1_000 }
    const answers = await Promise.all(Array.from({ length: 8 }, () => openLedger(owner).claim(claim)))
    expect(answers.filter(Boolean)).to.have.lengthOf(1)
  })

  it('gives the next message, and never an older one', async () => {
    const ledger = openLedger(someone())
    const chat = chatId()
    const asks = [2, 3, 2, 3].map((seq) => ledger.claim({ chatId: chat, seq, now: 1_000 }))
    expect(await Promise.all(asks)).to.deep.equal([true, true, false, false])
  })

  it('gives the same one again when that is due, once', async () => {
    const ledger = openLedger(someone())
    const claim = { chatId: chatId(), seq: 1, afterMs: 30_000 }
    const asks = [0, 29_999, 30_000, 30_001].map((now) => ledger.claim({ ...claim, now }))
    expect(await Promise.all(asks)).to.deep.equal([true, false, true, false])
  })

  it('keeps people apart who use one browser after another', async () => {
    const claim = { chatId: chatId(), seq: 1, now: 1 }
    expect(await openLedger(someone()).claim(claim)).to.equal(true)
    expect(await openLedger(someone()).claim(claim)).to.equal(true)
  })

  it('knows its own calls where the browser keeps nothing', async () => {
    const real = IDBFactory.prototype.open
    IDBFactory.prototype.open = () => {
      throw new DOMException('Blocked', 'SecurityError')
    }
    const ledger = openLedger(someone())
    const claim = { chatId: chatId(), seq: 1, now: 1 }
    expect([await ledger.claim(claim), await ledger.claim(claim)]).to.deep.equal([true, false])
    IDBFactory.prototype.open = real
  })
})
