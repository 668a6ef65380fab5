/** Put in by the build: every file that the console is made of, and a name that changes with any of them. */
declare const __SHELL_FILES__: readonly string[]
declare const __SHELL_NAME__: string

const PREFIX = 'console-shell-'
const PAGE = '/console'
/** A network that does not answer within this is none. */
const PATIENCE_MS = 4_000

export async function keepShell(): Promise<void> {
  const cache = await caches.open(PREFIX + __SHELL_NAME__)
  // Past the browser's own cache: what is five minutes old may be of another release.
  const requests = [PAGE, ...__SHELL_FILES__].map((path) => new Request(path, { cache: 'no-cache' }))
  await cache.addAll(requests)
}

/** When no tab of theirs is open any more. */
export async function forgetOldShells(): Promise<void> {
  const names = await caches.keys()
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== PREFIX + __SHELL_NAME__)
  await Promise.all(old.map((name) => caches.delete(name)))
}

/** The page from the network where there is one, its parts from the shell. null: the browser's own business. */
export function answer(request: Request, origin: string): Promise<Response> | null {
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== origin) return null
  if (request.mode === 'navigate') return isPage(url) ? answerPage(request) : null
  return url.pathname.startsWith(`${PAGE}/`) ? answerPart(request) : null
}

function isPage({ pathname }: URL): boolean {
  return pathname === PAGE || pathname === `${PAGE}/`
}

async function answerPage(request: Request): Promise<Response> {
  // A navigation is passed on as it is, or not at all: it takes no signal that would end it.
  const asked = fetch(request)
  try {
    return await Promise.race([asked, afterPatience()])
  } catch {
    return (await caches.match(PAGE)) ?? asked
  }
}

function afterPatience(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('No answer')), PATIENCE_MS)
  })
}

/** Names with a hash in them mean the same for ever; whatever has none is asked for first. */
async function answerPart(request: Request): Promise<Response> {
  const isForEver = /-[\w-]{8,}\.\w+$/.test(new URL(request.url).pathname)
  const kept = await caches.match(request, { ignoreVary: true })
  if (kept !== undefined && isForEver) return kept
  try {
    return await fetch(request)
  } catch (cause) {
    if (kept === undefined) throw cause
    return kept
  }
}
