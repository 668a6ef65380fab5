import type { Page } from 'playwright-core'
import type { ChangeSettings } from '#shared/site-settings.ts'
import { launcher, type Coming, type Visit } from './visit.ts'

const NEVER = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }

/** Asked before a chat. */
export const QUESTIONS: NonNullable<ChangeSettings['preChat']> = {
  fields: [
    { key: 'name', isRequired: true },
    { key: 'email', isRequired: true },
    { key: 'topic', isRequired: false, options: ['Un presupuesto', 'Mi pedido'] },
  ],
  consent: {
    version: '1',
    text: { es: 'Acepto que guardéis esta conversación durante 90 días.' },
    privacyUrl: 'https://olmo.example/privacidad',
  },
}

/** Closed, with an opening to come: without one, nobody knows that it is closed. */
export function closedUntilNextYear() {
  const date = new Date(Date.now() + 300 * 86_400_000).toISOString().slice(0, 10)
  return {
    timeZone: 'Europe/Madrid',
    week: NEVER,
    holidays: [{ date, hours: [{ from: '09:00', to: '10:00' }] }],
  }
}

/** Opens the chat and waits for what is to be there. */
export async function openAt(page: Page, selector: string): Promise<void> {
  await launcher(page).click()
  await page.locator(selector).first().waitFor()
}

/** Where one writes, in whatever language. */
export function field(page: Page) {
  return page.locator('chat-composer textarea')
}

export async function say(page: Page, text: string): Promise<void> {
  await field(page).fill(text)
  await field(page).press('Enter')
}

async function talk(visit: Visit, coming?: Coming): Promise<Page> {
  const page = await visit.come(coming)
  await openAt(page, 'chat-composer textarea')
  await say(page, '¿Tenéis la mesa Albufera en roble? https://olmo.example/mesas')
  await page.locator('.group.out time').waitFor()
  await visit.desk.say('Sí, en *roble* y en nogal.')
  await page.locator('.group.in').waitFor()
  return page
}

async function openMenu(visit: Visit, coming?: Coming): Promise<Page> {
  const page = await talk(visit, coming)
  await page.locator('chat-panel .options').click()
  await page.locator('[role=menuitem]').first().waitFor()
  return page
}

/** What a visitor can have before them, each by the way that leads there. */
export const states = {
  async greeting(visit: Visit, coming?: Coming) {
    const page = await visit.come(coming)
    await openAt(page, '.greeting')
    return page
  },
  async 'questions with mistakes'(visit: Visit, coming?: Coming) {
    await visit.desk.decide({ preChat: QUESTIONS })
    const page = await visit.come(coming)
    await openAt(page, 'chat-start-form')
    await page.locator('chat-start-form .main').click()
    await page.locator('.error').first().waitFor()
    return page
  },
  async 'closed site'(visit: Visit, coming?: Coming) {
    await visit.desk.decide({ officeHours: closedUntilNextYear() })
    const page = await visit.come(coming)
    await openAt(page, 'chat-start-form textarea')
    return page
  },
  conversation: talk,
  async 'message that failed'(visit: Visit, coming?: Coming) {
    const page = await talk(visit, coming)
    await visit.desk.block()
    await say(page, 'Otra cosa')
    await page.locator('.meta.failed').waitFor()
    return page
  },
  async reconnecting(visit: Visit, coming?: Coming) {
    const page = await talk(visit, coming)
    visit.cutConnections()
    await page.locator('.banner').waitFor()
    return page
  },
  menu: openMenu,
  async 'question before deleting'(visit: Visit, coming?: Coming) {
    const page = await openMenu(visit, coming)
    await page.locator('[role=menuitem]').last().click()
    await page.locator('chat-visitor-menu dialog[open]').waitFor()
    return page
  },
  async 'end of the chat'(visit: Visit, coming?: Coming) {
    const page = await talk(visit, coming)
    await visit.desk.close()
    await page.locator('chat-ended .faces label').first().click()
    return page
  },
  async teaser(visit: Visit, coming?: Coming) {
    await visit.desk.decide({
      teasers: [
        {
          text: { es: '¿Te ayudo a elegir madera?' },
          delaySeconds: 0,
          scrollPercent: 0,
          exitIntent: false,
          once: true,
        },
      ],
    })
    const page = await visit.come({ ...coming, teaser: true })
    await page.locator('chat-teaser').waitFor()
    return page
  },
} satisfies Readonly<Record<string, (visit: Visit, coming?: Coming) => Promise<Page>>>
