import type { Label } from '../names.ts'

export function tooManyRows(limit: number): Label {
  return { zh: `一次最多导入 ${limit} 行。把文件分成几份再试。`, en: `At most ${limit} rows at a time. Split the file and try again.` }
}

export function tooLarge(megabytes: number): Label {
  return { zh: `文件超过 ${megabytes} MB。把文件分成几份再试。`, en: `The file is larger than ${megabytes} MB. Split it and try again.` }
}

export function farOut(cell: string): Label {
  return {
    zh: `单元格 ${cell} 有内容，远在表格右边之外。删去它，另存一份再试。`,
    en: `Cell ${cell} holds something, far to the right of any table. Delete it, save the file and try again.`,
  }
}

/** Of an export of more than `most` items; `text`: how many a text file takes, where that is more. */
export function tooManyToExport(most: number, text: number | null): Label {
  return {
    zh: `一次最多导出 ${most} 件。请按年份、乡镇或状态筛选后分几次导出${text ? `，或改导出 .csv（最多 ${text} 件）` : ''}。`,
    en: `One file takes at most ${most} items. Narrow it by year, township or state and export several${text ? `, or export .csv (at most ${text})` : ''}.`,
  }
}

export function cellTooLong(heading: string, max: number): Label {
  return {
    zh: `“${heading}”这一列里有超过 ${max} 个字的内容，工作簿的单元格放不下。请改导出 .csv，或缩小筛选范围。`,
    en: `The column “${heading}” holds a text of more than ${max} characters, which no cell of a workbook can hold. Export .csv, or narrow the filter.`,
  }
}

export function openQuote(row: number): Label {
  return {
    zh: `从第 ${row} 行起引号没有配对，读不下去。改好后再试。`,
    en: `A quotation mark opened near row ${row} is never closed. Correct it and try again.`,
  }
}

export function noHeadings(some: Label[]): Label {
  const names = some.slice(0, 4)
  return {
    zh: `第一行没有找到能对应的列名。至少要有${names.map((name) => `“${name.zh}”`).join('')}这样的列；可以先下载模板。`,
    en: `The first row has no heading that is known. It needs headings such as ${names.map((name) => `“${name.en}”`).join(', ')}; you may download the template.`,
  }
}

export function twice(heading: string, other: string): Label {
  return heading === other
    ? { zh: `列“${heading}”出现了两次，只留一列。`, en: `The heading “${heading}” appears twice. Keep one of them.` }
    : {
        zh: `列“${other}”和“${heading}”说的是同一项，只留一列。`,
        en: `The headings “${other}” and “${heading}” mean the same field. Keep one of them.`,
      }
}

/** Names of the record's own headings in a file. */
export const headerWords = {
  id: { zh: '系统号', en: 'id' },
  number: { zh: '编号', en: 'number' },
  township: { zh: '乡镇', en: 'township' },
  state: { zh: '状态', en: 'state' },
  example: { zh: '示例（不导入）', en: 'Example (not imported)' },
  version: { zh: '系统版本', en: 'record version' },
  options: { zh: '可选项（请勿改动）', en: 'options (leave as is)' },
  faults: { zh: '错误原因', en: 'Faults' },
  count: { zh: '序号', en: 'no.' },
  next: { zh: '最近待办日', en: 'day of the soonest duty' },
  late: { zh: '超期天数', en: 'days overdue' },
  holders: { zh: '该办单位', en: 'who has to act' },
  ledger: { zh: '台账', en: 'ledger' },
  heading: { zh: '标题', en: 'title' },
  year: { zh: '年度', en: 'year' },
  createdAt: { zh: '建立时间', en: 'created' },
  updatedAt: { zh: '更新时间', en: 'updated' },
} satisfies { [key: string]: Label }

const saidOnly: Label[] = [
  headerWords.faults,
  headerWords.count,
  headerWords.next,
  headerWords.late,
  headerWords.holders,
  headerWords.year,
  headerWords.createdAt,
  headerWords.updatedAt,
]

/** True for a heading of ours that an import passes over: it says how things stood when the file was written, a day to come among them. */
export const isSaidOnly = (heading: string): boolean => saidOnly.some(({ zh, en }) => heading === zh || heading === en)

/** What a list of several ledgers is called. */
export const allItems: Label = { zh: '全部事项', en: 'All items' }

/** What stands in the example of a template. */
export const exampleWords = {
  names: { zh: '张三、李四', en: 'Zhang San; Li Si' },
  text: ({ zh, en }: Label): Label => ({ zh: `（在这里写${zh}）`, en: `(${en})` }),
}

/** What stands above and below each page of an exported list. */
export function printWords(ledger: Label, today: string): { title: Label; pages: Label } {
  return {
    title: { zh: `${ledger.zh}（${today}）`, en: `${ledger.en} (${today})` },
    pages: { zh: '第 &P 页，共 &N 页', en: 'Page &P of &N' },
  }
}

export const noDeadline: Label = { zh: '无期限', en: 'none' }
export const yesNo: { yes: Label; no: Label } = { yes: { zh: '是', en: 'yes' }, no: { zh: '否', en: 'no' } }

/** The sheet behind a morning's proof. */
export const proofSheet = {
  zh: { title: '提醒凭证', columns: ['编号', '事项', '单位', '收信人', '规则', '结果', '原因'] },
  en: { title: 'Proof of reminders', columns: ['Number', 'Item', 'Office', 'Recipient', 'Rule', 'Outcome', 'Reason'] },
}
