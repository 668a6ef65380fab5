import { expect } from '@open-wc/testing'
import { layoutOf } from './layout.ts'

describe('what fits', () => {
  for (const [width, layout] of [
    [320, 'phone'],
    [759, 'phone'],
    [760, 'drawer'],
    [1179, 'drawer'],
    [1180, 'wide'],
  ] as const) {
    it(`is ${layout} at ${width} px`, () => {
      expect(layoutOf(width)).to.equal(layout)
    })
  }
})
