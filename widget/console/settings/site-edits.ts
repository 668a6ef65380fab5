import type { Site } from '#shared/site.ts'
import { SiteEdit } from './site-edit.ts'
import type { EditableKey } from './site-leaves.ts'

/** What is changed and not saved, of each page of each site. */
export class SiteEdits {
  readonly #edits = new Map<string, SiteEdit>()
  readonly #onChange: () => void

  constructor(onChange: () => void) {
    this.#onChange = onChange
  }

  get hasUnsaved(): boolean {
    return [...this.#edits.values()].some(({ isDirty }) => isDirty)
  }

  isUnsaved(siteId: string, page: string): boolean {
    return this.#edits.get(`${siteId} ${page}`)?.isDirty ?? false
  }

  of(site: Site, page: string, keys: readonly EditableKey[]): SiteEdit {
    const key = `${site.siteId} ${page}`
    const edit = this.#edits.get(key) ?? new SiteEdit(site, keys, this.#onChange)
    this.#edits.set(key, edit)
    return edit
  }

  /** A site as the server has it now. */
  follow(site: Site): void {
    for (const [key, edit] of this.#edits) if (key.startsWith(`${site.siteId} `)) edit.follow(site)
  }
}
