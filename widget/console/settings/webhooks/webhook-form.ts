import { html, nothing, type TemplateResult } from 'lit'
import type { SiteId } from '#shared/ids.ts'
import type { Webhook } from '#shared/webhook.ts'
import type { WebhookEvent } from '#shared/webhook-events.ts'
import type { WebhookStrings } from '../../../i18n/webhooks.en.ts'
import { icon } from '../../../parts/icon/icon.ts'
import { ALERT } from '../../icon-paths.ts'
import { selectField, switchField, textField, type Option } from '../fields.ts'

/** What somebody is about to save. */
export interface WebhookDraft {
  readonly url: string
  readonly siteId: SiteId | null
  readonly events: readonly WebhookEvent[]
  readonly isEnabled: boolean
}

export interface WebhookForm {
  readonly id: string
  readonly draft: WebhookDraft
  readonly words: WebhookStrings
  /** Every site, and each; of one there is no choice. */
  readonly sites: readonly Option<string>[]
  readonly wrong: { readonly url: boolean; readonly events: boolean }
  readonly onChange: (change: Partial<WebhookDraft>) => void
}

/** Notes are the team's own: nobody else is told of them unless somebody says so. */
export function newDraft(): WebhookDraft {
  return {
    url: '',
    siteId: null,
    events: ['chat.created', 'chat.closed', 'message.created', 'visitor.erased'],
    isEnabled: true,
  }
}

export function draftOf({ url, siteId, events, isEnabled }: Webhook): WebhookDraft {
  return { url, siteId, events, isEnabled }
}

export function webhookForm({ id, draft, words, sites, wrong, onChange }: WebhookForm): TemplateResult {
  return html`${textField({
    path: `${id}-url`,
    label: words.url,
    hint: words.urlHint,
    type: 'url',
    isCode: true,
    maxLength: 2_000,
    placeholder: 'https://crm.example.com/chat',
    error: wrong.url ? words.oddUrl : undefined,
    value: draft.url,
    onInput: (url) => onChange({ url }),
  })}
  ${
    sites.length < 3
      ? nothing
      : selectField({
          path: `${id}-site`,
          label: words.site,
          value: draft.siteId ?? '',
          options: sites,
          onChoose: (siteId) => onChange({ siteId: siteId === '' ? null : (siteId as SiteId) }),
        })
  }
  ${choices({ id, draft, words, sites, wrong, onChange })}
  ${switchField({
    path: `${id}-enabled`,
    label: words.enabled,
    hint: words.enabledHint,
    isOn: draft.isEnabled,
    onTurn: (isEnabled) => onChange({ isEnabled }),
  })}`
}

function choices({ id, draft, words, wrong, onChange }: WebhookForm): TemplateResult {
  const all = Object.keys(words.event) as WebhookEvent[]
  const turn = (event: WebhookEvent, isOn: boolean) =>
    onChange({ events: all.filter((one) => (one === event ? isOn : draft.events.includes(one))) })
  return html`<div class="fld" role="group" aria-labelledby="${id}-events">
    <b id="${id}-events">${words.events}</b>
    ${
      wrong.events
        ? html`<p class="error" role="alert">${icon(ALERT)}<span>${words.noEvents}</span></p>`
        : nothing
    }
    <div class="events">
      ${Object.entries(words.subjects).map(
        ([subject, title]) =>
          html`<fieldset class="checks">
            <legend>${title}</legend>
            ${all
              .filter((event) => event.startsWith(`${subject}.`))
              .map(
                (event) =>
                  html`<label>
                    <input
                      type="checkbox"
                      name=${event}
                      .checked=${draft.events.includes(event)}
                      @change=${(changed: Event) => turn(event, (changed.target as HTMLInputElement).checked)}
                    />
                    ${words.event[event]}
                  </label>`,
              )}
          </fieldset>`,
      )}
    </div>
  </div>`
}
