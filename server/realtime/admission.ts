import type { ExtendedError } from 'socket.io'
import type { AddressOf } from '../auth/client-address.ts'
import { parseCookies } from '../auth/cookies.ts'
import { readBearer, type Credentials, type Identified, type Identify } from '../auth/identify.ts'
import { originOf, type Origins } from '../auth/origins.ts'
import { sitesOf } from '../domain/identity.ts'
import { Refusal } from '../domain/refusal.ts'
import type { ChatSocket } from './connection.ts'
import { toRefused } from './refused.ts'
import type { Tally } from './tally.ts'

const MAX_SOCKETS_PER_VISITOR = 10
const MAX_ANONYMOUS_PER_ADDRESS = 50

interface Deps {
  readonly identify: Identify
  readonly origins: Origins
  readonly addressOf: AddressOf
  readonly rateLimits: boolean
  readonly report: (cause: unknown) => void
  readonly tally: Tally
}

/** Who may connect, and as whom. */
export interface Admission {
  /** Socket.IO's middleware: leaves the proofs in `socket.data`, or ends in the client's `connect_error` with `data.code`. */
  readonly middleware: (socket: ChatSocket, proceed: (failure?: ExtendedError) => void) => void
  /** Counts a socket that connected; returns how to stop counting it. */
  count(socket: ChatSocket): () => void
}

export function createAdmission(deps: Deps): Admission {
  const counts = new Map<string, number>()

  function checkRoom(socket: ChatSocket, proofs: readonly Identified[]): void {
    const { key, limit } = allotmentOf(deps.addressOf, socket, proofs)
    if (deps.rateLimits && (counts.get(key) ?? 0) >= limit) throw new Refusal('rate_limited')
  }

  async function admit(socket: ChatSocket): Promise<void> {
    const proofs = await proofsOf(deps, socket)
    checkRoom(socket, proofs)
    socket.data.proofs = proofs
  }

  return {
    middleware(socket, proceed) {
      admit(socket).then(
        () => proceed(),
        (cause: unknown) => proceed(toConnectError(cause, { ...deps, socket })),
      )
    },
    count(socket) {
      const { key } = allotmentOf(deps.addressOf, socket, socket.data.proofs)
      counts.set(key, (counts.get(key) ?? 0) + 1)
      return () => {
        const left = (counts.get(key) ?? 0) - 1
        if (left > 0) counts.set(key, left)
        else counts.delete(key)
      }
    },
  }
}

function allotmentOf(
  addressOf: AddressOf,
  { conn, handshake }: ChatSocket,
  [first]: readonly Identified[],
): { key: string; limit: number } {
  if (first === undefined) {
    const address = addressOf(conn.request.socket.remoteAddress, handshake.headers)
    return { key: `address ${address}`, limit: MAX_ANONYMOUS_PER_ADDRESS }
  }
  const { role, userId } = first.identity
  return { key: `user ${userId}`, limit: role === 'visitor' ? MAX_SOCKETS_PER_VISITOR : Infinity }
}

async function proofsOf({ identify, origins }: Deps, socket: ChatSocket): Promise<readonly Identified[]> {
  const credentials = credentialsOf(socket)
  const first = await identify(credentials)
  if (first === null) return []
  if (first.via === 'bearer') return [first]
  const second = hasBothCookies(credentials) ? await asVisitor(identify, credentials) : null
  const proofs = second === null ? [first] : [first, second]
  // `allowRequest` let pass what comes from the page of any site; a cookie only proves something on a page of its own.
  await origins.check(
    originOf(socket.handshake.headers),
    proofs.flatMap(({ identity }) => sitesOf(identity)),
  )
  return proofs
}

/** The console's cookie counts; a visitor's beside it that has run out is no reason to refuse. */
async function asVisitor(identify: Identify, credentials: Credentials): Promise<Identified | null> {
  try {
    return await identify(credentials, { prefer: 'visitor' })
  } catch (cause) {
    if (cause instanceof Refusal) return null
    throw cause
  }
}

function credentialsOf({ handshake: { auth, headers } }: ChatSocket): Credentials {
  const { token = null } = auth as { token?: unknown }
  if (token !== null && typeof token !== 'string') throw new Refusal('invalid_token')
  return { bearer: token ?? readBearer(headers.authorization), cookies: parseCookies(headers.cookie) }
}

function hasBothCookies({ cookies }: Credentials): boolean {
  return cookies.console_session !== undefined && cookies.visitor_session !== undefined
}

function toConnectError(
  cause: unknown,
  context: Pick<Deps, 'report' | 'tally'> & { socket: ChatSocket },
): ExtendedError {
  const { code, message } = toRefused(cause, context)
  return Object.assign(new Error(message), { data: { code } })
}
