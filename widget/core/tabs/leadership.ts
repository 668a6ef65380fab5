export interface Leadership {
  /** Leads as soon as nobody else does. */
  campaign(): void
  /** Leads now: who did so until now does not answer. */
  seize(): void
  /** Gives up, whether it leads or waits. */
  resign(): void
}

interface LeadershipOptions {
  readonly locks: Pick<LockManager, 'request'> | null
  readonly name: string
  readonly onLead: () => void
  /** Another has seized it. */
  readonly onLost: () => void
}

/**
 * One tab of a browser leads: the one that holds the lock. The browser gives it to the next in the queue when that tab is closed or dies,
 * which no message could tell.
 */
export function createLeadership({ locks, name, onLead, onLost }: LeadershipOptions): Leadership {
  let withdraw = (): void => {}

  function bid(options: LockOptions): void {
    withdraw()
    if (locks === null) return onLead()
    const abort = new AbortController()
    let isStanding = true
    let hasLed = false
    let release = (): void => {}
    withdraw = () => {
      isStanding = false
      abort.abort()
      release()
    }
    const lead = () => {
      if (!isStanding) return undefined
      hasLed = true
      onLead()
      return new Promise<void>((resolve) => {
        release = resolve
      })
    }
    const lost = () => {
      if (!isStanding) return
      isStanding = false
      if (hasLed) onLost()
      // Locks are refused here altogether, as in a sandboxed frame: then this tab is alone.
      else onLead()
    }
    // A signal and `steal` exclude each other.
    locks.request(name, options.steal ? options : { signal: abort.signal }, lead).catch(lost)
  }

  return {
    campaign: () => bid({}),
    seize: () => bid({ steal: true }),
    resign() {
      withdraw()
      withdraw = () => {}
    },
  }
}
