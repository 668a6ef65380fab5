import type { Site } from '#shared/site.ts'

/**
 * The line for a site's pages. How the closed chat looks stands in it, since nothing is asked of the server before somebody wants to
 * chat: colour, corner, theme and button are there from the first paint.
 */
export function snippetOf({ siteKey, appearance, teasers, features }: Site, apiUrl: string): string {
  const { accent, position, theme, launcher } = appearance
  const attributes = [
    `data-site="${siteKey}"`,
    ...(accent !== null && /^#[\da-f]{6}$/i.test(accent) ? [`data-accent="${accent}"`] : []),
    ...(position === 'start' ? ['data-position="start"'] : []),
    ...(theme === 'host' ? [] : [`data-theme="${theme}"`]),
    ...(launcher === 'none' ? ['data-launcher="none"'] : []),
    ...(teasers.length > 0 ? ['data-teaser="true"'] : []),
    ...(features.presenceBoard ? ['data-presence="true"'] : []),
  ]
  return `<script src="${apiUrl}/widget.js" ${attributes.join(' ')} async></script>`
}
