import type { ReactiveControllerHost } from 'lit'
import { slashWord } from '../canned-replies/slash-word.ts'
import type { ReplyPlace } from '../canned-replies/reply-picker.ts'
import { atWord } from '../mentions/at-word.ts'
import { describeField, type FieldPicker } from './field-picker.ts'

interface Host extends ReactiveControllerHost {
  /** Null while it is not known. */
  place(): ReplyPlace | null
  /** Colleagues are named in notes alone. */
  isNote(): boolean
}

/** What a slash and an at sign call for; each comes when it is first called. */
export class FieldPickers {
  readonly #host: Host
  #replies: FieldPicker | undefined
  #people: FieldPicker | undefined
  #field: HTMLTextAreaElement | undefined

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
      const { ReplyPicker } = await import('../canned-replies/reply-picker.ts')
      this.#replies ??= new ReplyPicker(this.#host, place)
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

  handleKey(event: KeyboardEvent): boolean {
    return this.#open.some((picker) => picker.handleKey(event))
  }

  render(): unknown {
    return this.#open.map((picker) => picker.render())
  }

  describe(root: ParentNode): void {
    if (this.#field !== undefined) describeField(this.#field, root)
  }
}
