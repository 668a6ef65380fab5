/** A value that can be watched. */
export interface Readable<T> {
  get(): T
  /** Called after every change, not at once; returns how to stop. */
  subscribe(listener: (value: T) => void): () => void
}

export interface Store<T> extends Readable<T> {
  /** Giving back the same value changes nothing and tells nobody. */
  update(change: (value: T) => T): void
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial
  const listeners = new Set<(value: T) => void>()
  return {
    get: () => value,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    update(change) {
      const next = change(value)
      if (Object.is(next, value)) return
      value = next
      for (const listener of listeners) tell(listener, value)
    },
  }
}

/** A listener that throws is the page's fault to hear of, not a reason to leave a message unsent. */
function tell<T>(listener: (value: T) => void, value: T): void {
  try {
    listener(value)
  } catch (cause) {
    queueMicrotask(() => {
      throw cause
    })
  }
}
