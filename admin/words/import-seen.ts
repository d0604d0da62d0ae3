import type { Lang } from '../../shared/names.ts'

const zh = {
  title: '表里是这样的',
  how: '列名所在的行标成蓝色；不对就点左边的行号换一行。每列上面写着它当作什么，不对就改。',
  mark: (row: string) => `把第 ${row} 行当作列名`,
  taken: '当作',
  not: '不用',
  unknown: '认不出，请选',
  of: (tab: string) => `工作表“${tab}”`,
  wrong: '有错',
  right: (said: string) => `已改，原来写的是“${said}”`,
  notYours: '不归您单位填写',
  foreign: (columns: string) => `${columns}不归您单位填写，或者要到办理中才填写，导入新事项时不取。可以都不用。`,
  without: '不用这些列，再核对一次',
  kinds: {
    text: '文字',
    number: '数字',
    date: '日期',
    yesno: '是或否',
    choice: '选一项',
    choices: '选几项',
    office: '单位',
    offices: '几个单位',
    deputies: '代表姓名',
    names: '姓名',
  },
}
type SeenWords = typeof zh

const en: SeenWords = {
  title: 'What the file looks like',
  how: 'The row of the headings is blue; click another row’s number if it is not. Above each column stands what it is taken for; change it if it is wrong.',
  mark: (row) => `Take row ${row} for the headings`,
  taken: 'Taken for',
  not: 'Not used',
  unknown: 'Unknown, choose',
  of: (tab) => `Tab “${tab}”`,
  wrong: 'Wrong',
  right: (said) => `put right; it said “${said}”`,
  notYours: 'not for your office to fill in',
  foreign: (columns) => `${columns}: not for your office to fill in. New items cannot bring these columns; leave them all out.`,
  without: 'Leave these columns out and check again',
  kinds: {
    text: 'text',
    number: 'number',
    date: 'day',
    yesno: 'yes or no',
    choice: 'one of a list',
    choices: 'some of a list',
    office: 'office',
    offices: 'offices',
    deputies: 'deputies',
    names: 'names',
  },
}

export const seenWords: Record<Lang, SeenWords> = { zh, en }
