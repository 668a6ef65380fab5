import { exportSPKI, importSPKI } from 'jose'
import type { AddIdentityKey } from '#shared/site.ts'
import type { SiteId } from '#shared/ids.ts'
import type { IdentityKeyRecord } from '../domain/records.ts'
import { Refusal } from '../domain/refusal.ts'
import type { VisitorStorage } from '../domain/visitor-storage.ts'
import { createOpaqueToken } from './opaque-token.ts'
import { createSiteKey } from './site-key.ts'

export interface AddedKey {
  readonly record: IdentityKeyRecord
  /** To be shown once; null where the site's server has its own. */
  readonly secret: string | null
}

/** A new key on a site's ring, beside those that are there: a site's server changes over before the old one is removed. */
export async function addIdentityKey(
  { storage }: { storage: Pick<VisitorStorage, 'addIdentityKey'> },
  siteId: SiteId,
  { algorithm, publicKey = '' }: AddIdentityKey,
): Promise<AddedKey> {
  const kid = createSiteKey()
  if (algorithm === 'ES256') {
    const key = await checkedPublicKey(publicKey)
    return { record: await storage.addIdentityKey(siteId, { kid, algorithm, key }), secret: null }
  }
  const secret = createOpaqueToken()
  return { record: await storage.addIdentityKey(siteId, { kid, algorithm, key: secret }), secret }
}

async function checkedPublicKey(pem: string): Promise<string> {
  try {
    return await exportSPKI(await importSPKI(pem.trim(), 'ES256', { extractable: true }))
  } catch {
    const message = 'A P-256 public key in PEM, from BEGIN PUBLIC KEY to END PUBLIC KEY'
    throw new Refusal('invalid', { issues: [{ path: 'publicKey', message }] })
  }
}
