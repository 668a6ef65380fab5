import { expect } from '@open-wc/testing'
import { ruleFor, type Circumstances, type TeaserRule } from './teaser-rules.ts'

const rule: TeaserRule = { text: 'hola', delaySeconds: 0, scrollPercent: 0, exitIntent: false, once: true }
const now: Circumstances = {
  url: new URL('https://shop.example/mesas/albufera?color=nogal'),
  secondsOnPage: 0,
  scrolledPercent: 0,
  isLeaving: false,
}
const speaks = (change: Partial<TeaserRule>, circumstances: Partial<Circumstances> = {}) =>
  ruleFor([{ ...rule, ...change }], { ...now, ...circumstances }) !== undefined

describe('a teaser', () => {
  it('speaks at once where nothing else is asked', () => {
    expect(speaks({})).to.equal(true)
  })

  for (const url of [
    '/mesas/albufera',
    '/mesas/*',
    '*/albufera',
    '/*/alb*',
    '*',
    'https://shop.example/mesas/*',
    '/mesas/albufera?color=*',
  ]) {
    it(`speaks on pages like ${url}`, () => expect(speaks({ url })).to.equal(true))
  }

  for (const url of [
    '/mesas',
    '/sillas/*',
    '/mesas/*/x',
    'https://other.example/*',
    '/mesas/albufera?color=roble',
    '/m*m*m*',
  ]) {
    it(`is silent when it is for ${url}`, () => expect(speaks({ url })).to.equal(false))
  }

  it('does not let two pieces of a pattern share a letter', () => {
    expect(speaks({ url: '/mesas/albu*ufera' })).to.equal(false)
  })

  it('waits until all that it asks for has come', () => {
    const asks = { delaySeconds: 5, scrollPercent: 50, exitIntent: true }
    const all = { secondsOnPage: 5, scrolledPercent: 50, isLeaving: true }
    expect(speaks(asks, all)).to.equal(true)
    expect(speaks(asks, { ...all, secondsOnPage: 4 })).to.equal(false)
    expect(speaks(asks, { ...all, scrolledPercent: 49 })).to.equal(false)
    expect(speaks(asks, { ...all, isLeaving: false })).to.equal(false)
  })

  it('is the first of several that fits', () => {
    const rules = [
      { ...rule, url: '/sillas' },
      { ...rule, text: 'second' },
      { ...rule, text: 'third' },
    ]
    expect(ruleFor(rules, now)?.text).to.equal('second')
  })

  it('takes no longer for a pattern made to take long', () => {
    const url = new URL(`https://shop.example/${'a'.repeat(2_000)}`)
    expect(ruleFor([{ ...rule, url: `/${'a*'.repeat(140)}b` }], { ...now, url })).to.equal(undefined)
  })
})
