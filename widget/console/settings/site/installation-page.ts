import { html } from 'lit'
import { card, selectField, textField } from '../fields.ts'
import { languageName, LANGUAGES } from '../languages.ts'
import type { SiteForm, SitePage } from '../site-form.ts'
import '../copy-block.ts'
import { snippetOf } from './snippet.ts'
import './site-check.ts'

export const installationPage: SitePage = {
  intro: 'installationIntro',
  keys: ['name', 'siteKey', 'origins', 'locale'],
  render: (form) => html`${snippet(form)} ${check(form)} ${origins(form)} ${names(form)}`,
}

/** The site's own line, as its pages need it. */
function snippet({ site, words, apiUrl }: SiteForm) {
  return card(
    words.snippet,
    html`<chat-copy-block .text=${snippetOf(site, apiUrl)} .words=${words}></chat-copy-block>
      <p class="hint">${words.pinned}</p>
      <details>
        <summary>${words.csp}</summary>
        <chat-copy-block .text=${policyFor(apiUrl)} .words=${words}></chat-copy-block>
      </details>`,
    { hint: words.snippetHint },
  )
}

function policyFor(apiUrl: string): string {
  const socket = apiUrl.replace(/^http/, 'ws')
  return [
    `script-src ${apiUrl}`,
    `connect-src ${apiUrl} ${socket}`,
    `img-src ${apiUrl} blob: data:`,
    `media-src ${apiUrl}`,
  ].join('; ')
}

function check({ site, set, client, apiUrl, l10n, words }: SiteForm) {
  return html`<chat-site-check
    .siteId=${site.siteId}
    .client=${client}
    .apiUrl=${apiUrl}
    .l10n=${l10n}
    .words=${words}
    @chat-allow-origin=${({ origin }: HTMLElementEventMap['chat-allow-origin']) => {
      if (!site.origins.includes(origin)) set({ origins: [...site.origins, origin] })
    }}
  ></chat-site-check>`
}

function origins({ site, set, words, errorOf }: SiteForm) {
  return card(
    words.origins,
    textField({
      path: 'origins',
      label: words.origins,
      isLabelHidden: true,
      hint: words.originsHint,
      error: errorOf('origins'),
      rows: Math.max(3, site.origins.length + 1),
      isCode: true,
      value: site.origins.join('\n'),
      onInput: (value) => set({ origins: value.split('\n') }),
    }),
  )
}

function names({ site, set, words, errorOf, l10n }: SiteForm) {
  const languages = [...new Set([site.locale, ...LANGUAGES])]
  return card(
    words.groups.site,
    html`${textField({
      path: 'name',
      label: words.siteName,
      hint: words.siteNameHint,
      error: errorOf('name'),
      maxLength: 120,
      value: site.name,
      onInput: (name) => set({ name }),
    })}
    ${selectField({
      path: 'locale',
      label: words.siteLanguage,
      hint: words.siteLanguageHint,
      error: errorOf('locale'),
      value: site.locale,
      options: languages.map((value) => ({ value, label: languageName(l10n.locale, value) })),
      onChoose: (locale) => set({ locale }),
    })}
    ${textField({
      path: 'siteKey',
      label: words.siteKey,
      hint: words.siteKeyHint,
      error: errorOf('siteKey'),
      maxLength: 40,
      isCode: true,
      value: site.siteKey,
      onInput: (siteKey) => set({ siteKey }),
    })}`,
  )
}
