import type { ReactiveControllerHost } from 'lit'

/** Draws an element again at these events of something that is not its own, for as long as the element is in the page. */
export function updateOn(
  host: ReactiveControllerHost,
  target: EventTarget | null | undefined,
  ...types: readonly string[]
): void {
  const update = () => host.requestUpdate()
  host.addController({
    hostConnected: () => types.forEach((type) => target?.addEventListener(type, update)),
    hostDisconnected: () => types.forEach((type) => target?.removeEventListener(type, update)),
  })
}
