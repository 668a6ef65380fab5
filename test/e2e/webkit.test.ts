import { describe, expect, it } from 'vitest'
import { hasWebKit } from './webkit-driver.ts'
import { COMPOSER, FIELD, PANEL, useWebKit, WIDGET } from './webkit-stage.ts'

const THREAD = `${PANEL}.querySelector('chat-message-list')?.shadowRoot.querySelector('.log').textContent`

describe.skipIf(!hasWebKit)('in WebKit', () => {
  const stage = useWebKit()

  it('a visitor opens the chat, writes, is answered, picks an emoji and closes it again', async () => {
    const { desk, webkit, eventually } = stage
    await stage.come()
    await stage.open()
    await webkit.type(FIELD, 'hola desde WebKit\uE007')
    await eventually(THREAD).toContain('hola desde WebKit')
    await eventually(THREAD).toContain('Enviado')
    expect(await webkit.run(`return ${FIELD}.value`)).toBe('')

    await desk.say('buenas tardes')
    await eventually(THREAD).toContain('buenas tardes')

    await webkit.press(`${COMPOSER}.querySelector('.emoji')`)
    const picker = `${COMPOSER}.querySelector('chat-emoji-picker')`
    await eventually(`${picker}?.shadowRoot?.querySelectorAll('[role=option]').length > 100`).toBe(true)
    await webkit.press(`${picker}.shadowRoot.querySelector('[role=option]')`)
    await eventually(`${FIELD}.value`).toBe('😀')

    await webkit.type(FIELD, '\uE00C')
    await eventually(`${WIDGET}.open`).toBe(false)
  })
})
