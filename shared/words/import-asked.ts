import type { Label } from '../names.ts'

// What is told of what somebody sends with a file.

export const columnsUnread: Label = {
  zh: '列的对应关系要写成 {"列名": "字段"}。',
  en: 'Write what columns mean as {"heading": "field"}.',
}

export function noSuchField(heading: string, field: string): Label {
  return {
    zh: `列“${heading}”对应的“${field}”不是这本台账的字段。`,
    en: `“${field}”, given for the column “${heading}”, is no field of this ledger.`,
  }
}

export const choicesUnread: Label = {
  zh: '看不懂 choices 里的选择。每个单元格写 {"take": "mine" 或 "theirs", "version": 版本}。',
  en: 'The choices cannot be read. Give each cell {"take": "mine" or "theirs", "version": …}.',
}

export const headingsUnread: Label = {
  zh: '看不懂 headings 里的行号。按工作表写明列名在第几行。',
  en: 'The rows of headings cannot be read. Give a row number for each tab.',
}

export const valuesUnread: Label = {
  zh: '看不懂 values 里的改法。写成 {"字段": {"表里写的": "应当是"}}。',
  en: 'The values cannot be read. Write them as {"field": {"what the cell says": "what is meant"}}.',
}
