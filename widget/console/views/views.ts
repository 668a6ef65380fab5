import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { View } from '#shared/view.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import type { ListPlace } from '../route.ts'
import { viewFilterOf } from './view-place.ts'

/** The kept filters that somebody may use, in the order of their numbers; each change is told to the host. */
export class Views implements ReactiveController {
  list: readonly View[] = []
  readonly #host: ReactiveControllerHost
  #client: ChatClient | undefined

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {
    void this.read()
  }

  of(client: ChatClient | undefined): void {
    if (client === this.#client) return
    this.#client = client
    void this.read()
  }

  /** Nobody tells of a colleague's changes: read again whenever somebody comes near. */
  readonly read = async (): Promise<void> => {
    try {
      const answer = await this.#client?.call('GET /v2/views')
      this.list = answer?.views ?? []
      this.#host.requestUpdate()
    } catch {
      // Those that were read last go on being offered.
    }
  }

  async keep(name: string, place: ListPlace, isShared: boolean): Promise<void> {
    await this.#client?.call('POST /v2/views', { body: { name, filter: viewFilterOf(place), isShared } })
    await this.read()
  }

  async change({ viewId }: View, change: { name?: string; isShared?: boolean }): Promise<void> {
    await this.#client?.call('PATCH /v2/views/:viewId', { params: { viewId }, body: change })
    await this.read()
  }

  async drop({ viewId }: View): Promise<void> {
    await this.#client?.call('DELETE /v2/views/:viewId', { params: { viewId } })
    await this.read()
  }
}
