import { html } from 'lit'
import type { Site } from '#shared/site.ts'
import { fill } from '../../../i18n/plural.ts'
import { icon } from '../../../parts/icon/icon.ts'
import { PLUS } from '../../icon-paths.ts'
import { formatNumber } from '../../stats/figure-words.ts'
import { card, numberField, switchField, textField } from '../fields.ts'
import type { SiteForm, SitePage } from '../site-form.ts'

type Teaser = Site['teasers'][number]
const MAX_TEASERS = 10
const USUAL: Teaser = { delaySeconds: 20, scrollPercent: 0, exitIntent: false, once: true }

export const teasersPage: SitePage = {
  intro: 'teasersIntro',
  keys: ['teasers'],
  render(form) {
    const { site, set, words } = form
    return html`${
      site.teasers.length === 0
        ? html`<p class="quiet">${words.noTeasers}</p>`
        : site.teasers.map((teaser, index) => rule(form, teaser, index))
    }
    ${
      site.teasers.length >= MAX_TEASERS
        ? ''
        : html`<button
            class="button"
            type="button"
            @click=${() => set({ teasers: [...site.teasers, USUAL] })}
          >
            ${icon(PLUS)}${words.addTeaser}
          </button>`
    }`
  },
}

function rule(form: SiteForm, teaser: Teaser, index: number) {
  const { site, set, words } = form
  const title = fill(words.teaser, { number: formatNumber(form.l10n.locale, index + 1) })
  const change = (changed: Teaser) =>
    set({ teasers: site.teasers.map((other, at) => (at === index ? changed : other)) })
  const remove = html`<button
    class="button"
    type="button"
    aria-label="${words.remove}: ${title}"
    @click=${() => set({ teasers: site.teasers.filter((_, at) => at !== index) })}
  >
    ${words.remove}
  </button>`
  const path = `teasers.${index}`
  return card(title, html`${says(form, teaser, { path, change })} ${when(form, teaser, { path, change })}`, {
    aside: remove,
  })
}

interface Changing {
  readonly path: string
  readonly change: (teaser: Teaser) => void
}

function says({ site, words, errorOf }: SiteForm, teaser: Teaser, { path, change }: Changing) {
  const { text = {} } = teaser
  return html`${textField({
    path: `${path}.text`,
    label: words.teaserText,
    hint: words.teaserTextHint,
    error: errorOf(`${path}.text`),
    maxLength: 200,
    value: text[site.locale] ?? '',
    onInput(value) {
      const { [site.locale]: _, ...others } = text
      const all = value === '' ? others : { ...others, [site.locale]: value }
      const { text: __, ...rest } = teaser
      change(Object.keys(all).length === 0 ? rest : { ...rest, text: all })
    },
  })}
  ${textField({
    path: `${path}.url`,
    label: words.teaserUrl,
    hint: words.teaserUrlHint,
    error: errorOf(`${path}.url`),
    maxLength: 300,
    isCode: true,
    placeholder: '/mesas/*',
    value: teaser.url ?? '',
    onInput(value) {
      const { url: _, ...rest } = teaser
      change(value === '' ? rest : { ...rest, url: value })
    },
  })}`
}

function when({ words, errorOf }: SiteForm, teaser: Teaser, { path, change }: Changing) {
  return html`<div class="row">
      ${numberField({
        path: `${path}.delaySeconds`,
        label: words.teaserDelay,
        error: errorOf(`${path}.delaySeconds`),
        value: teaser.delaySeconds,
        min: 0,
        max: 3_600,
        onInput: (delaySeconds) => change({ ...teaser, delaySeconds: delaySeconds ?? 0 }),
      })}
      ${numberField({
        path: `${path}.scrollPercent`,
        label: words.teaserScroll,
        error: errorOf(`${path}.scrollPercent`),
        value: teaser.scrollPercent,
        unit: '%',
        min: 0,
        max: 100,
        onInput: (scrollPercent) => change({ ...teaser, scrollPercent: scrollPercent ?? 0 }),
      })}
    </div>
    ${switchField({
      path: `${path}.exitIntent`,
      label: words.exitIntent,
      isOn: teaser.exitIntent,
      onTurn: (exitIntent) => change({ ...teaser, exitIntent }),
    })}
    ${switchField({
      path: `${path}.once`,
      label: words.once,
      isOn: teaser.once,
      onTurn: (once) => change({ ...teaser, once }),
    })}`
}
