import type { InvitationStrings } from './invitation.en.ts'

export const invitationZh: InvitationStrings = {
  looking: '正在查看邀请…',
  title: '{name}邀请您加入',
  toAnswer: '您将回复 {sites} 的对话。',
  toAdmin: '您将回复所有网站的对话，并成为管理员。',
  signInWith: '您将以 {email} 登录。',
  accept: '创建我的账户',
  over: '此邀请已过期或已被使用。请索取新的邀请。',
}
