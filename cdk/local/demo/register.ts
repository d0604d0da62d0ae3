import { officeName } from './offices.ts'
import type { Suggestion } from './suggestions.ts'
import { monthsAfter } from './workdays.ts'

export type RegisterFile = { name: string; type: 'text/csv'; bytes: Uint8Array<ArrayBuffer> }

const headings = [
  '编号',
  '标题',
  '内容',
  '领衔代表',
  '乡镇',
  '主办单位',
  '协办单位',
  '类别',
  '届次',
  '交办日期',
  '答复期限',
  '答复日期',
  '答复内容',
  '结果',
  '满意度',
]

const categories: Record<string, string> = {
  finance: '财政经济',
  agriculture: '农业农村',
  social: '社会建设',
  education: '教科文卫',
  environment: '环资城建',
  law: '民主法制',
  other: '其他',
}

const opinions = { satisfied: '满意', basically: '基本满意', dissatisfied: '不满意' }

/** The register as files that the product imports, one a year or more: CSV in UTF-8 with a byte order mark, none larger than `limit` bytes. */
export function registerFiles(register: Suggestion[], limit = 4_000_000): RegisterFile[] {
  const years = Object.groupBy(register, ({ number }) => number.slice(0, 4))
  return Object.entries(years).flatMap(([year, ofYear = []]) =>
    texts(ofYear, limit).map((text, at) => ({ name: `guannan-${year}-${at + 1}.csv`, type: 'text/csv', bytes: encoder.encode(text) })),
  )
}

const encoder = new TextEncoder()

function texts(suggestions: Suggestion[], limit: number): string[] {
  const heading = `\ufeff${headings.join(',')}\r\n`
  const written: string[] = []
  let size = limit
  for (const suggestion of suggestions) {
    const line = `${cells(suggestion).map(quoted).join(',')}\r\n`
    const bytes = encoder.encode(line).length
    if (size + bytes > limit) {
      written.push(heading)
      size = encoder.encode(heading).length
    }
    written[written.length - 1] += line
    size += bytes
  }
  return written
}

function cells(suggestion: Suggestion): string[] {
  const { number, title, body, deputies, township, lead, co, category, session, assignedOn, repliedOn, reply, result, satisfaction } =
    suggestion
  return [
    number,
    title,
    body,
    deputies.join('、'),
    officeName(township),
    assignedOn ? officeName(lead) : '',
    assignedOn ? co.map(officeName).join('、') : '',
    categories[category] ?? '',
    session,
    assignedOn ?? '',
    dueCell(suggestion),
    repliedOn ?? '',
    reply ?? '',
    result ?? '',
    satisfaction ? opinions[satisfaction] : '',
  ]
}

/** What is still owed within the statutory time says no day: the platform reckons it and can say why. */
function dueCell({ assignedOn, dueOn, repliedOn }: Suggestion): string {
  if (!assignedOn || !dueOn) return ''
  if (dueOn === 'none') return '无期限'
  return !repliedOn && dueOn === monthsAfter(assignedOn, 3) ? '' : dueOn
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
