import { expect } from '@open-wc/testing'
import { emojiAr } from '../../i18n/emoji.ar.ts'
import { emojiCa } from '../../i18n/emoji.ca.ts'
import { emojiDe } from '../../i18n/emoji.de.ts'
import { emojiEn } from '../../i18n/emoji.en.ts'
import { emojiEs } from '../../i18n/emoji.es.ts'
import { emojiFr } from '../../i18n/emoji.fr.ts'
import { emojiIt } from '../../i18n/emoji.it.ts'
import { emojiJa } from '../../i18n/emoji.ja.ts'
import { emojiPt } from '../../i18n/emoji.pt.ts'
import { emojiZh } from '../../i18n/emoji.zh.ts'
import { EMOJI_GROUPS } from './emoji-groups.ts'
import { findEmoji, readNames } from './find-emoji.ts'

const found = (names: string, search: string) =>
  findEmoji(readNames(names).values(), search).map(({ emoji }) => emoji)

describe('an emoji', () => {
  it('has a name in every language', () => {
    const all = [emojiAr, emojiCa, emojiDe, emojiEn, emojiEs, emojiFr, emojiIt, emojiJa, emojiPt, emojiZh]
    for (const { names, groups } of all) {
      expect([...readNames(names).keys()]).to.deep.equal(EMOJI_GROUPS.flat())
      expect([...readNames(names).values()].filter(({ name }) => name === '')).to.deep.equal([])
      expect(groups).to.have.length(EMOJI_GROUPS.length)
    }
  })

  it('is found by the beginning of its name, without accents or capitals', () => {
    expect(found(emojiEs.names, 'CORAZON ROJO')).to.deep.equal(['❤️'])
    expect(found(emojiEs.names, 'camion')).to.include('🚚')
    expect(found(emojiEn.names, 'rocket')).to.deep.equal(['🚀'])
    expect(found(emojiDe.names, 'schluss')).to.include('🔑')
  })

  it('is found by other words too, after those that are named so', () => {
    expect(found('🚗 car, red\n🔴 red circle, dot', 'red')).to.deep.equal(['🔴', '🚗'])
    expect(found(emojiEs.names, 'amor')).to.include('🥰')
  })

  it('is found by any part of its name where words have no spaces', () => {
    expect(found(emojiJa.names, 'ロケット')).to.include('🚀')
    expect(found(emojiZh.names, '火箭')).to.include('🚀')
  })

  it('is not found inside of a word', () => {
    expect(found(emojiEn.names, 'ocket')).to.deep.equal([])
  })
})
