interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (from: string) => string },
  ): { createScriptURL(from: string): unknown }
}

/**
 * Makes addresses of scripts that a page under Trusted Types accepts, and only those that `rule` makes. The name stands in the
 * console's Content-Security-Policy (`server/http/security-headers.ts`), where each may be taken once.
 */
export function createScriptPolicy(name: string, rule: (from: string) => string): (from: string) => string {
  let policy: ReturnType<TrustedTypes['createPolicy']> | undefined
  return (from) => {
    const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
    if (trustedTypes === undefined) return rule(from)
    policy ??= trustedTypes.createPolicy(name, { createScriptURL: rule })
    // What the browser takes for an address here is no string any more.
    return policy.createScriptURL(from) as string
  }
}
