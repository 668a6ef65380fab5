import { element } from './element.ts'
import { markLanguage, pageLanguage, translatePage } from './language.ts'
import { shopEnglish } from './shop.en.ts'

const language = pageLanguage()
if (language === 'en') translatePage(shopEnglish)
markLanguage()
document.documentElement.toggleAttribute('data-translated', true)

const added = {
  es: 'En la cesta. La tienda es inventada: no se cobra nada.',
  en: 'In the basket. The shop is made up: nothing is charged.',
}
let pieces = 0
element('buy').addEventListener('click', () => {
  pieces += 1
  element('basket').textContent = String(pieces)
  element('added').textContent = added[language]
})
