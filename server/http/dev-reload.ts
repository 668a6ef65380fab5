import { unwatchFile, watchFile } from 'node:fs'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Env } from './env.ts'

/** Tells open pages of a developer's server that the files were built again. Pages load `/dev-reload.js`, which listens here. */
export function mountDevReload(app: Hono<Env>, folder: string): void {
  // Polled: a build removes the whole folder first, and with it whatever watched the folder itself.
  const product = join(folder, 'build.json')
  app.get('/dev-reload', (context) =>
    streamSSE(context, async (stream) => {
      await new Promise<void>((resolve) => {
        const onChange = ({ mtimeMs }: { mtimeMs: number }) => {
          // Zero while it is away.
          if (mtimeMs > 0) resolve()
        }
        watchFile(product, { interval: 200 }, onChange)
        stream.onAbort(() => resolve())
        context.req.raw.signal.addEventListener('abort', () => unwatchFile(product, onChange))
      })
      await stream.writeSSE({ event: 'built', data: '' })
    }),
  )
  app.get('/dev-reload.js', (context) => {
    context.header('content-type', 'text/javascript; charset=utf-8')
    return context.body(script)
  })
}

// A restart of the server ends the stream too, and the browser connects again by itself: both mean that something is new.
const script = `
const source = new EventSource('/dev-reload')
let wasLost = false
source.addEventListener('built', () => setTimeout(() => location.reload(), 300))
source.addEventListener('error', () => { wasLost = true })
source.addEventListener('open', () => { if (wasLost) location.reload() })
`
