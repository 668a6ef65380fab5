import { landingEnglish } from './landing.en.ts'
import { markLanguage, pageLanguage, translatePage } from './language.ts'
import { offerCopy } from './snippet.ts'
import { openStage } from './stage.ts'
import { showWeight } from './weight.ts'

if (pageLanguage() === 'en') translatePage(landingEnglish)
markLanguage()
document.documentElement.toggleAttribute('data-translated', true)
offerCopy()
void showWeight()
void openStage()
