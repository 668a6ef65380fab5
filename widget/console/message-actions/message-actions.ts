import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit'
import { EDIT_WINDOW_MS } from '#shared/limits.ts'
import type { Commercial } from '#shared/person.ts'
import type { SentMessage, Thread } from '../../core/state.ts'
import { icon } from '../../parts/icon/icon.ts'
import { keyOf } from '../../parts/message-list/lay-out-thread.ts'
import type { ConsoleLocalization } from '../console-localization.ts'
import { LANGUAGES, LINK, PENCIL, TRASH } from '../icon-paths.ts'
import { ChatCommandEvent, type Command } from '../palette/command.ts'
import type { PaneTranslation } from '../translating/pane-translation.ts'

interface Host extends ReactiveControllerHost, HTMLElement {
  /** Of the chat on screen. */
  thread(): Thread
  readonly translation: Pick<PaneTranslation, 'may' | 'translate'>
  /** Whoever is here. */
  person(): Pick<Commercial, 'commercialId' | 'role'> | null
}

/** What somebody may do with a message that was sent. */
export function mayDo(
  { senderId, sentAt, deletedAt, attachment, content }: SentMessage,
  person: Pick<Commercial, 'commercialId' | 'role'> | null,
  now: number,
): { readonly edit: boolean; readonly remove: boolean } {
  const isOwn = person !== null && senderId === person.commercialId
  const isThere = deletedAt === undefined
  const isText = attachment === undefined || content !== ''
  return {
    edit: isThere && isOwn && isText && now - Date.parse(sentAt) < EDIT_WINDOW_MS,
    remove: isThere && (isOwn || person?.role === 'admin'),
  }
}

/** The last message that somebody may still change; undefined: none. */
export function lastEditable(
  thread: Thread,
  person: Pick<Commercial, 'commercialId' | 'role'> | null,
  now: number,
): SentMessage | undefined {
  return thread.findLast(
    (message): message is SentMessage => message.delivery === 'sent' && mayDo(message, person, now).edit,
  )
}

/** A few buttons at the message under the pointer, or last tapped: copy its address, translate it, change it, take it back. */
export class MessageActions implements ReactiveController {
  readonly #host: Host
  #at: { readonly key: string; readonly top: number; readonly isEnd: boolean } | null = null

  constructor(host: Host) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {}

  readonly handlePointer = (event: PointerEvent): void => {
    const path = event.composedPath()
    if (path.some((node) => node instanceof Element && node.classList.contains('message-actions'))) return
    const element = path.find(
      (node): node is HTMLElement =>
        node instanceof HTMLElement && node.dataset['key'] !== undefined && node.localName !== 'ol',
    )
    const key = element?.dataset['key']
    if (key === this.#at?.key) return
    this.#at = element === undefined || key === undefined ? null : this.#placeOf(element, key)
    this.#host.requestUpdate()
  }

  readonly hide = (): void => {
    if (this.#at === null) return
    this.#at = null
    this.#host.requestUpdate()
  }

  #placeOf(element: HTMLElement, key: string) {
    const { top, left, width } = element.getBoundingClientRect()
    const frame = this.#host.getBoundingClientRect()
    const bubble = element.querySelector('.bubble')?.getBoundingClientRect()
    // One's own stand at the end of the line: the buttons go where there is room.
    const isEnd =
      (bubble?.left ?? left) - frame.left >
      frame.width - ((bubble?.left ?? left) - frame.left + (bubble?.width ?? width))
    return { key, top: top - frame.top, isEnd }
  }

  get #message(): SentMessage | undefined {
    const key = this.#at?.key
    const found =
      key === undefined ? undefined : this.#host.thread().find((message) => keyOf(message) === key)
    return found?.delivery === 'sent' ? found : undefined
  }

  #tell(command: Command): void {
    this.hide()
    this.#host.dispatchEvent(new ChatCommandEvent(command))
  }

  render({ console: strings }: ConsoleLocalization): TemplateResult | typeof nothing {
    const message = this.#message
    if (message === undefined || this.#at === null) return nothing
    const may = mayDo(message, this.#host.person(), Date.now())
    const { translation } = this.#host
    const button = (path: string, label: string, act: Command | (() => void)) =>
      html`<button
        type="button"
        aria-label=${label}
        title=${label}
        @click=${() => (typeof act === 'function' ? act() : this.#tell(act))}
      >
        ${icon(path)}
      </button>`
    const translate = (): void => {
      this.hide()
      void translation.translate(message)
    }
    return html`<div
      class="message-actions ${this.#at.isEnd ? 'end' : 'start'}"
      role="group"
      aria-label=${strings.messageActions}
      .style=${`--at:${Math.max(4, Math.round(this.#at.top) - 14)}px`}
    >
      ${button(LINK, strings.copyMessageLink, { kind: 'copy-message-link', seq: message.seq })}
      ${translation.may(message) ? button(LANGUAGES, strings.translateMessage, translate) : nothing}
      ${may.edit ? button(PENCIL, strings.editMessage, { kind: 'change-message', what: 'edit', message }) : nothing}
      ${may.remove ? button(TRASH, strings.deleteMessage, { kind: 'change-message', what: 'delete', message }) : nothing}
    </div>`
  }
}
