import type { Issue } from '#shared/errors.ts'
import type { Site, UpdateSite } from '#shared/site.ts'
import { ApiError } from '../../core/api-error.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import { toFormFailure, type FormFailure } from '../form-failure.ts'
import { differing, leavesOf, toChange, type EditableKey } from './site-leaves.ts'

/** What a page of the settings has changed of a site and not saved yet. It outlives the page: who comes back finds it. */
export class SiteEdit {
  #base: Site
  #draft: Site
  readonly #keys: readonly EditableKey[]
  readonly #onChange: () => void
  isSaving = false
  isSaved = false
  failure: FormFailure | null = null
  /** Somebody else has saved another value of the same; theirs. */
  conflict: Site | null = null

  constructor(site: Site, keys: readonly EditableKey[], onChange: () => void) {
    this.#base = site
    this.#draft = site
    this.#keys = keys
    this.#onChange = onChange
  }

  /** As it will be once it is saved. */
  get draft(): Site {
    return this.#draft
  }

  get isDirty(): boolean {
    return this.#dirty.length > 0
  }

  get #dirty(): readonly string[] {
    return differing(leavesOf(this.#base, this.#keys), leavesOf(this.#draft, this.#keys))
  }

  set(change: Partial<Site>): void {
    this.#draft = { ...this.#draft, ...change }
    this.isSaved = false
    this.#onChange()
  }

  discard(): void {
    this.#draft = this.conflict ?? this.#base
    this.#base = this.#draft
    this.conflict = null
    this.failure = null
    this.#onChange()
  }

  /** The site as the server has it now, where nothing of one's own stands against it. */
  follow(site: Site): void {
    if (site.revision === this.#base.revision || this.isSaving) return
    const mine = this.#dirty
    const theirs = differing(leavesOf(this.#base, this.#keys), leavesOf(site, this.#keys))
    // Told when it is saved, not while one is typing.
    if (mine.some((leaf) => theirs.includes(leaf))) return
    this.#rebase(site, mine)
  }

  issueOf(path: string): Issue | undefined {
    return this.failure?.issues.find((issue) => issue.path === path || issue.path.startsWith(`${path}.`))
  }

  /** The site as it is now, or null when it was not saved: `failure` or `conflict` says why. */
  async save(client: ChatClient, unreachable: string): Promise<Site | null> {
    if (this.isSaving || !this.isDirty) return null
    this.isSaving = true
    this.failure = null
    this.#onChange()
    try {
      const site = await this.#send(client)
      if (site === null) return null
      this.#rebase(site, [])
      this.isSaved = true
      return site
    } catch (error) {
      this.failure = toFormFailure(error, unreachable)
      return null
    } finally {
      this.isSaving = false
      this.#onChange()
    }
  }

  /** One's own values stay, and count as made on theirs. */
  keepMine(): void {
    if (this.conflict === null) return
    this.#rebase(this.conflict, this.#dirty)
    this.conflict = null
    this.#onChange()
  }

  async #send(client: ChatClient): Promise<Site | null> {
    const { siteId } = this.#base
    // Each round is on what the server has now; it ends when nobody was faster, or wanted the same changed.
    for (;;) {
      const mine = this.#dirty
      const body = { ...toChange(mine, this.#draft), revision: this.#base.revision }
      try {
        return await client.call('PATCH /v2/sites/:siteId', { params: { siteId }, body })
      } catch (error) {
        if (!(error instanceof ApiError) || error.code !== 'site_changed') throw error
      }
      const site = await client.call('GET /v2/sites/:siteId', { params: { siteId } })
      const theirs = differing(leavesOf(this.#base, this.#keys), leavesOf(site, this.#keys))
      if (mine.some((leaf) => theirs.includes(leaf))) {
        this.conflict = site
        return null
      }
      this.#rebase(site, mine)
    }
  }

  /** Another base; these leaves of the draft stay as they are. */
  #rebase(site: Site, mine: readonly string[]): void {
    const kept = toChange(mine, this.#draft)
    this.#base = site
    this.#draft = overlay(site, kept)
  }
}

const SECTIONS = ['appearance', 'features', 'limits', 'routing'] as const

function overlay(site: Site, { siteKey, ...change }: UpdateSite): Site {
  const sections = SECTIONS.map((name) => [name, { ...site[name], ...change[name] }] as const)
  return {
    ...site,
    ...(change as Partial<Site>),
    ...(siteKey !== undefined && { siteKey }),
    ...Object.fromEntries(sections),
    texts: mergeTexts(site.texts, change.texts ?? {}),
  }
}

function mergeTexts(texts: Site['texts'], change: NonNullable<UpdateSite['texts']>): Site['texts'] {
  const merged = Object.entries(change).map(([language, said]) => {
    const words = Object.entries({ ...texts[language], ...said }).filter(([, text]) => text !== null)
    return [language, Object.fromEntries(words)] as const
  })
  return { ...texts, ...Object.fromEntries(merged) }
}
