import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { states } from './states.ts'
import { useVisit } from './visit.ts'

const visit = useVisit()

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

/** Each language with a colour scheme of its own: neither changes what the other does. */
const LOOKS = [
  { language: 'es', theme: 'light' },
  { language: 'ar-EG', theme: 'dark' },
] as const

async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include('chat-widget').withTags(WCAG).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

describe.each(LOOKS)('in $language, $theme', (how) => {
  it.each(Object.entries(states))('%s has no barrier that axe can find', async (_name, arrive) => {
    // In the middle of a motion a colour is neither of its two.
    const page = await arrive(visit, { ...how, reducedMotion: 'reduce' })
    expect(await barriers(page)).toEqual([])
  })
})
