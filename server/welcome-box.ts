/** What the first start prints: the one link, the demo, and the line to paste. */
export function welcomeBox({ url, dataDir, setupToken, siteKey }: WelcomeFacts): string {
  const lines = [
    `Sobremesa is ready · ${url}`,
    `Data in ${dataDir}`,
    '',
    ...(setupToken === null
      ? [`Console   ${url}/console`]
      : [
          'Create the first account (this link works once, for 30 minutes):',
          `  ${url}/console#setup=${setupToken}`,
        ]),
    `Demo      ${url}/demo`,
    '',
    'Paste this line before </body>:',
    `  <script src="${url}/widget.js" data-site="${siteKey}" async></script>`,
  ]
  const width = Math.max(...lines.map((line) => line.length))
  const rows = lines.map((line) => `│ ${line.padEnd(width)} │`)
  return [`┌${'─'.repeat(width + 2)}┐`, ...rows, `└${'─'.repeat(width + 2)}┘`].join('\n')
}

export interface WelcomeFacts {
  readonly url: string
  readonly dataDir: string
  readonly setupToken: string | null
  readonly siteKey: string
}
