import { html, nothing } from 'lit'
import { state } from 'lit/decorators.js'
import type { Webhook, WebhookDelivery } from '#shared/webhook.ts'
import { loadWebhookWords } from '../../../i18n/load-webhooks.ts'
import { formatTime } from '../../../i18n/format.ts'
import { fill, plural } from '../../../i18n/plural.ts'
import { webhooksEn, type WebhookStrings } from '../../../i18n/webhooks.en.ts'
import { element } from '../../../parts/element.ts'
import { icon } from '../../../parts/icon/icon.ts'
import { PLUS } from '../../icon-paths.ts'
import '../copy-block.ts'
import { card, segments } from '../fields.ts'
import { formatPastDay } from '../format-past.ts'
import { SettingsPageElement } from '../settings-page.ts'
import { durationOf, problemOf } from './delivery-words.ts'
import { VERIFYING, verifyingExamples, type VerifyingLanguage } from './examples.ts'
import './webhook-deliveries.ts'
import { draftOf, newDraft, webhookForm, type WebhookDraft } from './webhook-form.ts'
import { webhookStyles } from './webhooks.styles.ts'

const NEW = 'webhook new'

/** Which other systems are told what happens, and how that goes. */
@element('chat-webhooks-page')
export class ChatWebhooksPage extends SettingsPageElement {
  static override styles = [...SettingsPageElement.styles, webhookStyles]

  @state() private webhooks: readonly Webhook[] = []
  @state() private own: WebhookStrings = webhooksEn
  /** Of the webhook that just got one; nobody can show it again. */
  @state() private secret: { readonly webhookId: string; readonly text: string } | null = null
  /** Whose deliveries are open. */
  @state() private opened: string | null = null
  @state() private tested: { readonly webhookId: string; readonly delivery: WebhookDelivery | null } | null =
    null
  @state() private example: VerifyingLanguage = 'Node'

  protected get heading(): string {
    return this.words.pages.webhooks
  }

  protected get intro(): string {
    return this.load.state === 'ready' ? this.own.intro : ''
  }

  protected async read(): Promise<void> {
    const [words, { webhooks }] = await Promise.all([
      loadWebhookWords(this.l10n.locale),
      this.client.call('GET /v2/webhooks'),
    ])
    this.own = words
    this.webhooks = webhooks
  }

  protected renderList() {
    const { own, drafts, webhooks, example } = this
    const add = html`<button class="button" type="button" @click=${() => drafts.open(NEW, newDraft())}>
      ${icon(PLUS)}${own.add}
    </button>`
    const isNew = drafts.value(NEW) !== undefined
    return html`${card(
      own.list,
      html`<div role="status">${this.#renderSecret(NEW)}</div>
        ${isNew ? this.#renderForm(NEW, this.#create) : nothing}
        ${webhooks.length === 0 && !isNew ? html`<p class="quiet">${own.empty}</p>` : nothing}
        <ul class="items">
          ${webhooks.map((webhook) => html`<li>${this.#renderWebhook(webhook)}</li>`)}
        </ul>`,
      isNew ? {} : { aside: add },
    )}
    ${card(
      own.verify,
      html`${segments({
          path: 'example',
          label: own.verify,
          isLabelHidden: true,
          value: example,
          options: VERIFYING.map((value) => ({ value, label: value })),
          onChoose: (chosen) => (this.example = chosen),
        })} <chat-copy-block .text=${verifyingExamples[example]} .words=${this.words}></chat-copy-block>`,
      { hint: own.verifyHint },
    )}`
  }

  readonly #create = async (): Promise<void> => {
    const { webhookId, secret } = await this.client.call('POST /v2/webhooks', { body: this.#draft(NEW) })
    this.secret = { webhookId, text: secret }
  }

  #draft(key: string) {
    const draft = (this.drafts.value(key) as WebhookDraft | undefined) ?? newDraft()
    return { ...draft, url: draft.url.trim(), events: [...draft.events] }
  }

  #renderSecret(key: string) {
    const { secret, own, words } = this
    const isHere = secret !== null && (key === NEW || secret.webhookId === key)
    if (!isHere) return nothing
    return html`<div class="refusal warm"><p>${own.secretMade}</p></div>
      <chat-copy-block .text=${`WEBHOOK_SECRET=${secret.text}`} .words=${words}></chat-copy-block>`
  }

  #renderForm(key: string, saving: () => Promise<unknown>, more: unknown = nothing) {
    const { drafts, own } = this
    return html`<div class="thing form">
      ${webhookForm({
        id: key.replaceAll(' ', '-'),
        draft: this.#draft(key),
        words: own,
        sites: this.siteOptions(),
        wrong: {
          url: this.errorOf(key, 'url') !== undefined,
          events: this.errorOf(key, 'events') !== undefined,
        },
        onChange: (change) => drafts.set(key, change),
      })}
      ${more} ${this.renderFormButtons(key, saving)}
    </div>`
  }

