import type { CDPSession, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { composer, openConsole } from './pages.ts'
import { field, openAt, say } from './states.ts'
import { launcher, useVisit } from './visit.ts'

const visit = useVisit()

/** An input method as the browser hears of it: a word that is not decided yet, and the key that decides it. */
async function inputMethod(page: Page) {
  const cdp = await page.context().newCDPSession(page)
  return {
    compose: (text: string) =>
      cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length }),
    /** Enter while the word is open: Chrome's order, the key before the end. */
    async confirm(text: string) {
      await pressInProcess(cdp, 'Enter')
      await cdp.send('Input.insertText', { text })
    },
    /** Safari's order: the end before the key. */
    async confirmAsSafari(text: string) {
      await cdp.send('Input.insertText', { text })
      await pressInProcess(cdp, 'Enter')
    },
    pressInProcess: (key: string) => pressInProcess(cdp, key),
  }
}

async function pressInProcess(cdp: CDPSession, key: string): Promise<void> {
  await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, code: key, windowsVirtualKeyCode: 229 })
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code: key, windowsVirtualKeyCode: 229 })
}

const own = (page: Page) => page.locator('.group.out .bubble .text')

describe('words that an input method composes', () => {
  it.each(['confirm', 'confirmAsSafari'] as const)(
    'are sent by the visitor’s own Enter alone (%s)',
    async (confirm) => {
      const page = await visit.come({ language: 'ja' })
      await openAt(page, 'chat-composer textarea')
      await field(page).focus()
      const method = await inputMethod(page)
      await method.compose('むずかしい')
      await method[confirm]('難しい')
      await method.compose('です')
      await method[confirm]('です')
      expect(await field(page).inputValue()).toBe('難しいです')
      expect(await own(page).count()).toBe(0)
      await page.keyboard.press('Shift+Enter')
      await method.compose('ね')
      await method[confirm]('ね')
      await page.keyboard.press('Enter')
      await own(page).first().waitFor()
      expect(await own(page).allTextContents()).toEqual(['難しいです\nね'])
      expect(await field(page).inputValue()).toBe('')
    },
  )

  it('are not taken for the wish to close the chat when they are taken back', async () => {
    const page = await visit.come({ language: 'zh' })
    await openAt(page, 'chat-composer textarea')
    await field(page).focus()
    const method = await inputMethod(page)
    await method.compose('ni hao')
    await method.pressInProcess('Escape')
    expect(await launcher(page).getAttribute('aria-expanded')).toBe('true')
    await method.compose('')
    await page.keyboard.press('Escape')
    await expect.poll(() => launcher(page).getAttribute('aria-expanded')).toBe('false')
  })

  it.each(['confirm', 'confirmAsSafari'] as const)(
    'are sent by the team’s own Enter alone (%s)',
    async (confirm) => {
      const visitor = await visit.come()
      await openAt(visitor, 'chat-composer textarea')
      await say(visitor, 'hola')
      await visitor.locator('.group.out time').waitFor()
      const team = await openConsole(visitor.context(), visit.server.url)
      await team.getByRole('tab', { name: /sin asignar/i }).click()
      await team.getByRole('tabpanel').getByRole('listitem').first().getByRole('button').click()
      const answer = composer(team)
      await answer.waitFor()
      await answer.focus()
      const method = await inputMethod(team)
      await method.compose('にほんご')
      await method[confirm]('日本語')
      expect(await answer.inputValue()).toBe('日本語')
      expect(await own(team).count()).toBe(0)
      await team.keyboard.press('Enter')
      await visitor.locator('.group.in .bubble').waitFor()
      expect(await visitor.locator('.group.in .bubble .text').allTextContents()).toEqual(['日本語'])
    },
  )
})
