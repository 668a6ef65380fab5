/**
 * A client reads JSON. The one answer that is none, the table of the statistics, comes to it as a JSON string; here and not where every
 * answer is read, since visitors read no tables and would carry the weight.
 */
export function readTables(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (...request) => {
    const response = await fetch(...request)
    if (!response.headers.get('content-type')?.startsWith('text/csv')) return response
    const { status } = response
    return new Response(JSON.stringify(await response.text()), { status })
  }
}
