import type { PublicSite } from '#shared/site.ts'
import type { FileRules } from './outgoing.ts'

/** What a site's limits mean for files that are about to be sent. Nothing, while they are not known: the server knows them anyway. */
export function rulesOf(limits: PublicSite['limits'] | undefined): FileRules {
  const { maxFileBytes, maxImageEdge } = limits ?? {}
  if (!maxImageEdge) return { maxFileBytes }
  return {
    maxFileBytes,
    prepare: async (file) => {
      const { shrink } = await import('./shrink.ts')
      return shrink(file, maxImageEdge)
    },
  }
}
