import { toFormFailure, type FormFailure } from '../form-failure.ts'

interface Held {
  readonly before: unknown
  readonly value: unknown
  readonly failure: FormFailure | null
  readonly isSaving: boolean
}

/** What somebody has begun to write in the small forms of the settings, by what each is about. It outlives the page that shows it. */
export class FormDrafts {
  readonly #held = new Map<string, Held>()
  readonly #onChange: () => void

  constructor(onChange: () => void) {
    this.#onChange = onChange
  }

  get hasUnsaved(): boolean {
    return [...this.#held.values()].some(isDirty)
  }

  /** Whether something is written in a form whose name begins so. */
  isUnsaved(prefix: string): boolean {
    return [...this.#held].some(([key, held]) => key.startsWith(prefix) && isDirty(held))
  }

  /** What the open form holds; undefined: it is not open. */
  value(key: string): unknown {
    return this.#held.get(key)?.value
  }

  failureOf(key: string): FormFailure | null {
    return this.#held.get(key)?.failure ?? null
  }

  isSaving(key: string): boolean {
    return this.#held.get(key)?.isSaving ?? false
  }

  open(key: string, value: unknown): void {
    this.#put(key, { before: value, value, failure: null, isSaving: false })
  }

  set(key: string, change: object): void {
    const held = this.#held.get(key)
    if (held !== undefined) this.#put(key, { ...held, value: { ...(held.value as object), ...change } })
  }

  close(key: string): void {
    this.#held.delete(key)
    this.#onChange()
  }

  /** Closes the form once it is saved; says whether it was. */
  async save(key: string, saving: () => Promise<unknown>, unreachable: string): Promise<boolean> {
    const held = this.#held.get(key)
    if (held === undefined || held.isSaving) return false
    this.#put(key, { ...held, failure: null, isSaving: true })
    try {
      await saving()
      this.close(key)
      return true
    } catch (error) {
      const failure = toFormFailure(error, unreachable)
      this.#put(key, { ...held, failure, isSaving: false })
      return false
    }
  }

  #put(key: string, held: Held): void {
    this.#held.set(key, held)
    this.#onChange()
  }
}

function isDirty({ before, value }: Held): boolean {
  return JSON.stringify(before) !== JSON.stringify(value)
}
