/** Later and again, so that tests own the waiting too. Each returns how to call it off. */
export interface Timers {
  after(ms: number, task: () => void): () => void
  every(ms: number, task: () => void): () => void
}

/** None of them keeps the process alive. */
export const systemTimers: Timers = {
  after(ms, task) {
    const timer = setTimeout(task, ms).unref()
    return () => clearTimeout(timer)
  },
  every(ms, task) {
    const timer = setInterval(task, ms).unref()
    return () => clearInterval(timer)
  },
}
