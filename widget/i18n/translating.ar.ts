import type { TranslatingStrings } from './translating.en.ts'

export const translatingAr: TranslatingStrings = {
  byBrowser: 'ترجمه متصفحك من {language}',
  working: 'جارٍ الترجمة…',
  downloading: 'ينزّل متصفحك ما يلزمه للترجمة: {share}',
  same: 'مكتوب بلغتك أصلًا',
  draftSame: 'هذا بلغة الزائر أصلًا.',
  draftInto: 'ترجمة متصفحك ({language}). اقرأها قبل الإرسال.',
  use: 'وضعها في الحقل',
  backToOwn: 'العودة إلى نصي',
  failures: {
    'no-translator': 'لا يستطيع متصفحك الترجمة بين هاتين اللغتين: {from} ← {to}.',
    'not-downloaded': 'تعذر على متصفحك تنزيل ما يلزمه للترجمة. حاول مجددًا.',
    failed: 'تعذر على متصفحك ترجمة هذا. حاول مجددًا.',
  },
}
