import { html, LitElement, nothing } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { Webhook, WebhookDelivery } from '#shared/webhook.ts'
import { toFailure } from '../../../core/api-error.ts'
import type { ChatClient } from '../../../core/chat-client.ts'
import type { Load } from '../../../core/state.ts'
import { formatComing, formatDay, formatTime } from '../../../i18n/format.ts'
import { fill } from '../../../i18n/plural.ts'
import { webhooksEn, type WebhookStrings } from '../../../i18n/webhooks.en.ts'
import { element } from '../../../parts/element.ts'
import { reset } from '../../../styles/reset.styles.ts'
import { consoleFallback, type ConsoleLocalization } from '../../console-localization.ts'
import { failureNotice } from '../../notice/notice.ts'
import { noticeStyles } from '../../notice/notice.styles.ts'
import { controls } from '../../styles/controls.styles.ts'
import { pageStyles } from '../page.styles.ts'
import { eventName, outcomeOf, triesOf } from './delivery-words.ts'
import { deliveriesStyles } from './webhooks.styles.ts'

/** What is under way is looked at again after so long, and not for ever: a retry may be hours away. */
const LOOK_AGAIN_MS = 1_500
const LOOKS = 4

/** What one webhook was told in the last week, and how that went. */
@element('chat-webhook-deliveries')
export class ChatWebhookDeliveries extends LitElement {
  static override styles = [reset, controls, noticeStyles, pageStyles, deliveriesStyles]

  @state() private load: Load = { state: 'loading' }
  @state() private deliveries: readonly WebhookDelivery[] = []
  @state() private nextBefore: WebhookDelivery['deliveryId'] | null = null
  @state() private problem = ''
  #timer: ReturnType<typeof setTimeout> | undefined

  @property({ attribute: false }) client!: ChatClient
  @property({ attribute: false }) webhook!: Webhook
  @property({ attribute: false }) l10n: ConsoleLocalization = consoleFallback
  @property({ attribute: false }) words: WebhookStrings = webhooksEn

  override connectedCallback(): void {
    super.connectedCallback()
    void this.updateComplete.then(() => this.refresh())
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#timer)
  }

  /** Reads the newest again. */
  readonly refresh = async (looks = LOOKS): Promise<void> => {
    clearTimeout(this.#timer)
    try {
      const { deliveries, nextBefore } = await this.#page()
      this.deliveries = deliveries
      this.nextBefore = nextBefore
      this.load = { state: 'ready' }
    } catch (error) {
      this.load = { state: 'failed', failure: toFailure(error) }
      return
    }
    const isUnderWay = this.deliveries.some(({ state, attempts }) => state === 'pending' && attempts === 0)
    if (isUnderWay && looks > 0 && this.isConnected) {
      this.#timer = setTimeout(() => void this.refresh(looks - 1), LOOK_AGAIN_MS)
    }
  }

  #page(before?: WebhookDelivery['deliveryId']) {
    const { webhookId } = this.webhook
    return this.client.call('GET /v2/webhooks/:webhookId/deliveries', {
      params: { webhookId },
      query: before === undefined ? {} : { before },
    })
  }

  readonly #readOlder = async (): Promise<void> => {
    if (this.nextBefore === null) return
    await this.#try(async (before) => {
      const { deliveries, nextBefore } = await this.#page(before)
      this.deliveries = [...this.deliveries, ...deliveries]
      this.nextBefore = nextBefore
    }, this.nextBefore)
  }

  async #redeliver(deliveryId: WebhookDelivery['deliveryId']): Promise<void> {
    const { webhookId } = this.webhook
    await this.#try(async () => {
      await this.client.call('POST /v2/webhooks/:webhookId/deliveries/:deliveryId/redeliver', {
        params: { webhookId, deliveryId },
      })
      await this.refresh()
    }, undefined)
  }

  async #try<Given>(doing: (given: Given) => Promise<void>, given: Given): Promise<void> {
    this.problem = ''
    try {
      await doing(given)
    } catch (error) {
      this.problem = toFailure(error).message || this.l10n.console.serverUnreachable
    }
  }

  override render() {
    const { load, words, l10n, deliveries } = this
    if (load.state === 'failed') {
      const retry = () => void this.refresh()
      return failureNotice({ title: words.failedToLoad, failure: load.failure, l10n, retry })
    }
    if (load.state !== 'ready') return html`<p class="quiet" role="status">${words.loading}</p>`
    if (deliveries.length === 0) return html`<p class="quiet">${words.noDeliveries}</p>`
    return html`<div role="alert">
        ${this.problem === '' ? nothing : html`<p class="refusal">${this.problem}</p>`}
      </div>
      <ul aria-label=${words.deliveries}>
        ${deliveries.map((delivery) => html`<li>${this.#renderDelivery(delivery)}</li>`)}
      </ul>
      ${
        this.nextBefore === null
          ? nothing
          : html`<button class="button older" type="button" @click=${this.#readOlder}>${words.older}</button>`
      }`
  }

  #renderDelivery(delivery: WebhookDelivery) {
    const { words, l10n } = this
    const { state: how, event, occurredAt, answer = '', nextAttemptAt } = delivery
    const tone = { delivered: 'good', failed: 'bad', pending: 'warm' }[how]
    const name = eventName(event, words)
    const next =
      nextAttemptAt === undefined
        ? ''
        : fill(words.next, { when: formatComing(l10n, nextAttemptAt, new Date()) })
    const said = { words, locale: l10n.locale }
    const more = [outcomeOf(delivery, said), triesOf(delivery, said), next].filter((part) => part !== '')
    return html`<div class="delivery">
      <span class="head"
        ><span class="chip ${tone}">${words.states[how]}</span><b>${name}</b
        ><span class="quiet"
          >${formatDay(l10n, occurredAt, new Date())}, ${formatTime(l10n, occurredAt)}</span
        ></span
      >
      <span class="how">${more.join(' · ')}</span>
      ${
        event === 'test'
          ? nothing
          : html`<button
              class="button"
              type="button"
              aria-label="${words.redeliver}: ${name}"
              @click=${() => void this.#redeliver(delivery.deliveryId)}
            >
              ${words.redeliver}
            </button>`
      }
      ${
        answer.trim() === ''
          ? nothing
          : html`<details>
              <summary>${words.answer}</summary>
              <pre tabindex="0">${answer}</pre>
            </details>`
      }
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-webhook-deliveries': ChatWebhookDeliveries
  }
}
