import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { createServer } from 'node:net'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

const DRIVER = '/usr/bin/WebKitWebDriver'
/** Of Debian's `webkit2gtk-driver`; with `xvfb` it needs no screen. */
export const hasWebKit = existsSync(DRIVER) && existsSync('/usr/bin/Xvfb') && miniBrowser() !== undefined

/** WebKit by the W3C's protocol: as much of it as the chat's main flow needs. */
export interface WebKit {
  goTo(url: string): Promise<void>
  /** The body of a function in the page, with what it returns. */
  run<Answer>(body: string): Promise<Answer>
  /** A real press on, or real keys into, what an expression of the page finds; inside of shadows too. */
  press(expression: string): Promise<void>
  type(expression: string, text: string): Promise<void>
  close(): Promise<void>
}

export async function startWebKit({ width, height } = { width: 1000, height: 800 }): Promise<WebKit> {
  const display = `:${await freePort()}`
  const screen = spawn('/usr/bin/Xvfb', [display, '-screen', '0', '1000x800x24', '-nolisten', 'tcp'])
  const port = await freePort()
  const driver = spawn(DRIVER, [`--port=${port}`], { env: { ...process.env, DISPLAY: display } })
  const ask = asker(`http://127.0.0.1:${port}`)
  const { sessionId } = await untilAnswered<{ sessionId: string }>(() =>
    ask('POST', '/session', {
      capabilities: {
        alwaysMatch: { 'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] } },
      },
    }),
  )
  const within = `/session/${sessionId}`
  await ask('POST', `${within}/window/rect`, { width, height })
  const run = <Answer>(script: string) => ask<Answer>('POST', `${within}/execute/sync`, { script, args: [] })
  const find = async (expression: string) => {
    const found = await run<Record<string, string>>(`return ${expression}`)
    return `${within}/element/${Object.values(found)[0]}`
  }
  return {
    run,
    goTo: (url) => ask('POST', `${within}/url`, { url }),
    press: async (expression) => ask('POST', `${await find(expression)}/click`, {}),
    type: async (expression, text) => ask('POST', `${await find(expression)}/value`, { text }),
    async close() {
      await ask('DELETE', within).catch(() => undefined)
      for (const process of [driver, screen]) await end(process)
    },
  }
}

function miniBrowser(): string | undefined {
  return globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser')[0]
}

type Ask = <Answer>(method: string, path: string, body?: object) => Promise<Answer>

function asker(origin: string): Ask {
  return async <Answer>(method: string, path: string, body?: object) => {
    const response = await fetch(origin + path, { method, ...(body && { body: JSON.stringify(body) }) })
    const { value } = (await response.json()) as { value: Answer & { message?: string } }
    if (!response.ok) throw new Error(`WebKit: ${value.message}`)
    return value
  }
}

/** The driver takes a moment to listen. */
async function untilAnswered<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  const deadline = Date.now() + 20_000
  for (;;) {
    try {
      return await ask()
    } catch (cause) {
      if (Date.now() > deadline) throw cause
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function end(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null) return
  process.kill()
  await once(process, 'exit')
}