  #renderWebhook(webhook: Webhook) {
    const { own, words, drafts, client, opened } = this
    const { webhookId, url } = webhook
    const key = `webhook ${webhookId}`
    const params = { webhookId }
    if (drafts.value(key) !== undefined) {
      const save = () => client.call('PATCH /v2/webhooks/:webhookId', { params, body: this.#draft(key) })
      return this.#renderForm(key, save, this.#renderNewSecret(webhook))
    }
    const isOpen = opened === webhookId
    return html`<div class="thing">
      ${this.#renderWhat(webhook)}
      <span class="tools">
        ${tool(words.edit, url, () => drafts.open(key, draftOf(webhook)))}
        ${tool(own.test, url, () => void this.#test(webhook))}
        <button
          class="button"
          type="button"
          aria-label="${own.deliveries}: ${url}"
          aria-expanded=${isOpen}
          @click=${() => (this.opened = isOpen ? null : webhookId)}
        >
          ${own.deliveries}
        </button>
        ${this.renderRemoval({
          id: webhookId,
          name: url,
          remove: () => client.call('DELETE /v2/webhooks/:webhookId', { params }),
        })}
      </span>
      <div class="wide" role="status">${this.#renderTested(webhook)}</div>
      ${
        isOpen
          ? html`<chat-webhook-deliveries
              class="wide"
              .client=${client}
              .webhook=${webhook}
              .l10n=${this.l10n}
              .words=${own}
            ></chat-webhook-deliveries>`
          : nothing
      }
    </div>`
  }

  #renderWhat({ url, siteId, events, isEnabled, stopped, failingSince }: Webhook) {
    const { own, l10n } = this
    const isFailing = isEnabled && failingSince !== undefined
    const how = () => {
      if (stopped !== undefined) return html`<span class="chip bad">${own.stopped}</span>`
      if (!isEnabled) return html`<span class="chip">${own.off}</span>`
      if (!isFailing) return html`<span class="chip good">${own.enabled}</span>`
      const when = `${formatPastDay(l10n, failingSince, new Date())}, ${formatTime(l10n, failingSince)}`
      return html`<span class="chip warm">${fill(own.failing, { when })}</span>`
    }
    return html`<span class="what"
        ><span class="url">${url}</span>${how()}${
          this.sites.length < 2 ? nothing : html`<span class="chip">${this.siteName(siteId)}</span>`
        }<span class="chip">${plural(l10n.locale, events.length, own.eventCount)}</span></span
      >
      ${
        stopped === undefined
          ? nothing
          : html`<p class="wide refusal">${stopped === 'gone' ? own.stoppedGone : own.stoppedFailing}</p>`
      }`
  }

  #renderNewSecret({ webhookId }: Webhook) {
    const { own, words } = this
    const doubt = `secret ${webhookId}`
    if (this.secret?.webhookId === webhookId) return this.#renderSecret(webhookId)
    if (this.doubted !== doubt) {
      return html`<div>
        <button class="button" type="button" @click=${() => (this.doubted = doubt)}>${own.newSecret}</button>
      </div>`
    }
    const renew = async () => {
      const { secret } = await this.client.call('POST /v2/webhooks/:webhookId/rotate-secret', {
        params: { webhookId },
      })
      this.secret = { webhookId, text: secret }
    }
    return html`<div class="refusal warm" role="group" aria-label=${own.newSecret}>
      <p>${own.newSecretSure}</p>
      <button class="button" type="button" @click=${() => void this.act(renew)}>${own.newSecret}</button>
      <button class="button" type="button" @click=${() => (this.doubted = '')}>${words.cancel}</button>
    </div>`
  }

  async #test({ webhookId }: Webhook): Promise<void> {
    this.tested = { webhookId, delivery: null }
    await this.act(async () => {
      const params = { webhookId }
      const delivery = await this.client.call('POST /v2/webhooks/:webhookId/test', { params })
      this.tested = { webhookId, delivery }
    })
    if (this.problem !== '') this.tested = null
    await this.renderRoot.querySelector('chat-webhook-deliveries')?.refresh()
  }

  #renderTested({ webhookId }: Webhook) {
    const { tested, own, l10n } = this
    if (tested?.webhookId !== webhookId) return nothing
    if (tested.delivery === null) return html`<p class="quiet">${own.testing}</p>`
    const { delivery } = tested
    if (delivery.state !== 'delivered') {
      return html`<p class="refusal">${fill(own.testFailed, { why: problemOf(delivery, own) })}</p>`
    }
    const duration = durationOf(delivery.durationMs ?? 0, { words: own, locale: l10n.locale })
    return html`<p class="quiet">${fill(own.testTaken, { status: String(delivery.status), duration })}</p>`
  }
}

function tool(label: string, of: string, onPress: () => void) {
  return html`<button class="button" type="button" aria-label="${label}: ${of}" @click=${onPress}>
    ${label}
  </button>`
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-webhooks-page': ChatWebhooksPage
  }
}
