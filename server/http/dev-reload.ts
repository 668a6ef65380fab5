import { watch } from 'node:fs'
import type { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Env } from './env.ts'

/** Tells open pages of a developer's server that the files were built again. Pages load `/dev-reload.js`, which listens here. */
export function mountDevReload(app: Hono<Env>, folder: string): void {
  app.get('/dev-reload', (context) =>
    streamSSE(context, async (stream) => {
      const watcher = watch(folder, { recursive: true })
      stream.onAbort(() => watcher.close())
      await new Promise<void>((resolve) => {
        watcher.once('change', () => resolve())
        watcher.once('close', () => resolve())
      })
      await stream.writeSSE({ event: 'built', data: '' })
      watcher.close()
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
