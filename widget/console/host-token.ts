/** Gives access tokens; null: nobody is signed in at the host. */
export type GetToken = () => Promise<string | null>

/**
 * For the attribute `get-token`: the name of a function of the page. Looked up when a token is wanted, so that the script that defines
 * it may come later than the element.
 */
export function tokenFrom(name: string | null): GetToken | undefined {
  if (name === null || name === '') return undefined
  return async () => {
    const give = (globalThis as Record<string, unknown>)[name]
    if (typeof give !== 'function') throw new TypeError(`The page has no function ${name}`)
    const token: unknown = await (give as () => unknown)()
    return typeof token === 'string' ? token : null
  }
}
