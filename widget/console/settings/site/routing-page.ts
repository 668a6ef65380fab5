import { html } from 'lit'
import type { Site } from '#shared/site.ts'
import { card, numberField, selectField } from '../fields.ts'
import type { SiteForm, SitePage } from '../site-form.ts'

const MODES = ['manual', 'roundRobin', 'leastBusy'] as const

export const routingPage: SitePage = {
  intro: 'routingIntro',
  keys: ['routing', 'autoReturnMinutes'],
  render: (form) => html`${card(form.words.pages.routing, html`${mode(form)} ${limits(form)}`)}`,
}

function mode(form: SiteForm) {
  const { site, words } = form
  return selectField({
    path: 'routing.mode',
    label: words.mode,
    hint: words.modeHint,
    value: site.routing.mode,
    options: MODES.map((value) => ({ value, label: words.modes[value] })),
    onChoose: (chosen) => set(form, { mode: chosen }),
  })
}

function limits(form: SiteForm) {
  const { site, words, errorOf } = form
  return html`${numberField({
    path: 'routing.maxChats',
    label: words.maxChats,
    hint: words.maxChatsHint,
    error: errorOf('routing.maxChats'),
    value: site.routing.maxChats,
    min: 1,
    max: 100,
    onInput: (maxChats) => set(form, { maxChats }),
  })}
  ${numberField({
    path: 'autoReturnMinutes',
    label: words.autoReturn,
    hint: words.autoReturnHint,
    error: errorOf('autoReturnMinutes'),
    value: site.autoReturnMinutes,
    unit: words.minutes,
    min: 1,
    max: 1_440,
    onInput: (autoReturnMinutes) => form.set({ autoReturnMinutes }),
  })}
  ${numberField({
    path: 'routing.targetMinutes',
    label: words.targetMinutes,
    hint: words.targetHint,
    error: errorOf('routing.targetMinutes'),
    value: site.routing.targetMinutes,
    unit: words.minutes,
    min: 1,
    max: 1_440,
    // Emptied is refused by the server, at the field.
    onInput: (targetMinutes) => set(form, { targetMinutes: targetMinutes ?? 0 }),
  })}`
}

function set({ site, set: change }: SiteForm, routing: Partial<Site['routing']>): void {
  change({ routing: { ...site.routing, ...routing } })
}
