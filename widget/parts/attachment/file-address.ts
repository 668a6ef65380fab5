/**
 * Where a file is to be fetched: its path and signature, at the server that the chat talks to. The address itself begins with the
 * server's public URL, or with `localhost` where none is set, which a page opened under another name of it may not load.
 */
export function fileAddress(url: string, from: Node): string {
  // A file that is still on this device.
  if (url.startsWith('blob:')) return url
  const { pathname, search } = new URL(url, location.href)
  return serverOf(from) + pathname + search
}

/** The nearest element around that says where its server is, or the page's own. */
function serverOf(node: Node): string {
  const root = node.getRootNode()
  if (!(root instanceof ShadowRoot)) return location.origin
  const { host } = root
  if ('apiUrl' in host && typeof host.apiUrl === 'string' && host.apiUrl !== '') {
    return new URL(host.apiUrl, location.href).href.replace(/\/+$/, '')
  }
  return serverOf(host)
}
