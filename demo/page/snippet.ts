import { element } from './element.ts'
import { landingWords } from './landing-words.ts'
import { pageLanguage } from './language.ts'

/** Makes the line on the page the one that works with this very server, and puts it on the clipboard. */
export function offerCopy(): void {
  const words = landingWords[pageLanguage()]
  element('origin').textContent = location.origin
  const line = `<script src="${location.origin}/widget.js" data-site="default" async></script>`
  element('copy').addEventListener('click', () => {
    navigator.clipboard.writeText(line).then(
      () => say(words.copied),
      () => say(words.notCopied),
    )
  })
}

function say(words: string): void {
  element('copied').textContent = words
}
