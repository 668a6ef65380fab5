import type { ClientState } from '../core/state.ts'
import type { Localization } from '../i18n/localization.ts'
import type { accompany } from './accompany.ts'
import type { CoveringWidget } from './close-on-back.ts'
import type { TeasingWidget } from './teaser/teaser.ts'
import { ownLauncher } from './launcher/own-launcher.ts'
import { visitorChat } from './visitor-chat.ts'

type Widget = Parameters<typeof accompany>[0] &
  TeasingWidget &
  CoveringWidget & { readonly teaser: boolean; readonly launcher: string; close(): void }
type Running = Promise<() => void> | undefined

/** What goes along with the talk, on the page outside of the panel: brought when there is use for it, stopped when there is none. */
export function createCompany(widget: Widget) {
  let teasing: Running
  let going: Running
  const now = { rings: true, locale: '' }
  let binding: Running
  let speaking: Promise<unknown> | undefined
  let returning: Promise<unknown> | undefined
  return {
    keep(state: ClientState | undefined, l10n: Localization): void {
      const button = binding ? null : ownLauncher(widget.launcher)
      if (button !== null)
        binding = import('./launcher/bind-launcher.ts').then((module) => module.bindLauncher(widget, button))
      if (!('CloseWatcher' in window) && widget.renderRoot.querySelector('dialog[open]'))
        returning ??= import('./close-on-back.ts').then((module) => module.closeOnBack(widget))
      const site = state?.site
      now.rings = state?.rings !== false
      now.locale = l10n.locale
      if (!site) teasing = stop(teasing)
      else if (widget.teaser && site.teasers.length > 0 && !visitorChat(state)?.chat)
        teasing ??= import('./teaser/teaser.ts').then((module) => module.tease(widget, site, l10n))
      const chat = state && visitorChat(state)?.chat
      // The team spoke first, and nobody has looked yet.
      if (site && chat?.lastSeq === 1 && chat.unreadCount === 1 && !widget.open)
        speaking ??= import('./teaser/teaser.ts').then((module) =>
          module.showFirstWord(widget, chat, { site, l10n }),
        )
      if (state?.session.state !== 'visitor') going = stop(going)
      else going ??= import('./accompany.ts').then((module) => module.accompany(widget, now))
    },
  }
}

function stop(running: Running): undefined {
  void running?.then((end) => end())
}
