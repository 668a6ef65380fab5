import type { Cancel, Environment } from './environment.ts'
import type { Lifetime } from './lifetime.ts'

/** The server pings every 10 s; without any packet for this long the line is dead, whatever the system says. */
const DEAD_MS = 20_000
/** After waking up, silence of this length is suspicious enough to begin anew. */
const SUSPICIOUS_MS = 15_000

/** Watches for a line that has died without saying so. */
export interface SilenceWatch {
  /** A packet came. */
  heard(): void
  isSuspicious(): boolean
  stop(): void
}

interface SilenceOptions {
  readonly life: Lifetime
  readonly environment: Environment
  readonly onDead: () => void
}

export function createSilenceWatch({ life, environment, onDead }: SilenceOptions): SilenceWatch {
  let lastPacketAt = 0
  let cancel: Cancel = () => {}

  function watch(): void {
    cancel()
    cancel = life.after(DEAD_MS, () => {
      // A hidden page's timers are throttled and prove nothing; it looks again when it is shown.
      if (environment.page()?.document.visibilityState === 'hidden') watch()
      else onDead()
    })
  }

  return {
    heard() {
      lastPacketAt = environment.now()
      watch()
    },
    isSuspicious: () => environment.now() - lastPacketAt > SUSPICIOUS_MS,
    stop: () => cancel(),
  }
}
