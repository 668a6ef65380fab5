/**
 * Access tokens of the demo's made-up commercial, one for each call; null where the server is not in demo mode, and people sign in
 * with an account of their own.
 */
export async function openDemoTokens(): Promise<(() => Promise<string | null>) | null> {
  let unused = await askForToken()
  if (unused === null) return null
  return async () => {
    const token = unused ?? (await askForToken())
    unused = null
    return token
  }
}

async function askForToken(): Promise<string | null> {
  const response = await fetch('/demo/session', { method: 'POST' })
  if (!response.ok) return null
  const { accessToken } = (await response.json()) as { readonly accessToken: string }
  return accessToken
}
