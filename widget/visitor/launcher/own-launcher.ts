/** The page's own button, where `launcher` is a selector. */
export function ownLauncher(launcher: string): Element | null {
  try {
    return launcher === 'corner' || launcher === 'none' ? null : document.querySelector(launcher)
  } catch {
    // No selector at all.
    return null
  }
}
