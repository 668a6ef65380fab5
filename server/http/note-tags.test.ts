import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import type { Env } from './env.ts'
import { noteTags } from './note-tags.ts'

async function noted(path: string, referer?: string): Promise<string[]> {
  const origins: string[] = []
  const app = new Hono<Env>()
  noteTags(app, { tag: (origin) => void origins.push(origin) })
  app.get('*', (context) => context.text('code'))
  const response = await app.request(path, referer === undefined ? {} : { headers: { referer } })
  expect(await response.text()).toBe('code')
  return origins
}

describe('a page that fetches the script tag', () => {
  it.each(['/widget.js', '/widget@1.js', '/widget@1.4.2.js'])('is noted for %s', async (path) => {
    expect(await noted(path, 'https://shop.example/chairs?id=1')).toEqual(['https://shop.example'])
  })

  it('is not noted for another file, without an address, or with nonsense for one', async () => {
    expect(await noted('/widget/1.0.0/panel.js', 'https://shop.example/')).toEqual([])
    expect(await noted('/widget.js')).toEqual([])
    expect(await noted('/widget.js', 'nonsense')).toEqual([])
    expect(await noted('/widget.js', 'data:text/html,x')).toEqual([])
  })
})
