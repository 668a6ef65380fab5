import { describe, expect, it } from 'vitest'
import { createLifetime } from './lifetime.ts'
import { createTestEnvironment } from './model/test-environment.ts'

function arrange() {
  const environment = createTestEnvironment()
  const ran: string[] = []
  return {
    environment,
    life: createLifetime(environment),
    ran,
    run: (name: string) => () => void ran.push(name),
  }
}

describe('a lifetime', () => {
  it('takes its timers with it', async () => {
    const { environment, life, ran, run } = arrange()
    life.after(10, run('timer'))
    life.end()
    await environment.advance(100)
    expect(ran).toEqual([])
    expect(environment.timers()).toBe(0)
  })

  it('lets nothing begin after its end, and cleans up at once what comes too late', () => {
    const { environment, life, ran, run } = arrange()
    life.end()
    life.after(10, run('timer'))
    life.onEnd(run('clean up'))
    expect(environment.timers()).toBe(0)
    expect(ran).toEqual(['clean up'])
  })

  it('ends its children, and not its parent', () => {
    const { life, ran, run } = arrange()
    const first = life.child()
    const second = life.child()
    first.onEnd(run('first'))
    second.onEnd(run('second'))
    first.end()
    expect(ran).toEqual(['first'])
    expect(life.isOver()).toBe(false)
    life.end()
    expect(ran).toEqual(['first', 'second'])
  })

  it('runs each ending once, and none that was called off', () => {
    const { life, ran, run } = arrange()
    life.onEnd(run('kept'))
    life.onEnd(run('called off'))()
    life.end()
    life.end()
    expect(ran).toEqual(['kept'])
  })
})
