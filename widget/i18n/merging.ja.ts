import type { MergingStrings } from './merging.en.ts'

export const mergingJa: MergingStrings = {
  title: '{name}さんと同じ人は誰ですか？',
  search: '名前、メール、電話番号',
  searchHint: 'このサイトに書き込んだことのある人から探します。',
  searching: '検索中…',
  nobody: '該当する人はいません。',
  compare: 'この 2 人は同じ人ですか？',
  stays: '残る',
  goes: 'まとめられる',
  swap: '入れ替える',
  another: '別の人を選ぶ',
  noEmail: 'メールなし',
  chats: { other: '会話 {count} 件' },
  seen: '最終訪問：{when}',
  online: 'オンライン',
  effectAll:
    '2 人の会話、ファイル、閲覧履歴は 1 人のものになります。両方にある情報は、残る側が優先されます。',
  effectOpen: '2 人とも会話が続いています。返信を待っている方が続き、もう一方は終了します。',
  effectSession: 'まとめられる側はブラウザーのチャットからログアウトされ、そこでは新しい訪問者になります。',
  effectOnline: '今オンラインです。',
  final: 'この操作は元に戻せません。',
  merge: '統合する',
  merging: '統合中…',
  bothVerified: 'サイトが 2 人を別の人として確認しているため、統合できません。',
  blocked: 'どちらかがブロックされています。先に解除してください。',
}
