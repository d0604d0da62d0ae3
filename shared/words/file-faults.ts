import type { Label } from '../names.ts'

/** What people are told about a file that cannot be read. */
export const fileWords = {
  notSheet: {
    zh: '这不是表格文件（.xlsx、.xls、.et、.csv）。用 WPS 或 Excel 另存为 .xlsx 再试。',
    en: 'This is not an .xlsx, .xls, .et or .csv file. Save it as .xlsx and try again.',
  },
  oldExcel: {
    zh: '这个旧版表格读不了。用 WPS 或 Excel 另存为 .xlsx 再试。',
    en: 'This old spreadsheet cannot be read. Save it as .xlsx and try again.',
  },
  encrypted: {
    zh: '文件加了密码。去掉密码，另存一份再试。',
    en: 'The file is protected by a password. Remove the password, save it and try again.',
  },
  empty: { zh: '文件是空的，没有可以导入的行。', en: 'The file is empty: there are no rows to import.' },
  damaged: {
    zh: '文件损坏，打不开。重新另存为 .xlsx 再试。',
    en: 'The file is damaged and cannot be opened. Save it again as .xlsx and try again.',
  },
  unpacksTooLarge: {
    zh: '文件展开后太大。删去图片和多余的表，另存一份再试。',
    en: 'The file unpacks to too much. Delete pictures and spare sheets, save it and try again.',
  },
  absent: { zh: '文件没有送达。请重新上传。', en: 'The file never arrived. Please upload it again.' },
  encoding: {
    zh: '认不出文件的文字编码。另存为 UTF-8 的 .csv 或 .xlsx 再试。',
    en: 'The text encoding is not known. Save the file as UTF-8 .csv or as .xlsx and try again.',
  },
} satisfies { [key: string]: Label }
