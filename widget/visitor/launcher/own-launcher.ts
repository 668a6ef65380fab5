/** The page's own button, where `launcher` is a selector. `corner` and `none` select nothing: no element is called so. */
export function ownLauncher(launcher: string): Element | null {
  try {
    return document.querySelector(launcher)
  } catch {
    // No selector at all.
    return null
  }
}
