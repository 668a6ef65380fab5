import type { InvitationStrings } from './invitation.en.ts'

export const invitationJa: InvitationStrings = {
  looking: '招待を確認しています…',
  title: '{name}さんからの招待',
  toAnswer: '{sites} の返信を担当します。',
  toAdmin: 'すべてのサイトの返信を担当し、管理者になります。',
  signInWith: '{email} でログインします。',
  accept: 'アカウントを作成',
  over: 'この招待は期限切れか、使用済みです。新しい招待を依頼してください。',
}
