import { html, type TemplateResult } from 'lit'
import type { ChatId } from '#shared/ids.ts'
import type { Commercial } from '#shared/person.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import type { ClientState } from '../../core/state.ts'
import { loadPersonalWords } from '../../i18n/load-personal.ts'
import { personalEn, type PersonalStrings } from '../../i18n/personal.en.ts'
import { AttentionWatch } from '../attention.ts'
import { Caller } from '../calling/caller.ts'
import { callWords } from '../calling/call-words.ts'
import type { OpenChatMessage } from '../calling/notice.ts'
import { createPushDevices, type PushDevices } from '../calling/push-device.ts'
import { openLedger } from '../calling/ledger.ts'
import { maySound, play } from '../calling/sounds.ts'
import { createSystemNotifications } from '../calling/system-notifications.ts'
import type { ConsoleLocalization } from '../console-localization.ts'
import '../notification-settings/notification-settings.ts'
import '../personal-sheet/personal-sheet.ts'
import '../shortcut-settings/shortcut-settings.ts'
import { translateKeys } from '../shortcuts/translate-keys.ts'
import type { PersonalPanel } from './personal-controller.ts'
import { createPersonalStore } from './personal-store.ts'

export interface PersonalSideOptions {
  readonly client: ChatClient
  readonly commercial: Commercial
  /** The chat on screen. */
  readonly shownChat: () => ChatId | null
  readonly onOpenChat: (chatId: ChatId) => void
  readonly onChange: () => void
  /** The console's own page has a worker; a back office has what it has. */
  readonly isOwnPage: boolean
  readonly hasSingleKeys: () => boolean
  readonly onSingleKeys: (isOn: boolean) => void
  /** The element whose keys are translated. */
  readonly console: HTMLElement
}

/** What is about one person rather than about the chats: how they are called, what they chose. Comes once somebody is there. */
export class PersonalSide {
  readonly #options: PersonalSideOptions
  readonly store
  readonly #notifications
  readonly #push: PushDevices | undefined
  readonly #caller: Caller
  readonly #attention = new AttentionWatch()
  readonly #stops: (() => void)[] = []
  #words: PersonalStrings = personalEn
  #visitorWord = ''
  #locale = ''

  constructor(options: PersonalSideOptions) {
    const { client, commercial } = options
    this.#options = options
    const { commercialId } = commercial
    this.store = createPersonalStore(client, commercialId)
    const registration = async () =>
      options.isOwnPage ? navigator.serviceWorker?.getRegistration() : undefined
    this.#notifications = createSystemNotifications({ onOpen: options.onOpenChat, registration })
    this.#push = options.isOwnPage
      ? createPushDevices(client, { ownerId: commercialId, registration })
      : undefined
    this.#caller = new Caller({
      ownId: commercialId,
      ledger: openLedger(commercialId),
      notifications: this.#notifications,
      play,
      maySound,
      attention: () => this.#attention.level,
      shownChat: options.shownChat,
      notifying: () => this.store.settings.get().notifying,
      isAvailable: () => isAvailable(client.state.get(), commercial),
      words: (arrival) => callWords(arrival, { personal: this.#words, visitor: this.#visitorWord }),
    })
    this.#attention.start()
    this.#stops.push(
      () => this.#attention.stop(),
      client.state.subscribe((state) => this.#caller.follow(state)),
      this.store.settings.subscribe(options.onChange),
      translateKeys({
        chosen: () => this.store.settings.get().shortcuts,
        isOurs: (event) =>
          event.composedPath().includes(options.console) ||
          (options.isOwnPage && event.target === document.body),
      }),
    )
    this.#caller.follow(client.state.get())
    if (options.isOwnPage) this.#stops.push(hearWorker(options.onOpenChat))
    void this.store.read()
    this.#push?.renew().catch(() => {})
  }

  end(): void {
    for (const stop of this.#stops.splice(0)) stop()
    this.#caller.end()
    this.store.close()
  }

  async speak({ locale, console: strings }: ConsoleLocalization): Promise<void> {
    this.#visitorWord = strings.visitor
    if (locale === this.#locale) return
    this.#locale = locale
    const words = await loadPersonalWords(locale)
    if (locale === this.#locale) this.#words = words
  }

  render(panel: PersonalPanel, l10n: ConsoleLocalization, close: () => void): TemplateResult {
    return html`<chat-personal-sheet
      .heading=${this.#words[panel]}
      .closeLabel=${this.#words.close}
      @chat-sheet-close=${close}
    >
      ${panel === 'notifications' ? this.renderNotifications(l10n) : this.renderKeys(l10n)}
    </chat-personal-sheet>`
  }

  renderKeys(l10n: ConsoleLocalization): TemplateResult {
    return html`<chat-shortcut-settings
      .store=${this.store}
      .hasSingleKeys=${this.#options.hasSingleKeys()}
      .words=${this.#words}
      .l10n=${l10n}
      @chat-single-keys=${({ isOn }: HTMLElementEventMap['chat-single-keys']) =>
        this.#options.onSingleKeys(isOn)}
    ></chat-shortcut-settings>`
  }

  /** For whoever has a place of their own for it. */
  renderNotifications(l10n: ConsoleLocalization): TemplateResult {
    return html`<chat-notification-settings
      .store=${this.store}
      .notifications=${this.#notifications}
      .push=${this.#push}
      .words=${this.#words}
      .l10n=${l10n}
    ></chat-notification-settings>`
  }
}

/** A notification of the worker was pressed, and this page brought to the front. */
function hearWorker(onOpenChat: (chatId: ChatId) => void): () => void {
  const worker = navigator.serviceWorker
  const hear = ({ data }: MessageEvent<unknown>) => {
    const { kind, chatId } = (data ?? {}) as Partial<OpenChatMessage>
    if (kind === 'open-chat' && typeof chatId === 'string') onOpenChat(chatId as ChatId)
  }
  worker?.addEventListener('message', hear)
  return () => worker?.removeEventListener('message', hear)
}

/** Whoever says that they are away, or off, takes nothing new; their own chats still call them. */
function isAvailable({ team }: ClientState, commercial: Commercial): boolean {
  const me = team.find(({ commercialId }) => commercialId === commercial.commercialId) ?? commercial
  return (me.status ?? 'online') === 'online'
}
