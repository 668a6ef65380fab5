import type { Hono } from 'hono'
import type { Sightings } from '../domain/sightings.ts'
import type { Env } from './env.ts'

/** The script tag, whichever version it pins. */
const TAG = /^\/widget(?:@[\w.-]+)?\.js$/

/** Notes which pages fetch the script tag, by what their browsers say of themselves. */
export function noteTags(app: Hono<Env>, sightings: Pick<Sightings, 'tag'>): void {
  app.on('GET', '*', async (context, next) => {
    const { pathname } = new URL(context.req.url)
    const origin = TAG.test(pathname) ? originOfReferer(context.req.header('referer')) : null
    if (origin !== null) sightings.tag(origin)
    return next()
  })
}

function originOfReferer(referer: string | undefined): string | null {
  if (referer === undefined || !URL.canParse(referer)) return null
  const { origin } = new URL(referer)
  return origin === 'null' ? null : origin
}
