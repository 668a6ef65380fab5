import type { InvitationStrings } from './invitation.en.ts'

export const invitationAr: InvitationStrings = {
  looking: 'جارٍ التحقق من الدعوة…',
  title: 'يدعوك {name}',
  toAnswer: 'سترد في {sites}.',
  toAdmin: 'سترد في كل المواقع، وتكون مديرًا.',
  signInWith: 'ستسجّل الدخول باسم {email}.',
  accept: 'إنشاء حسابي',
  over: 'انتهت صلاحية هذه الدعوة أو استُخدمت. اطلب دعوة أخرى.',
}
