import type { TranslatingStrings } from './translating.en.ts'

export const translatingZh: TranslatingStrings = {
  byBrowser: '由您的浏览器从{language}翻译',
  working: '正在翻译…',
  downloading: '您的浏览器正在下载翻译所需的内容：{share}',
  same: '已经是您的语言',
  draftSame: '这已经是访客的语言。',
  draftInto: '由您的浏览器译为{language}。请在发送前阅读。',
  use: '放入输入框',
  backToOwn: '恢复我的原文',
  failures: {
    'no-translator': '您的浏览器无法将{from}翻译为{to}。',
    'not-downloaded': '您的浏览器无法下载翻译所需的内容。请重试。',
    failed: '您的浏览器未能翻译此内容。请重试。',
  },
}
