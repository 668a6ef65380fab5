import { expect, it } from 'vitest'
import { badgeText } from './badge.ts'

it.each([
  ['es', 0, ''],
  ['es', 7, '7'],
  ['en', 99, '99'],
  ['en', 100, '99+'],
  ['ar-EG', 3, '٣'],
  ['ar-EG', 250, '٩٩+'],
  ['ar', 3, '3'],
] as const)('a badge says in %s of %i: «%s»', (locale, count, shown) => {
  expect(badgeText(locale, count)).toBe(shown)
})
