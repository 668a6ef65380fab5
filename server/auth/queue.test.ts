import { expect, it, vi } from 'vitest'
import { createQueue } from './queue.ts'

/** A task that ends when it is told to. */
function task(log: string[], name: string) {
  let end = (): void => undefined
  const ended = new Promise<string>((resolve) => {
    end = () => resolve(name)
  })
  return {
    end,
    run: () => {
      log.push(name)
      return ended
    },
  }
}

it('runs as many at once as allowed, and the others in the order they came', async () => {
  const started: string[] = []
  const [a, b, c, d] = [task(started, 'a'), task(started, 'b'), task(started, 'c'), task(started, 'd')]
  const inTurn = createQueue({ atOnce: 2, waiting: 2 })
  const results = [inTurn(a.run), inTurn(b.run), inTurn(c.run), inTurn(d.run)]
  await Promise.resolve()
  expect(started).toEqual(['a', 'b'])
  b.end()
  expect(await results[1]).toBe('b')
  await vi.waitFor(() => expect(started).toEqual(['a', 'b', 'c']))
  for (const { end } of [a, c, d]) end()
  expect(await Promise.all(results)).toEqual(['a', 'b', 'c', 'd'])
})

it('refuses the one too many and gives its place back when a task fails', async () => {
  const inTurn = createQueue({ atOnce: 1, waiting: 1 })
  const failing = inTurn(() => Promise.reject(new Error('failed')))
  const waiting = inTurn(() => Promise.resolve('served'))
  await expect(inTurn(() => Promise.resolve('late'))).rejects.toMatchObject({ code: 'not_ready' })
  await expect(failing).rejects.toThrow('failed')
  expect(await waiting).toBe('served')
  expect(await inTurn(() => Promise.resolve('again'))).toBe('again')
})
