import { html, nothing, type PropertyValues } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { IdentityKey, Site } from '#shared/site.ts'
import { fill } from '../../../i18n/plural.ts'
import { element } from '../../../parts/element.ts'
import { icon } from '../../../parts/icon/icon.ts'
import { PLUS } from '../../icon-paths.ts'
import '../copy-block.ts'
import { card, segments } from '../fields.ts'
import { formatPastDay } from '../format-past.ts'
import { SettingsPageElement } from '../settings-page.ts'
import { EXAMPLES, exampleOf, type Example } from './examples.ts'

const USE = `<script>
  ChatWidget('identify', { token: '…' })
</script>`

/** The keys with which a site's server vouches for its customers, and how it does that. */
@element('chat-identity-page')
export class ChatIdentityPage extends SettingsPageElement {
  @state() private keys: readonly IdentityKey[] = []
  /** Of the key that was just made; nobody can show it again. */
  @state() private secret: { readonly kid: string; readonly secret: string } | null = null
  @state() private example: Example = 'Node'

  @property({ attribute: false }) site!: Site

  protected get heading(): string {
    return this.words.pages.identity
  }

  protected get intro(): string {
    return this.words.identityIntro
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated || !changed.has('site')) return
    this.secret = null
    void this.reload()
  }

  protected async read(): Promise<void> {
    const { siteId } = this.site
    const { identityKeys = [] } = await this.client.call('GET /v2/sites/:siteId', { params: { siteId } })
    this.keys = identityKeys
  }

  protected renderList() {
    return html`${this.#renderKeys()} ${this.#renderExamples()}`
  }

  readonly #add = async (): Promise<void> => {
    const { siteId } = this.site
    const { kid, secret = '' } = await this.client.call('POST /v2/sites/:siteId/identity-keys', {
      params: { siteId },
      body: { algorithm: 'HS256' },
    })
    this.secret = { kid, secret }
  }

  #renderKeys() {
    const { words, keys, secret } = this
    const add = html`<button class="button" type="button" @click=${() => void this.act(this.#add)}>
      ${icon(PLUS)}${words.addKey}
    </button>`
    return card(
      words.keys,
      html`${
          secret === null
            ? nothing
            : html`<div class="refusal warm" role="status"><p>${words.keyAdded}</p></div>
                <chat-copy-block
                  .text=${`CHAT_KEY_SECRET=${secret.secret}`}
                  .words=${words}
                ></chat-copy-block>`
        }
        ${keys.length === 0 ? html`<p class="quiet">${words.noKeys}</p>` : nothing}
        <ul class="items">
          ${keys.map((key) => html`<li>${this.#renderKey(key)}</li>`)}
        </ul>`,
      { hint: words.rotation, aside: add },
    )
  }

  #renderKey({ kid, algorithm, createdAt, isLost }: IdentityKey) {
    const { words, l10n, client } = this
    const { siteId } = this.site
    const when = formatPastDay(l10n, createdAt, new Date())
    return html`<div class="thing">
        <span class="what"><code>${kid}</code></span>
        <span class="more">${fill(words.keyMade, { algorithm, when })}</span>
        <span class="tools"
          >${this.renderRemoval({
            id: kid,
            name: kid,
            remove: async () => {
              await client.call('DELETE /v2/sites/:siteId/identity-keys/:kid', { params: { siteId, kid } })
              if (this.secret?.kid === kid) this.secret = null
            },
          })}</span
        >
      </div>
      ${isLost === true ? html`<div class="refusal warm"><p>${words.keyLost}</p></div>` : nothing}`
  }

  #renderExamples() {
    const { words, example, secret, keys } = this
    const kid = secret?.kid ?? keys.findLast(({ isLost }) => isLost !== true)?.kid ?? 'KEY_ID'
    return card(
      words.examples,
      html`${segments({
          path: 'example',
          label: words.examples,
          isLabelHidden: true,
          value: example,
          options: EXAMPLES.map((value) => ({ value, label: value })),
          onChoose: (chosen) => (this.example = chosen),
        })}
        <chat-copy-block .text=${exampleOf(example, kid)} .words=${words}></chat-copy-block>
        <p class="hint">${words.exampleUse}</p>
        <chat-copy-block .text=${USE} .words=${words}></chat-copy-block>`,
    )
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-identity-page': ChatIdentityPage
  }
}
