import type { Environment } from '../../widget/core/environment.ts'

/** A device whose network can be taken away and given back, as a browser would tell its page. */
export interface Switchboard {
  readonly environment: Environment
  cut(): void
  restore(): void
}

export function createSwitchboard(around: Environment): Switchboard {
  const window = new EventTarget()
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  const navigator = { onLine: true }

  function turn(isOn: boolean): void {
    navigator.onLine = isOn
    window.dispatchEvent(new Event(isOn ? 'online' : 'offline'))
  }

  return {
    environment: {
      ...around,
      page: () => ({ window, document, navigator }),
      loadSocket: async () => {
        if (!navigator.onLine) throw new Error('No network')
        return around.loadSocket()
      },
    },
    cut: () => turn(false),
    restore: () => turn(true),
  }
}
