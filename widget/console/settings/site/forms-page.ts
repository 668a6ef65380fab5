import { html, nothing } from 'lit'
import type { Site } from '#shared/site.ts'
import { MAX_PRE_CHAT_FIELDS } from '#shared/limits.ts'
import { icon } from '../../../parts/icon/icon.ts'
import { PLUS } from '../../icon-paths.ts'
import { card, selectField, switchField, textField } from '../fields.ts'
import type { SiteForm, SitePage } from '../site-form.ts'

type PreChat = NonNullable<Site['preChat']>
type Question = PreChat['fields'][number]
const KEYS = ['name', 'email', 'phone', 'topic'] as const

export const formsPage: SitePage = {
  intro: 'formsIntro',
  keys: ['preChat'],
  render: (form) => html`${questions(form)} ${consent(form)}`,
}

/** Nothing to ask and nothing to agree to is no form at all. */
function put({ site, set }: SiteForm, change: Partial<PreChat>): void {
  const preChat = { fields: [], consent: null, ...site.preChat, ...change }
  set({ preChat: preChat.fields.length === 0 && preChat.consent === null ? null : preChat })
}

function questions(form: SiteForm) {
  const { site, words } = form
  const fields = site.preChat?.fields ?? []
  const free = KEYS.find((key) => fields.every((field) => field.key !== key))
  const add =
    free === undefined || fields.length >= MAX_PRE_CHAT_FIELDS
      ? html``
      : html`<button
          class="button"
          type="button"
          @click=${() => put(form, { fields: [...fields, questionOf(free)] })}
        >
          ${icon(PLUS)}${words.addField}
        </button>`
  return card(
    words.fields,
    fields.map((field, index) => question(form, field, index)),
    { aside: add },
  )
}

function questionOf(key: Question['key']): Question {
  return key === 'topic' ? { key, isRequired: false, options: [] } : { key, isRequired: false }
}

function question(form: SiteForm, field: Question, index: number) {
  const { site, words, errorOf } = form
  const fields = site.preChat?.fields ?? []
  const path = `preChat.fields.${index}`
  const change = (changed: Question) =>
    put(form, { fields: fields.map((other, at) => (at === index ? changed : other)) })
  const free = KEYS.filter((key) => key === field.key || fields.every((other) => other.key !== key))
  return html`<div class="item">
    <div class="row">
      ${selectField({
        path: `${path}.key`,
        label: words.fields,
        error: errorOf(`${path}.key`),
        value: field.key,
        options: free.map((value) => ({ value, label: words.fieldNames[value] })),
        onChoose: (key) => change({ ...questionOf(key), isRequired: field.isRequired }),
      })}
      ${label(form, field, { path, change })}
    </div>
    ${
      field.options === undefined
        ? nothing
        : textField({
            path: `${path}.options`,
            label: words.topics,
            hint: words.topicsHint,
            error: errorOf(`${path}.options`),
            rows: 3,
            value: field.options.join('\n'),
            onInput: (value) => change({ ...field, options: value === '' ? [] : value.split('\n') }),
          })
    }
    <div class="row end">
      ${switchField({
        path: `${path}.isRequired`,
        label: words.required,
        isOn: field.isRequired,
        onTurn: (isRequired) => change({ ...field, isRequired }),
      })}
      <button
        class="button"
        type="button"
        aria-label="${words.remove}: ${words.fieldNames[field.key]}"
        @click=${() => put(form, { fields: fields.filter((_, at) => at !== index) })}
      >
        ${words.remove}
      </button>
    </div>
  </div>`
}

/** In the site's own language; other languages' words are kept as they are. */
function label(
  { site, words, errorOf }: SiteForm,
  field: Question,
  { path, change }: { path: string; change: (field: Question) => void },
) {
  const { label: labels = {} } = field
  return textField({
    path: `${path}.label`,
    label: words.fieldLabel,
    hint: words.fieldLabelHint,
    error: errorOf(`${path}.label`),
    maxLength: 80,
    value: labels[site.locale] ?? '',
    onInput(value) {
      const { [site.locale]: _, ...others } = labels
      const all = value === '' ? others : { ...others, [site.locale]: value }
      const { label: __, ...rest } = field
      change(Object.keys(all).length === 0 ? rest : { ...rest, label: all })
    },
  })
}

function consent(form: SiteForm) {
  const { site, words, errorOf } = form
  const held = site.preChat?.consent ?? null
  const turn = switchField({
    path: 'consent',
    label: words.askConsent,
    isOn: held !== null,
    onTurn: (isOn) =>
      put(form, {
        consent: isOn
          ? { version: new Date().toISOString().slice(0, 10), text: { [site.locale]: '' } }
          : null,
      }),
  })
  if (held === null) return card(words.consent, turn, { hint: words.consentHint })
  const change = (part: Partial<typeof held>) => put(form, { consent: { ...held, ...part } })
  return card(
    words.consent,
    html`${turn}
    ${textField({
      path: `preChat.consent.text.${site.locale}`,
      label: words.consentText,
      error: errorOf('preChat.consent.text'),
      rows: 2,
      maxLength: 500,
      value: held.text[site.locale] ?? '',
      onInput: (value) => change({ text: { ...held.text, [site.locale]: value } }),
    })}
    ${textField({
      path: 'preChat.consent.version',
      label: words.consentVersion,
      hint: words.consentVersionHint,
      error: errorOf('preChat.consent.version'),
      maxLength: 40,
      value: held.version,
      onInput: (version) => change({ version }),
    })}
    ${textField({
      path: 'preChat.consent.privacyUrl',
      label: words.privacyUrl,
      type: 'url',
      error: errorOf('preChat.consent.privacyUrl'),
      value: held.privacyUrl ?? '',
      onInput(value) {
        const { privacyUrl: _, ...rest } = held
        put(form, { consent: value === '' ? rest : { ...rest, privacyUrl: value } })
      },
    })}`,
    { hint: words.consentHint },
  )
}
