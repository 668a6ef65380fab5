import type { TranslatingStrings } from './translating.en.ts'

export const translatingJa: TranslatingStrings = {
  byBrowser: 'ブラウザーが{language}から翻訳しました',
  working: '翻訳しています…',
  downloading: 'ブラウザーが翻訳に必要なデータをダウンロードしています：{share}',
  same: 'すでにあなたの言語です',
  draftSame: 'すでに訪問者の言語です。',
  draftInto: 'ブラウザーによる{language}への翻訳です。送信前に確認してください。',
  use: '入力欄に入れる',
  backToOwn: '元の文に戻す',
  failures: {
    'no-translator': 'お使いのブラウザーは{from}から{to}に翻訳できません。',
    'not-downloaded':
      'ブラウザーが翻訳に必要なデータをダウンロードできませんでした。もう一度お試しください。',
    failed: 'ブラウザーが翻訳できませんでした。もう一度お試しください。',
  },
}
