import { LitElement, html, nothing } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import type { ChatClient } from '../../../core/chat-client.ts'
import type { ClientState } from '../../../core/state.ts'
import type { Localization } from '../../../i18n/localization.ts'
import { fill, isolate } from '../../../i18n/plural.ts'
import type { VisitorStrings } from '../../../i18n/visitor.en.ts'
import { widgetOf } from '../../widget-of.ts'
import { element } from '../../../parts/element.ts'
import { icon } from '../../../parts/icon/icon.ts'
import { MORE, WARNING } from '../../../parts/icon/paths.ts'
import type { ChatChooseEvent, ChatMenu, MenuGroup, MenuItem } from '../../../parts/menu/menu.ts'
import { reset } from '../../../styles/reset.styles.ts'
import { chime } from '../../attention/chime.ts'
import { choose, wants, type Signal } from '../../attention/preferences.ts'
import { visitorChat } from '../../visitor-chat.ts'
import { formStyles } from '../form.styles.ts'
import { BELL, DATA, DOWNLOAD, SOUND, TRASH } from '../icon-paths.ts'
import { saveFile } from './save-file.ts'
import { visitorMenuStyles } from './visitor-menu.styles.ts'
import { writeTranscript } from './write-transcript.ts'
import '../../../parts/menu/menu.ts'

/** What a visitor may decide for themself: how to be called, and what becomes of what they wrote. */
@element('chat-visitor-menu')
export class ChatVisitorMenu extends LitElement {
  static override styles = [reset, formStyles, visitorMenuStyles]

  @property({ attribute: false }) client!: ChatClient
  @property({ attribute: false }) state!: ClientState
  /** Under which their choices are kept. */
  @property({ attribute: false }) siteId = ''
  @property({ attribute: false }) l10n!: Localization
  @property({ attribute: false }) words!: VisitorStrings

  @state() private trouble = ''
  @state() private isErasing = false
  @query('chat-menu') private menu!: ChatMenu
  @query('dialog') private dialog!: HTMLDialogElement

  /** It came because its button was pressed. */
  override firstUpdated(): void {
    void this.menu.updateComplete.then(() => this.menu.open())
  }

  get #siteName(): string {
    return this.state.site?.name ?? ''
  }

  get #groups(): readonly MenuGroup[] {
    const { words } = this
    const features = this.state.site?.features
    const chat = visitorChat(this.state)?.chat
    const isNobody = this.state.session.state !== 'visitor'
    const calls: MenuItem[] = []
    if (features?.sound !== false && !widgetOf(this)?.noSound)
      calls.push(this.#signal('sound', words.sound, SOUND))
    if ('Notification' in window && isSecureContext)
      calls.push(this.#signal('notifications', words.notifications, BELL))
    const data: MenuItem[] = [
      { id: 'export', label: words.exportData, icon: DATA, isDisabled: isNobody },
      { id: 'erase', label: words.deleteData, icon: TRASH, isDisabled: isNobody },
    ]
    if (features?.transcript !== false)
      data.unshift({ id: 'transcript', label: words.transcript, icon: DOWNLOAD, isDisabled: !chat })
    return [{ items: calls }, { items: data }].filter(({ items }) => items.length > 0)
  }

  #signal(id: Signal, label: string, icon: string): MenuItem {
    const isBlocked = id === 'notifications' && Notification.permission === 'denied'
    return {
      id,
      label,
      icon,
      isOn: !isBlocked && wants(this.siteId, id),
      isDisabled: isBlocked,
      ...(isBlocked && { note: this.words.notificationsBlocked }),
    }
  }

  readonly #handleChoose = ({ itemId }: ChatChooseEvent): void => {
    this.trouble = ''
    if (itemId === 'sound' || itemId === 'notifications') void this.#toggle(itemId)
    else if (itemId === 'erase') this.dialog.showModal()
    else void this.#try(itemId === 'export' ? () => this.#export() : () => this.#saveTranscript())
  }

  async #toggle(signal: Signal): Promise<void> {
    let isOn = !wants(this.siteId, signal)
    // Asked here and nowhere else: after a click that is about nothing but this.
    if (isOn && signal === 'notifications') isOn = (await Notification.requestPermission()) === 'granted'
    choose(this.siteId, signal, isOn)
    if (isOn && signal === 'sound') chime()
    this.requestUpdate()
  }

  async #try(act: () => Promise<void>): Promise<boolean> {
    try {
      await act()
      return true
    } catch {
      this.trouble = this.words.notDone
      return false
    }
  }

  async #saveTranscript(): Promise<void> {
    const chat = visitorChat(this.state)
    if (chat === undefined) return
    const title = this.#siteName
    const text = await writeTranscript(this.client, { chatId: chat.chatId, title, l10n: this.l10n })
    saveFile(`${title}.txt`, text, 'text/plain')
  }

  async #export(): Promise<void> {
    const data = await this.client.call('GET /v2/visitors/me/export')
    saveFile(`${this.#siteName}.json`, JSON.stringify(data, null, 2), 'application/json')
  }

  async #erase(): Promise<void> {
    if (this.isErasing) return
    this.isErasing = true
    const isDone = await this.#try(async () => {
      await this.client.call('DELETE /v2/visitors/me')
      for (const signal of ['sound', 'notifications'] as const) choose(this.siteId, signal, false)
      this.client.visitor.forget()
    })
    this.isErasing = false
    this.dialog.close()
    if (isDone) this.trouble = this.words.deleted
  }

  override render() {
    const { words, l10n } = this
    return html`
      <chat-menu label=${l10n.strings.options} .groups=${this.#groups} @chat-choose=${this.#handleChoose}>
        ${icon(MORE)}<span class="sr">${l10n.strings.options}</span>
      </chat-menu>
      <p class="trouble" role="status">${this.trouble}</p>
      <dialog aria-labelledby="ask" @keydown=${this.#handleKeydown}>
        <h3 id="ask">${words.deleteAsk}</h3>
        <p class="lead">${fill(words.deleteExplained, { name: isolate(this.#siteName) })}</p>
        ${this.trouble === words.notDone ? html`<p class="error">${icon(WARNING)} ${this.trouble}</p>` : nothing}
        <button type="button" class="main danger" @click=${this.#erase}>${words.deleteForGood}</button>
        <button type="button" class="second" autofocus @click=${() => this.dialog.close()}>
          ${words.cancel}
        </button>
      </dialog>
    `
  }

  /** This Escape closes the question, not the panel behind it. */
  readonly #handleKeydown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') event.stopPropagation()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-visitor-menu': ChatVisitorMenu
  }
}
