import type { Page } from '#shared/person.ts'

/** The address of a visitor's page as something to follow, or null: it is a visitor who says it, and `javascript:` is an address too. */
export function webAddress(url: string): string | null {
  try {
    const { protocol, href } = new URL(url)
    return protocol === 'https:' || protocol === 'http:' ? href : null
  } catch {
    return null
  }
}

/** A page as short as a header needs: the path within the site, or the site where there is none. */
export function pageName({ url }: Page): string {
  try {
    const { host, pathname } = new URL(url)
    return pathname === '/' ? host : decodeURI(pathname)
  } catch {
    return url
  }
}
