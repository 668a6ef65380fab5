/** An address in the parts that the library asks for; every browser that we serve can read one by itself. */
export function parse(
  address: string,
): Readonly<Record<'source' | 'protocol' | 'host' | 'port' | 'path', string>> {
  const { href, protocol, hostname, port, pathname } = new URL(address)
  // The brackets of an IPv6 address are put back by whoever writes the next address.
  return {
    source: href,
    protocol: protocol.slice(0, -1),
    host: hostname.replaceAll(/[[\]]/g, ''),
    port,
    path: pathname,
  }
}
