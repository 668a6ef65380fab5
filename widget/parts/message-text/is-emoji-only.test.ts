import { expect } from '@open-wc/testing'
import { isEmojiOnly } from './is-emoji-only.ts'

describe('isEmojiOnly', () => {
  it('knows one to three emoji, however they are put together', () => {
    for (const text of ['👍', '👍🏽', '❤️', '👨‍👩‍👧‍👦', '🇪🇸', '🎉 🎉 🎉', '👩🏽‍💻👋']) {
      expect(isEmojiOnly(text), text).to.equal(true)
    }
  })

  it('knows what is not', () => {
    for (const text of ['', 'hola', '👍 ok', '5', '#', '👍👍👍👍', '👍\n👍']) {
      expect(isEmojiOnly(text), text).to.equal(false)
    }
  })
})
