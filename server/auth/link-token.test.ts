import { expect, it } from 'vitest'
import { createLinkToken } from './link-token.ts'

it('is five groups of four letters that nobody mistakes for another, in all 116 random bits', () => {
  const tokens = new Set(Array.from({ length: 200 }, createLinkToken))
  expect(tokens.size).toBe(200)
  for (const token of tokens) expect(token).toMatch(/^[2-9A-HJ-NP-Za-km-z]{4}(-[2-9A-HJ-NP-Za-km-z]{4}){4}$/)
})
