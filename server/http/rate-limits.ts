import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Refusal } from '../domain/refusal.ts'

/** The limits of the contract on what can be asked over HTTP. Each call counts one, and refuses with 429 when it is one too many. */
export interface RateLimits {
  /** Anything at all that one visitor asks for: far more than any client of ours needs. */
  visitorRequest(visitorId: string): Promise<void>
  visitorMessage(visitorId: string): Promise<void>
  upload(userId: string): Promise<void>
  /** Pages seen and events tracked, together. */
  trailStep(visitorId: string): Promise<void>
  /** Whole chats in one answer: transcripts and exports. */
  download(userId: string): Promise<void>
  /** A visitor that is not known yet. */
  newVisitor(address: string, siteKey: string): Promise<void>
  /** Signs of people who only look: an office has one address. */
  look(address: string, siteKey: string): Promise<void>
  newOnlooker(address: string, siteKey: string): Promise<void>
  /** Counts a guess before it is judged, so that guesses at the same moment all count; `forgive` takes a right one back. */
  loginAttempt(address: string, email: string): Promise<{ forgive(): Promise<void> }>
}

const FIFTEEN_MINUTES = 15 * 60

export function createRateLimits(enabled: boolean): RateLimits {
  if (!enabled) return unlimited
  const requests = new RateLimiterMemory({ points: 200, duration: 10 })
  const messageBurst = new RateLimiterMemory({ points: 10, duration: 10 })
  const messages = new RateLimiterMemory({ points: 120, duration: 10 * 60 })
  const uploads = new RateLimiterMemory({ points: 10, duration: 60 })
  const trailSteps = new RateLimiterMemory({ points: 30, duration: 60 })
  const downloads = new RateLimiterMemory({ points: 20, duration: 60 })
  const newVisitors = new RateLimiterMemory({ points: 60, duration: 60 })
  const looks = new RateLimiterMemory({ points: 1_200, duration: 60 })
  const newOnlookers = new RateLimiterMemory({ points: 120, duration: 60 })
  // By account and address together: a stranger can lock themself out of an account, never its owner.
  const loginsOfAccount = new RateLimiterMemory({ points: 10, duration: FIFTEEN_MINUTES })
  const loginsOfAddress = new RateLimiterMemory({ points: 50, duration: FIFTEEN_MINUTES })
  return {
    visitorRequest: (visitorId) => consume(requests, visitorId),
    async visitorMessage(visitorId) {
      await consume(messageBurst, visitorId)
      await consume(messages, visitorId)
    },
    upload: (userId) => consume(uploads, userId),
    trailStep: (visitorId) => consume(trailSteps, visitorId),
    download: (userId) => consume(downloads, userId),
    newVisitor: (address, siteKey) => consume(newVisitors, `${siteKey} ${address}`),
    look: (address, siteKey) => consume(looks, `${siteKey} ${address}`),
    newOnlooker: (address, siteKey) => consume(newOnlookers, `${siteKey} ${address}`),
    async loginAttempt(address, email) {
      const account = `${address} ${email.trim().toLowerCase()}`
      await consume(loginsOfAddress, address)
      await consume(loginsOfAccount, account)
      return {
        async forgive() {
          await loginsOfAddress.reward(address)
          await loginsOfAccount.delete(account)
        },
      }
    },
  }
}

const unlimited: RateLimits = {
  visitorRequest: () => Promise.resolve(),
  visitorMessage: () => Promise.resolve(),
  upload: () => Promise.resolve(),
  trailStep: () => Promise.resolve(),
  download: () => Promise.resolve(),
  newVisitor: () => Promise.resolve(),
  look: () => Promise.resolve(),
  newOnlooker: () => Promise.resolve(),
  loginAttempt: () => Promise.resolve({ forgive: () => Promise.resolve() }),
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (rejection) {
    if (!(rejection instanceof RateLimiterRes)) throw rejection
    throw new Refusal('rate_limited', { retryAfter: rejection.msBeforeNext / 1_000 })
  }
}
