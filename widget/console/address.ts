import type { ReactiveController } from 'lit'
import type { ChatId } from '#shared/ids.ts'
import { OWN_LIST, parseRoute, toHash, type ListPlace, type Route } from './route.ts'
import { pathOf } from './sections/section.ts'

const NOWHERE: Route = {
  chatId: null,
  seq: null,
  place: null,
  section: '',
  setupToken: null,
  invitationToken: null,
}

interface AddressOptions {
  /** Whether the page's address is the console's to read and write. */
  readonly isOn: () => boolean
  /** The person went somewhere by the address: typed it, followed a link, or went back. Without a place the list stays as it is. */
  readonly onRoute: (route: Route) => void
}

/**
 * Keeps the page's address on the chat that is on screen. From the list to a chat is a step that "back" undoes; from chat to chat is
 * none, so that "back" always leads to the list.
 */
export class AddressController implements ReactiveController {
  readonly #options: AddressOptions
  /** The list on screen; null before it is known. */
  #place: ListPlace | null = null
  /** The step back that is under way is the console's own: it leaves the chat, and the list as it is. */
  #isLeaving = false

  constructor(options: AddressOptions) {
    this.#options = options
  }

  get route(): Route {
    return this.#options.isOn() ? parseRoute(location) : NOWHERE
  }

  /** A link that serves once stays in the address until it has. */
  get #isOneTime(): boolean {
    const { setupToken, invitationToken } = this.route
    return setupToken !== null || invitationToken !== null
  }

  hostConnected(): void {
    // Tells of typed and followed fragments as well as of "back".
    addEventListener('popstate', this.#handlePop)
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#handlePop)
  }

  show(chatId: ChatId | null): void {
    if (!this.#options.isOn()) return
    const { chatId: shown, section } = this.route
    if (section !== '' || shown === chatId || (chatId === null && this.#isOneTime)) return
    if (chatId === null) this.#leaveChat()
    else if (shown === null) history.pushState({ isChat: true }, '', toHash(chatId, this.#place))
    else history.replaceState(history.state, '', toHash(chatId, this.#place))
  }

  /** From page to page is a step; from one choice on a page to another is none. */
  showSection(section: string, chatId: ChatId | null): void {
    if (!this.#options.isOn() || section === this.route.section || this.#isOneTime) return
    const address =
      section === '' ? toHash(chatId, this.#place) || location.pathname + location.search : `#/${section}`
    const isSamePage = pathOf(section).join('/') === pathOf(this.route.section).join('/')
    if (isSamePage) history.replaceState(history.state, '', address)
    else history.pushState(null, '', address)
  }

  /** Another list, or another filter: no step of its own, so that "back" still leads out of a chat. */
  showPlace(place: ListPlace): void {
    this.#place = place
    this.#writePlace()
  }

  #writePlace(): void {
    const { chatId, seq, section } = this.route
    if (!this.#options.isOn() || this.#place === null || section !== '' || this.#isOneTime) return
    const hash = toHash(chatId, this.#place, seq)
    if (hash !== location.hash)
      history.replaceState(history.state, '', hash || location.pathname + location.search)
  }

  /** The one-time link has served: it must not stay in the address, nor in the history. */
  dropSetup(): void {
    if (!this.#options.isOn()) return
    history.replaceState(null, '', location.pathname.replace(/\/setup\/?$/, '') + location.search)
  }

  #leaveChat(): void {
    const step: unknown = history.state
    const isOwnStep = typeof step === 'object' && step !== null && 'isChat' in step
    this.#isLeaving = isOwnStep
    if (isOwnStep) history.back()
    else history.replaceState(null, '', toHash(null, this.#place) || location.pathname + location.search)
  }

  readonly #handlePop = (): void => {
    if (!this.#options.isOn()) return
    const { route } = this
    const isList = route.section === '' && route.chatId === null && !this.#isOneTime
    const named = isList ? (route.place ?? OWN_LIST) : route.place
    const place = this.#isLeaving ? null : named
    this.#isLeaving = false
    this.#options.onRoute({ ...route, place })
    // The step may name the list of another time, or none.
    this.#writePlace()
  }
}
