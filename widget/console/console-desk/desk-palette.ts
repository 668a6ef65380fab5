import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit'
import type { ChatId } from '#shared/ids.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import type { ClientState } from '../../core/state.ts'
import type { ConsoleLocalization } from '../console-localization.ts'
import type { PalettePage } from '../palette/command.ts'
import type { ChosenKeys } from '../shortcuts/shortcuts.ts'
import { bringPalette, bringPaletteSoon } from './bring-palette.ts'
import { chatOf } from './chat-of.ts'

interface PaletteContext {
  readonly client: ChatClient
  readonly state: ClientState
  readonly viewerId: string
  readonly shortcuts: ChosenKeys
  readonly hasSingleKeys: boolean
  readonly l10n: ConsoleLocalization
}

/** The palette over the work, and which chat it is about. */
export class DeskPalette implements ReactiveController {
  readonly #host: ReactiveControllerHost
  /** What it shows; null: it is not there. */
  #page: PalettePage | null = null
  #chatId: ChatId | null = null

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {
    bringPaletteSoon()
  }

  /** The chat of a command that comes from here, or of the one on screen. */
  chatOr(shown: ChatId | null): ChatId | null {
    return this.#page === null ? shown : this.#chatId
  }

  /** At once when it is there; what is typed next is for it. */
  async open(page: PalettePage, chatId: ChatId | null): Promise<void> {
    if (customElements.get('chat-palette') === undefined && !(await bringPalette())) return
    this.#chatId = chatId
    this.#show(page)
  }

  #show(page: PalettePage | null): void {
    this.#page = page
    this.#host.requestUpdate()
  }

  render({ client, state, ...context }: PaletteContext): TemplateResult | typeof nothing {
    if (this.#page === null) return nothing
    return html`<chat-palette
      .client=${client}
      .page=${this.#page}
      .shortcuts=${context.shortcuts}
      .context=${{
        chat: chatOf(state, this.#chatId),
        team: state.team,
        viewerId: context.viewerId,
        counts: state.inbox?.counts,
        hasSingleKeys: context.hasSingleKeys,
        l10n: context.l10n,
      }}
      @chat-palette-close=${() => this.#show(null)}
    ></chat-palette>`
  }
}
