import { nothing, type ReactiveController, type ReactiveControllerHost } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import type { ChatId } from '#shared/ids.ts'
import type { Commercial } from '#shared/person.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import type { ConsoleLocalization } from '../console-localization.ts'
import type { ChosenKeys } from '../shortcuts/shortcuts.ts'
import type { PersonalSide } from './personal-side.ts'

/** The panels of what somebody chooses for themself. */
export type PersonalPanel = 'notifications' | 'keys'

const USUAL: ChosenKeys = {}

interface PersonalOptions {
  readonly shownChat: () => ChatId | null
  readonly onOpenChat: (chatId: ChatId) => void
  readonly isOwnPage: () => boolean
  readonly hasSingleKeys: () => boolean
  readonly onSingleKeys: (isOn: boolean) => void
}

/** Brings what is about the person who is here, out of the way of the first paint. */
export class PersonalController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement
  readonly #options: PersonalOptions
  #side: PersonalSide | undefined
  #panel: PersonalPanel | null = null
  /** Counts who came: code that arrives after they left is for nobody. */
  #visit = 0
  #opened = 0

  constructor(host: ReactiveControllerHost & HTMLElement, options: PersonalOptions) {
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
    this.#side = new PersonalSide({
      ...this.#options,
      client,
      commercial,
      console: this.#host,
      isOwnPage: this.#options.isOwnPage(),
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

  /** The keys that this person has chosen instead of the usual ones. */
  get shortcuts(): ChosenKeys {
    return this.#side?.store.settings.get().shortcuts ?? USUAL
  }

  open(panel: PersonalPanel): void {
    this.#panel = panel
    this.#opened += 1
    this.#host.requestUpdate()
  }

  /** The panel that is open, over the work. */
  render(l10n: ConsoleLocalization): unknown {
    if (this.#side === undefined) return nothing
    void this.#side.speak(l10n)
    if (this.#panel === null) return nothing
    const sheet = this.#side.render(this.#panel, l10n, () => {
      this.#panel = null
      this.#host.requestUpdate()
    })
    // One that was closed shows nothing any more: the next is another.
    return keyed(this.#opened, sheet)
  }
}
