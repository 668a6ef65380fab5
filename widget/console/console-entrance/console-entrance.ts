import { html, LitElement } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { ChatClient } from '../../core/chat-client.ts'
import { element } from '../../parts/element.ts'
import { reset } from '../../styles/reset.styles.ts'
import { consoleFallback, type ConsoleLocalization } from '../console-localization.ts'
import { toFormFailure, type FormFailure } from '../form-failure.ts'
import '../login-form/login-form.ts'
import '../setup-form/setup-form.ts'
import { consoleEntranceStyles } from './console-entrance.styles.ts'

/** The way in was found: whoever holds the entrance sees the session change, and forgets the one-time link. */
export class ChatEnteredEvent extends Event {
  static readonly type = 'chat-entered'

  constructor() {
    super(ChatEnteredEvent.type, { bubbles: true })
  }
}

/**
 * The door: signs somebody in, or makes the first account for whoever came with the one-time link.
 *
 * @fires {ChatEnteredEvent} chat-entered
 * @fires {ChatLeaveSetUpEvent} chat-leave-set-up - the link was of no use
 */
@element('chat-console-entrance')
export class ChatConsoleEntrance extends LitElement {
  static override styles = [reset, consoleEntranceStyles]

  @state() private isBusy = false
  @state() private failure: FormFailure | null = null

  @property({ attribute: false }) client: ChatClient | undefined
  @property({ attribute: false }) l10n: ConsoleLocalization = consoleFallback
  /** Of the one-time link; null: an ordinary entrance. */
  @property({ attribute: false }) setupToken: string | null = null
  /** Of the link by which somebody was invited; null: they were not. */
  @property({ attribute: false }) invitationToken: string | null = null
  /** Whose session has ended; their work is still there. */
  @property({ attribute: 'expired-email' }) expiredEmail = ''

  override focus(options?: FocusOptions): void {
    this.renderRoot
      .querySelector<HTMLElement>('chat-login-form, chat-setup-form, chat-invitation-form')
      ?.focus(options)
  }

  override render() {
    return html`<div class="card">${this.#renderDoor()}</div>`
  }

  #renderDoor() {
    if (this.setupToken !== null) return this.#renderSetup(this.setupToken)
    return this.invitationToken === null ? this.#renderLogin() : this.#renderInvitation(this.invitationToken)
  }

  #renderInvitation(token: string) {
    void import('../invitation/invitation-form.ts')
    return html`<chat-invitation-form
      .client=${this.client}
      .token=${token}
      .l10n=${this.l10n}
      @chat-entered=${() => this.dispatchEvent(new ChatEnteredEvent())}
      @chat-leave-set-up=${this.#handleLeave}
    ></chat-invitation-form>`
  }

  #renderLogin() {
    return html`<chat-login-form
      .l10n=${this.l10n}
      .isBusy=${this.isBusy}
      .failure=${this.failure}
      .expiredEmail=${this.expiredEmail}
      @chat-sign-in=${({ credentials }: HTMLElementEventMap['chat-sign-in']) =>
        void this.#try((client) => client.commercial.signIn(credentials))}
    ></chat-login-form>`
  }

  #renderSetup(setupToken: string) {
    return html`<chat-setup-form
      .l10n=${this.l10n}
      .isBusy=${this.isBusy}
      .failure=${this.failure}
      @chat-set-up=${({ account }: HTMLElementEventMap['chat-set-up']) =>
        void this.#try((client) => client.commercial.setUp({ ...account, setupToken }))}
      @chat-leave-set-up=${this.#handleLeave}
    ></chat-setup-form>`
  }

  readonly #handleLeave = (event: HTMLElementEventMap['chat-leave-set-up']): void => {
    this.failure = null
    // Built anew: an event does not leave a shadow by itself unless the whole page may hear it.
    this.dispatchEvent(new Event(event.type))
  }

  async #try(enter: (client: ChatClient) => Promise<void>): Promise<void> {
    if (this.client === undefined) return
    this.isBusy = true
    this.failure = null
    try {
      await enter(this.client)
      this.dispatchEvent(new ChatEnteredEvent())
    } catch (error) {
      this.failure = toFormFailure(error, this.l10n.console.serverUnreachable)
    } finally {
      this.isBusy = false
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-console-entrance': ChatConsoleEntrance
  }
  interface HTMLElementEventMap {
    'chat-entered': ChatEnteredEvent
  }
}
