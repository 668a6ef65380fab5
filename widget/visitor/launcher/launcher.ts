import type { Scheme } from '../../styles/scheme.ts'

/** What the launcher shows. */
export interface LauncherState {
  readonly isOpen: boolean
  /** How many messages wait, as the region writes it; empty: none. */
  readonly unread: string
  readonly label: string
  readonly scheme: Scheme
  readonly position: 'start' | 'end'
  readonly accent: string | undefined
}

/** Brings the launcher up to date, from when the element is there; until then it is as the script tag has painted it. */
export function showLauncher(button: HTMLButtonElement, state: LauncherState): void {
  const { isOpen, unread, label, scheme, position, accent } = state
  button.dataset['scheme'] = scheme
  button.dataset['position'] = position
  button.ariaExpanded = String(isOpen)
  button.ariaLabel = label
  if (accent !== undefined) button.style.setProperty('--site-accent', accent)
  const badge = button.lastElementChild
  if (!(badge instanceof HTMLElement)) return
  badge.hidden = !unread || isOpen
  badge.textContent = unread
}
