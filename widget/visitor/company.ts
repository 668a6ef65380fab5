import type { ClientState } from '../core/state.ts'
import type { Localization } from '../i18n/localization.ts'
import type { accompany } from './accompany.ts'
import type { TeasingWidget } from './teaser/teaser.ts'
import { ownLauncher } from './launcher/own-launcher.ts'
import { visitorChat } from './visitor-chat.ts'

type Widget = Parameters<typeof accompany>[0] &
  TeasingWidget & { readonly teaser: boolean; readonly launcher: string; close(): void }
type Running = Promise<() => void> | undefined

/** What goes along with the talk, on the page outside of the panel: brought when there is use for it, stopped when there is none. */
export function createCompany(widget: Widget) {
  let teasing: Running
  let going: Running
  let rings = true
  let binding: Running
  return {
    keep(state: ClientState | undefined, l10n: Localization): void {
      const button = binding ? null : ownLauncher(widget.launcher)
      if (button !== null)
        binding = import('./launcher/bind-launcher.ts').then((module) => module.bindLauncher(widget, button))
      const site = state?.site
      rings = state?.rings !== false
      if (!site) teasing = stop(teasing)
      else if (widget.teaser && site.teasers.length > 0 && !visitorChat(state)?.chat)
        teasing ??= import('./teaser/teaser.ts').then((module) => module.tease(widget, site, l10n))
      if (state?.session.state !== 'visitor') going = stop(going)
      else going ??= import('./accompany.ts').then((module) => module.accompany(widget, () => rings))
    },
  }
}

function stop(running: Running): undefined {
  void running?.then((end) => end())
}
