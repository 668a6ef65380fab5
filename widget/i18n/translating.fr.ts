import type { TranslatingStrings } from './translating.en.ts'

export const translatingFr: TranslatingStrings = {
  byBrowser: 'Traduit par votre navigateur ({language})',
  working: 'Traduction…',
  downloading: 'Votre navigateur télécharge ce qu’il lui faut pour traduire : {share}',
  same: 'Déjà dans votre langue',
  draftSame: 'C’est déjà dans la langue du visiteur.',
  draftInto: 'Traduit par votre navigateur ({language}). Relisez avant d’envoyer.',
  use: 'Mettre dans le champ',
  backToOwn: 'Revenir à mon texte',
  failures: {
    'no-translator': 'Votre navigateur ne peut pas traduire cette paire de langues : {from} → {to}.',
    'not-downloaded': 'Votre navigateur n’a pas pu télécharger ce qu’il lui faut pour traduire. Réessayez.',
    failed: 'Votre navigateur n’a pas pu traduire ceci. Réessayez.',
  },
}
