import type { Lang } from '../../shared/names.ts'

const zh = {
  menu: '文书',
  word: '下载 Word',
  back: '返回',
  several: '选中的事项，每件一份',
  tables: '汇总的，只要其中的表格（Excel）',
  bound: '每件一份的，合成一个文件打印',
  list: '由这些事项汇总',
  each: (label: string) => `${label}（每个单位一份）`,
  book: (year: string) => `${year}年发文登记`,
  empty: '今年还没有发文。',
  columns: ['文号', '文种', '事项', '发文日期', '经办人'],
  send: '编号发文',
  ask: '发文后给出文号，文件原样存档，文号不能收回；内容以后有变化，再发就是第二版。',
  mail: '同时发邮件告知收文单位（邮件里只有文号和打开的链接）',
  issued: '这份文件已编号发出，原件照当时的样子存档。',
  original: '下载原件',
  sent: (number: string) => `已发文：${number}`,
  kept: (number: string) => `下载 ${number}`,
}
type PaperWords = typeof zh

const en: PaperWords = {
  menu: 'Papers',
  word: 'Download for Word',
  back: 'Back',
  several: 'One for each selected item',
  tables: 'Of lists only the tables (Excel)',
  bound: 'Bind the papers of each item in one document to print',
  list: 'One list of these items',
  each: (label) => `${label} (one for each office)`,
  book: (year) => `Papers sent out in ${year}`,
  empty: 'Nothing was sent out this year.',
  columns: ['No.', 'Paper', 'Item', 'Sent out on', 'By'],
  send: 'Send out',
  ask: 'It gets its number and is kept as it is. A number is never taken back; sent out again after a change, it is a second edition.',
  mail: 'Write to those to whom it goes (the mail has its number and a link, not the paper)',
  issued: 'This paper was sent out under its number and is kept as it was.',
  original: 'Download it as it was',
  sent: (number) => `Sent out: ${number}`,
  kept: (number) => `Download ${number}`,
}

export const paperWords: Record<Lang, PaperWords> = { zh, en }
