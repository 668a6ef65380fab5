import type { Context } from 'hono'
import { contentDisposition } from './content-disposition.ts'
import type { Env } from './env.ts'

/** A text file made of what the store holds. */
export interface Download {
  readonly fileName: string
  readonly mediaType: string
  /** Piece by piece: a chat of years is never in memory as a whole. */
  readonly pieces: AsyncIterable<string>
}

/** What people wrote, sent as a file: whatever it says, it is saved, and nothing in it runs. */
export function downloadResponse(context: Context<Env>, { fileName, mediaType, pieces }: Download): Response {
  context.header('content-type', `${mediaType}; charset=utf-8`)
  context.header('content-disposition', contentDisposition('attachment', fileName))
  context.header('content-security-policy', "sandbox; default-src 'none'")
  return context.body(toStream(pieces))
}

/** Reads on only as fast as somebody takes it. */
function toStream(pieces: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const iterator = pieces[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next()
      if (done === true) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}
