// Not HTML: that is what a captive portal answers.
const TEXT = /^text\/(?:csv|plain)/

/**
 * A client reads JSON. The answers that are none, the table of the statistics and a transcript, come to it as a JSON string; here and not where every
 * answer is read, since visitors read none and would carry the weight.
 */
export function readTables(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (...request) => {
    const response = await fetch(...request)
    if (!response.headers.get('content-type')?.match(TEXT)) return response
    const { status } = response
    return new Response(JSON.stringify(await response.text()), { status })
  }
}
