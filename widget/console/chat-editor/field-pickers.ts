import type { ReactiveControllerHost } from 'lit'
import { isComposing } from '../../parts/composing.ts'
import { slashWord } from '../canned-replies/slash-word.ts'
import type { ReplyPlace } from '../canned-replies/reply-picker.ts'
import { atWord } from '../mentions/at-word.ts'
import { describeField, type FieldPicker } from './field-picker.ts'

interface Host extends ReactiveControllerHost {
  /** Null while it is not known. */
  place(): ReplyPlace | null
  /** Colleagues are named in notes alone. */
  isNote(): boolean
  /** As if Enter had been pressed where nothing is to choose from. */
  submit(): void
}

/** Who presses Enter waits no longer than this for saved replies: then what is written is meant as it stands. */
const PATIENCE_MS = 2_000

/** What a slash and an at sign call for; each comes when it is first called. */
export class FieldPickers {
  readonly #host: Host
  #replies: FieldPicker | undefined
  #people: FieldPicker | undefined
  #field: HTMLTextAreaElement | undefined
  /** The code for saved replies, and then the replies themselves. */
  #coming: Promise<void> | undefined

  constructor(host: Host) {
    this.#host = host
  }

  get #open(): readonly FieldPicker[] {
    return [this.#replies, this.#people].filter((picker) => picker !== undefined)
  }

  async look(field: HTMLTextAreaElement): Promise<void> {
    this.#field = field
    const { value, selectionStart } = field
    const place = this.#host.place()
    if (place === null) return
    if (slashWord(value, selectionStart) !== null && this.#replies === undefined) {
      await (this.#coming ??= this.#bringReplies(place))
    }
    if (this.#host.isNote() && atWord(value, selectionStart) !== null && this.#people === undefined) {
      const { MentionPicker } = await import('../mentions/mention-picker.ts')
      this.#people ??= new MentionPicker(this.#host, place)
    }
    this.#replies?.look(field)
    if (this.#host.isNote()) this.#people?.look(field)
    else this.#people?.close()
  }

  close(): void {
    for (const picker of this.#open) picker.close()
  }

  async #bringReplies(place: ReplyPlace): Promise<void> {
    const { ReplyPicker } = await import('../canned-replies/reply-picker.ts')
    this.#replies ??= new ReplyPicker(this.#host, place)
    await this.#replies.reading
    this.#coming = undefined
  }

  handleKey(event: KeyboardEvent): boolean {
    if (this.#open.some((picker) => picker.handleKey(event))) return true
    const coming = this.#coming ?? this.#replies?.reading
    if (coming === undefined || !isPlainEnter(event) || !this.#callsForReply) return false
    void this.#decideLater(event, coming)
    return true
  }

  get #callsForReply(): boolean {
    const field = this.#field
    return field !== undefined && slashWord(field.value, field.selectionStart) !== null
  }

  /** Whoever writes faster than replies arrive means the reply: a visitor must not get its shortcut instead. */
  async #decideLater(event: KeyboardEvent, coming: Promise<void>): Promise<void> {
    await Promise.race([coming, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))])
    if (this.#field !== undefined) this.#replies?.look(this.#field)
    if (!this.#open.some((picker) => picker.handleKey(event))) this.#host.submit()
  }

  render(): unknown {
    return this.#open.map((picker) => picker.render())
  }

  describe(root: ParentNode): void {
    if (this.#field !== undefined) describeField(this.#field, root)
  }
}

function isPlainEnter(event: KeyboardEvent): boolean {
  const isAlone = !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey
  return event.key === 'Enter' && isAlone && !isComposing(event)
}
