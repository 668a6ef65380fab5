import type { Environment } from '../environment.ts'

interface PageLifeOptions {
  readonly onLeave: () => void
  readonly onReturn: () => void
}

/**
 * When a page stops running, for good or until somebody goes back to it. A page that holds a lock, a channel or a connection is not kept
 * for going back to; one that is frozen with a lock keeps every other tab waiting. Returns how to stop listening.
 */
export function watchPageLife(environment: Environment, { onLeave, onReturn }: PageLifeOptions): () => void {
  const page = environment.page()
  if (page === null) return () => {}
  const abort = new AbortController()
  const { signal } = abort
  page.window.addEventListener('pagehide', onLeave, { signal })
  page.window.addEventListener('pageshow', onReturn, { signal })
  page.document.addEventListener('freeze', onLeave, { signal })
  page.document.addEventListener('resume', onReturn, { signal })
  return () => abort.abort()
}
