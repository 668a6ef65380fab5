import type { Language } from '../domain/refusal-sentence.ts'
import type { HttpBindings } from '@hono/node-server'
import type { Credentials, Identified } from '../auth/identify.ts'
import type { RequestOrigin } from '../auth/origins.ts'
import type { AuditStorage } from '../domain/audit.ts'
import type { Identity } from '../domain/identity.ts'

/** What every request carries through Hono. */
export interface Env {
  Bindings: HttpBindings
  Variables: {
    requestId: string
    /** Of sentences for people. */
    language: Language
    credentials: Credentials
    from: RequestOrigin
    /** Who is asking. Throws 401 for bad credentials. `prefer`: whose cookie counts where both kinds arrive. */
    identify: (prefer: 'visitor' | 'commercial') => Promise<Identified | null>
    /** Who counts as one, for rate limits. */
    address: string
    /** Who asked, once that is known. */
    identity?: Identity
    /** What the call is about, where its address does not say it. */
    auditSubject?: string
    keepAudit: AuditStorage['appendAudit']
  }
}
