import type { FileStrings } from './files.en.ts'

export const filesAr: FileStrings = {
  download: 'تنزيل {name}',
  close: 'إغلاق',
  previous: 'الصورة السابقة',
  next: 'الصورة التالية',
}
