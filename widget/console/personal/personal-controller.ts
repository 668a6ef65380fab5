import { nothing, type ReactiveController, type ReactiveControllerHost } from 'lit'
import type { ChatId } from '#shared/ids.ts'
import type { Commercial } from '#shared/person.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import type { ConsoleLocalization } from '../console-localization.ts'
import type { PersonalSide } from './personal-side.ts'

/** The panels of what somebody chooses for themself. */
export type PersonalPanel = 'notifications'

interface PersonalOptions {
  readonly shownChat: () => ChatId | null
  readonly onOpenChat: (chatId: ChatId) => void
  readonly isOwnPage: () => boolean
}

/** Brings what is about the person who is here, out of the way of the first paint. */
export class PersonalController implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #options: PersonalOptions
  #side: PersonalSide | undefined
  #panel: PersonalPanel | null = null
  /** Counts who came: code that arrives after they left is for nobody. */
  #visit = 0

  constructor(host: ReactiveControllerHost, options: PersonalOptions) {
    this.#host = host
    this.#options = options
    host.addController(this)
  }

  hostConnected(): void {}

  async arrive(client: ChatClient, commercial: Commercial): Promise<void> {
    this.leave()
    const visit = this.#visit
    const { PersonalSide } = await import('./personal-side.ts')
    if (visit !== this.#visit) return
    const { shownChat, onOpenChat, isOwnPage } = this.#options
    this.#side = new PersonalSide({
      client,
      commercial,
      shownChat,
      onOpenChat,
      isOwnPage: isOwnPage(),
      onChange: () => this.#host.requestUpdate(),
    })
    this.#host.requestUpdate()
  }

  leave(): void {
    this.#visit += 1
    this.#side?.end()
    this.#side = undefined
    this.#panel = null
  }

  open(panel: PersonalPanel): void {
    this.#panel = panel
    this.#host.requestUpdate()
  }

  /** The panel that is open, over the work. */
  render(l10n: ConsoleLocalization): unknown {
    if (this.#side === undefined) return nothing
    void this.#side.speak(l10n)
    if (this.#panel === null) return nothing
    return this.#side.render(this.#panel, l10n, () => {
      this.#panel = null
      this.#host.requestUpdate()
    })
  }
}
