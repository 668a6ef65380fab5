import type { ChatClient } from '../chat-client.ts'

/** Calls a client's method by its name, `loadOlder` or `visitor.describe`; what is thrown is a rejection. */
export async function perform(
  client: ChatClient,
  method: string,
  args: readonly unknown[],
): Promise<unknown> {
  const isVisitors = method.startsWith('visitor.')
  const target = (isVisitors ? client.visitor : client) as unknown as Readonly<Record<string, unknown>>
  const name = isVisitors ? method.slice('visitor.'.length) : method
  // Only its own: another tab may run another version of this code.
  const called = Object.hasOwn(target, name) ? target[name] : undefined
  if (typeof called !== 'function') throw new TypeError(`No ${method} here`)
  return (called as (...args: readonly unknown[]) => unknown)(...args)
}
