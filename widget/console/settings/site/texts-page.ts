import { html, nothing } from 'lit'
import type { Texts } from '#shared/site-settings.ts'
import { fill } from '../../../i18n/plural.ts'
import { icon } from '../../../parts/icon/icon.ts'
import { TRASH } from '../../icon-paths.ts'
import { card, selectField, textField } from '../fields.ts'
import { LANGUAGES, languageName } from '../languages.ts'
import type { SiteForm, SitePage } from '../site-form.ts'

const TEXTS = ['greeting', 'placeholder', 'teaser', 'offlineTitle', 'offlineBody'] as const
const LONG: ReadonlySet<string> = new Set(['greeting', 'offlineBody'])
const MAX_LENGTHS = { greeting: 500, placeholder: 120, teaser: 200, offlineTitle: 120, offlineBody: 1_000 }

export const textsPage: SitePage = {
  intro: 'textsIntro',
  keys: ['texts'],
  render(form) {
    const language = chosen(form)
    return html`${languageChoice(form, language)}
    ${card(
      languageName(form.l10n.locale, language),
      TEXTS.map((name) => text(form, language, name)),
    )}`
  },
}

/** Those in which something has been written, and the site's own. */
function written({ site }: SiteForm): readonly string[] {
  return [...new Set([site.locale, ...Object.keys(site.texts)])]
}

function chosen(form: SiteForm): string {
  return form.choice === '' ? (written(form)[0] ?? form.site.locale) : form.choice
}

function languageChoice(form: SiteForm, language: string) {
  const { words, l10n, choose, site, set } = form
  const present = [...new Set([...written(form), language])]
  const option = (value: string) => ({ value, label: languageName(l10n.locale, value) })
  const others = LANGUAGES.filter((one) => !present.includes(one))
  return html`<div class="row">
    ${selectField({
      path: 'language',
      label: words.textLanguage,
      value: language,
      options: present.map(option),
      onChoose: choose,
    })}
    ${selectField({
      path: 'add-language',
      label: words.addLanguage,
      value: '',
      options: [{ value: '', label: '…' }, ...others.map(option)],
      onChoose: choose,
    })}
    ${
      language === site.locale || site.texts[language] === undefined
        ? nothing
        : html`<button
            class="button"
            type="button"
            @click=${() => {
              const { [language]: _, ...texts } = site.texts
              set({ texts })
              choose('')
            }}
          >
            ${icon(TRASH)}${fill(words.removeLanguage, { language: languageName(l10n.locale, language) })}
          </button>`
    }
  </div>`
}

function text({ site, set, words, errorOf }: SiteForm, language: string, name: keyof Texts) {
  const texts = site.texts[language] ?? {}
  return textField({
    path: `texts.${language}.${name}`,
    label: words.texts[name],
    hint: words.textHints[name],
    error: errorOf(`texts.${language}.${name}`),
    value: texts[name] ?? '',
    maxLength: MAX_LENGTHS[name],
    ...(LONG.has(name) && { rows: 3 }),
    onInput(value) {
      const { [name]: _, ...others } = texts
      const said = value === '' ? others : { ...others, [name]: value }
      set({ texts: { ...site.texts, [language]: said } })
    },
  })
}
