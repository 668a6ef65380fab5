import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { compile } from 'svelte/compiler'
import { build } from 'vite'
import type { Alias } from 'vite'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startServer, type TestServer } from '../server.ts'
import { composer, launchBrowser, thread, write } from './pages.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const VUE = new URL('../../node_modules/vue/dist/vue.esm-browser.prod.js', import.meta.url)

let browser: Browser
let server: TestServer
let context: BrowserContext
let complaints: string[]
let host: Server | undefined

beforeAll(async () => {
  browser = await launchBrowser()
  server = await startServer()
})
afterAll(async () => {
  await browser.close()
  await server.close()
})
beforeEach(async () => {
  complaints = []
  context = await browser.newContext({ locale: 'es-ES', viewport: { width: 1000, height: 800 } })
  context.on('weberror', (error) => complaints.push(error.error().message))
})
afterEach(async () => {
  await context.close()
  host?.close()
  expect(complaints).toEqual([])
})

/** A page made of scripts, by their paths; `/app.js` is the first. */
async function visit(scripts: Readonly<Record<string, string>>): Promise<Page> {
  const files: Record<string, string> = {
    '/': '<!doctype html><html lang="es"><title>Una tienda</title><div id="app"></div><script type="module" src="/app.js"></script></html>',
    ...scripts,
    '/vue.js': await readFile(VUE, 'utf8'),
  }
  host = createServer((request, response) => {
    const path = request.url ?? '/'
    response.setHeader('content-type', path === '/' ? 'text/html; charset=utf-8' : 'text/javascript')
    response.end(files[path] ?? '')
  }).listen(0, '127.0.0.1')
  await once(host, 'listening')
  const page = await context.newPage()
  await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`)
  return page
}

async function talk(page: Page): Promise<void> {
  await page.getByRole('button', { name: /abrir el chat/i }).click()
  await write(page, 'desde un marco')
  await thread(page).getByText('Enviado').waitFor()
  await page.getByText('dicho: desde un marco').waitFor()
}

/** A page's own bundle: with the package's wrapper, and the element from the server. */
async function bundle(source: string, aliases: readonly Alias[] = []): Promise<Record<string, string>> {
  const result = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    publicDir: false,
    resolve: { alias: [...aliases] },
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      {
        name: 'page',
        resolveId: (id) => (id === 'virtual:page' ? '\0page.js' : null),
        load: (id) => (id === '\0page.js' ? source : null),
      },
    ],
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      rolldownOptions: { input: { page: 'virtual:page' }, output: { entryFileNames: 'app.js' } },
    },
  })
  if (!('output' in result)) throw new Error('The build gave no single output.')
  const chunks = result.output.filter((file) => file.type === 'chunk')
  return Object.fromEntries(chunks.map(({ fileName, code }) => [`/${fileName}`, code]))
}

/** What the wrapper is for: before its version 19, React set attributes alone, and heard no events of an element's own. */
const REACT_18: readonly Alias[] = [
  { find: /^react$/, replacement: 'react-18' },
  { find: /^react-dom\/client$/, replacement: 'react-dom-18/client' },
]

describe.each([
  ['19', []],
  ['18', REACT_18],
])('a page of React %s', (version, aliases) => {
  it('shows the chat as a component, hears it, and takes it away again', async () => {
    const page = await visit(
      await bundle(
        `
        import React, { createElement as h, useRef, useState } from 'react'
        import { createRoot } from 'react-dom/client'
        import { ChatWidget } from 'sobremesa/react'
        function Page() {
          const [said, say] = useState('')
          const [isThere, setThere] = useState(true)
          const chat = useRef(null)
          return h('main', null,
            h('p', null, 'dicho: ' + said),
            h('p', null, 'React ' + React.version),
            h('button', { onClick: () => setThere(false) }, 'Quitar'),
            h('button', { onClick: () => chat.current.openWith({ text: 'Hola, ' }) }, 'Preguntar'),
            isThere && h(ChatWidget, { ref: chat, apiUrl: ${JSON.stringify(server.url)},
              onChatMessage: ({ detail }) => say(detail.message.content) }))
        }
        createRoot(document.querySelector('#app')).render(h(React.StrictMode, null, h(Page)))
      `,
        aliases,
      ),
    )
    await page.getByText(`React ${version}.`).waitFor()
    await talk(page)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Preguntar' }).click()
    await expect.poll(() => composer(page).inputValue()).toBe('Hola, ')
    await page.getByRole('button', { name: 'Quitar' }).click()
    await expect.poll(() => page.locator('chat-widget').count()).toBe(0)
  })
})

describe('a page of Vue', () => {
  it('has the element in its template, with attributes, events and conditions', async () => {
    const page = await visit({
      '/app.js': `
      import { createApp, h, ref } from '/vue.js'
      import '${server.url}/widget/chat-widget.js'
      createApp({
        setup() {
          const said = ref('')
          const isThere = ref(true)
          return () => h('main', [
            h('p', 'dicho: ' + said.value),
            h('button', { onClick: () => (isThere.value = false) }, 'Quitar'),
            isThere.value && h('chat-widget', { 'api-url': '${server.url}', onChatMessage: ({ detail }) => (said.value = detail.message.content) }),
          ])
        },
      }).mount('#app')
    `,
    })
    await talk(page)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Quitar' }).click()
    await expect.poll(() => page.locator('chat-widget').count()).toBe(0)
  })
})

describe('a page of Svelte', () => {
  it('has the element in its markup, with properties, events and conditions', async () => {
    const component = compile(
      `<script>
        import '${server.url}/widget/chat-widget.js'
        let said = $state('')
        let isThere = $state(true)
        let chat = $state()
        const strings = { greeting: 'Buenas tardes' }
      </script>
      <main>
        <p>dicho: {said}</p>
        <button onclick={() => (isThere = false)}>Quitar</button>
        <button onclick={() => chat.openWith({ text: 'Hola, ' })}>Preguntar</button>
        {#if isThere}
          <chat-widget bind:this={chat} api-url="${server.url}" {strings}
            onchat-message={({ detail }) => (said = detail.message.content)}></chat-widget>
        {/if}
      </main>`,
      { filename: 'Page.svelte' },
    )
    const source = `${component.js.code}
      import { mount } from 'svelte'
      mount(Page, { target: document.querySelector('#app') })`
    const page = await visit(await bundle(source))
    await page.getByRole('button', { name: /abrir el chat/i }).click()
    await page.getByText('Buenas tardes').waitFor()
    await page.keyboard.press('Escape')
    await talk(page)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Preguntar' }).click()
    await expect.poll(() => composer(page).inputValue()).toBe('Hola, ')
    await page.getByRole('button', { name: 'Quitar' }).click()
    await expect.poll(() => page.locator('chat-widget').count()).toBe(0)
  })
})
