import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { VisitorDetails } from '#shared/visitor.ts'
import type { Visitor } from '#shared/person.ts'
import type { ChatClient } from '../../core/chat-client.ts'

interface Host extends ReactiveControllerHost {
  readonly client: ChatClient | undefined
  readonly visitor: Visitor | undefined
  readonly isPresent: boolean
}

/** Reads the way and the past of the visitor on screen; again whenever they come, go, turn a page, or others change what is known of them. */
export class DetailsReader implements ReactiveController {
  #details: VisitorDetails | null = null
  readonly #host: Host
  #read = ''

  constructor(host: Host) {
    this.#host = host
    host.addController(this)
  }

  /** Null until they have been read. */
  get details(): VisitorDetails | null {
    return this.#details?.visitorId === this.#host.visitor?.visitorId ? this.#details : null
  }

  hostUpdated(): void {
    const { client, visitor, isPresent } = this.#host
    if (client === undefined || visitor === undefined) return
    const { visitorId, page } = visitor
    const wanted = JSON.stringify([visitorId, page?.url, isPresent])
    if (wanted === this.#read) return
    this.#read = wanted
    void this.#ask(client, wanted)
  }

  /** Once more: something was done with the visitor. */
  again(): void {
    this.#read = ''
    this.#host.requestUpdate()
  }

  async #ask(client: ChatClient, wanted: string): Promise<void> {
    const visitorId = this.#host.visitor?.visitorId
    if (visitorId === undefined) return
    try {
      const details = await client.call('GET /v2/visitors/:visitorId', { params: { visitorId } })
      // Another may be on screen by now.
      if (wanted !== this.#read) return
      this.#details = details
      this.#host.requestUpdate()
    } catch {
      // What the chat says of them is on screen without it.
    }
  }
}
