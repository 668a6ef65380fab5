import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startServer, type TestServer } from '../server.ts'
import { composer, launchBrowser, openConsole, thread, write } from './pages.ts'

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
  expect(complaints).toEqual([])
  await context.close()
  host?.close()
})

/** A page that carries another vendor's snippet, with nothing in it changed but the address of the script. */
async function visit(vendor: string, snippet: string): Promise<Page> {
  const src = `${server.url}/compat/${vendor}.js`
  host = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(
      `<!doctype html><html lang="es"><title>Una tienda</title><h1>Una tienda</h1>${snippet.replace('SRC', src)}`,
    )
  }).listen(0, '127.0.0.1')
  await once(host, 'listening')
  const page = await context.newPage()
  await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}`)
  return page
}

/** What the vendor's page calls, in its own words. */
function call<Result>(page: Page, code: string): Promise<Result> {
  return page.evaluate<Result>(code)
}

async function seesVisitor(name: string): Promise<void> {
  const commercial = await openConsole(await browser.newContext({ locale: 'es-ES' }), server.url, {
    email: 'admin@olmo.example',
    password: 'admin password',
  })
  await commercial.getByRole('tab', { name: /sin asignar/i }).click()
  await commercial.getByText(name).first().waitFor()
  await commercial.context().close()
}

describe('a page made for another vendor', () => {
  it('Chatwoot: runs, opens, identifies and hears', async () => {
    const page = await visit(
      'chatwoot',
      `<script>
        window.heard = []
        for (const name of ['ready', 'opened', 'closed']) addEventListener('chatwoot:' + name, () => heard.push(name));
        (function(d,t) {
          var g=d.createElement(t),s=d.getElementsByTagName(t)[0];
          g.src="SRC"; g.defer=true; g.async=true; s.parentNode.insertBefore(g,s);
          g.onload=function(){ window.chatwootSDK.run({ websiteToken: 'abc', baseUrl: 'https://elsewhere.example' }) }
        })(document,"script");
      </script>`,
    )
    await page.getByRole('button', { name: /abrir el chat/i }).waitFor()
    await call(
      page,
      `$chatwoot.setUser('17', { name: 'Wanda Woot', email: 'wanda@woot.example' }); $chatwoot.toggle('open')`,
    )
    await write(page, 'vengo de otro')
    await thread(page).getByText('Enviado').waitFor()
    await seesVisitor('Wanda Woot')
    await call(page, `$chatwoot.toggle('close')`)
    await composer(page).waitFor({ state: 'hidden' })
    expect(await call(page, 'heard')).toEqual(['ready', 'opened', 'closed'])
  })

  it('Intercom: boots with its settings, and counts what is unread', async () => {
    const page = await visit(
      'intercom',
      `<script>
        window.intercomSettings = { app_id: 'abc', name: 'Ines Com', email: 'ines@com.example', plan: 'pro' };
        (function(){var w=window;var ic=w.Intercom;if(typeof ic==="function"){ic('reattach_activator');ic('update',w.intercomSettings);}else{var d=document;var i=function(){i.c(arguments);};i.q=[];i.c=function(args){i.q.push(args);};w.Intercom=i;var s=d.createElement('script');s.async=true;s.src='SRC';d.head.appendChild(s);}})();
        Intercom('onShow', () => window.shown = true)
        Intercom('showNewMessage', 'Hola, quería')
      </script>`,
    )
    await composer(page).waitFor()
    await expect.poll(() => composer(page).inputValue()).toBe('Hola, quería')
    await composer(page).press('Enter')
    await thread(page).getByText('Enviado').waitFor()
    await seesVisitor('Ines Com')
    expect(await call(page, 'shown')).toBe(true)
    await call(page, `Intercom('hide')`)
    await composer(page).waitFor({ state: 'hidden' })
  })

  it('Crisp: takes what was pushed before and after', async () => {
    const page = await visit(
      'crisp',
      `<script>
        window.$crisp=[["set", "user:nickname", ["Cris Pino"]], ["on", "chat:opened", () => window.opened = true]];
        window.CRISP_WEBSITE_ID="abc";
        (function(){d=document;s=d.createElement("script");s.src="SRC";s.async=1;d.getElementsByTagName("head")[0].appendChild(s);})();
      </script>`,
    )
    await page.getByRole('button', { name: /abrir el chat/i }).waitFor()
    await call(page, `$crisp.push(["do", "chat:open"])`)
    await write(page, 'crujiente')
    await thread(page).getByText('Enviado').waitFor()
    await seesVisitor('Cris Pino')
    expect(await call(page, '[opened, $crisp.is("chat:opened")]')).toEqual([true, true])
  })

  it('tawk.to: answers its methods and calls its callbacks', async () => {
    const page = await visit(
      'tawk',
      `<script>
        var Tawk_API=Tawk_API||{}, Tawk_LoadStart=new Date();
        Tawk_API.visitor = { name: 'Tania Wok', email: 'tania@wok.example' };
        Tawk_API.onChatMaximized = () => window.maximized = true;
        (function(){var s1=document.createElement("script"),s0=document.getElementsByTagName("script")[0];s1.async=true;s1.src='SRC';s1.charset='UTF-8';s1.setAttribute('crossorigin','*');s0.parentNode.insertBefore(s1,s0);})();
      </script>`,
    )
    await page.getByRole('button', { name: /abrir el chat/i }).waitFor()
    await call(page, 'Tawk_API.maximize()')
    await write(page, 'a fuego vivo')
    await thread(page).getByText('Enviado').waitFor()
    await seesVisitor('Tania Wok')
    expect(await call(page, '[maximized, Tawk_API.isChatMaximized()]')).toEqual([true, true])
  })
})
