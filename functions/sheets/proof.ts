import type { WrittenCell } from '../../shared/importing/sheet.ts'
import type { Lang } from '../../shared/names.ts'
import type { Scope } from '../../shared/scope.ts'
import { stateWords, unsent } from '../../shared/words/mail.ts'
import { ruleWords } from '../../shared/words/rule.ts'
import { proofSheet } from '../../shared/words/sheets.ts'
import { isPeriod } from '../mail/overview.ts'
import { pageNotices } from '../store/notice-pages.ts'
import { heaps, type Notice } from '../store/notices.ts'
import { world } from '../world.ts'
import { isFault, type SheetFault } from './fault.ts'
import { type Paper, workbookType } from './papers.ts'
import { type WrittenColumn, writeText, writeWorkbook } from './write.ts'

/** The reminders of a day, one line for each duty and person, with what became of them: what stands behind the morning's proof. */
export async function provenLines(scope: Scope, date: string, format: 'csv' | 'xlsx', lang: Lang): Promise<Paper | SheetFault> {
  const { offices } = await world()
  const owners = ['county', ...offices.filter(({ kind }) => kind === 'township').map(({ id }) => id)]
  const all = owners.map((owner) => ({ index: 'g4' as const, pk: heaps.owner(scope, owner) }))
  const data: Notice[] = []
  for (let next: string | undefined = ''; next !== undefined; ) {
    const page = await pageNotices(scope, all, { on: date, limit: 500, keep: isReminder, ...(next ? { before: next } : {}) })
    data.push(...page.data)
    next = page.next
  }
  const head = proofSheet[lang]
  const columns: WrittenColumn[] = head.columns.map((heading, at) => ({ heading, width: [14, 44, 20, 30, 30, 12, 40][at] ?? 20 }))
  const rows = data.map((notice) => lineOf(notice, lang, offices))
  const name = `${head.title} ${date}`
  const bytes = format === 'csv' ? writeText(columns, rows) : await writeWorkbook([{ name, columns, rows }])
  if (isFault(bytes)) return bytes
  return { name: `${name}.${format}`, type: format === 'csv' ? 'text/csv; charset=utf-8' : workbookType, bytes }
}

const isReminder = ({ rule }: Notice): boolean => rule.startsWith('T') || isPeriod(rule)

function lineOf(notice: Notice, lang: Lang, offices: Awaited<ReturnType<typeof world>>['offices']): WrittenCell[] {
  const { record, office, to, rule, state, fate, reason } = notice
  const home = offices.find(({ kind, id }) => office === kind || office === `${kind}:${id}`)
  return [
    record.number ?? null,
    record.heading,
    home?.name[lang] ?? office,
    to,
    ruleWords(rule, notice)[lang],
    stateWords[state === 'sent' && fate ? fate : state][lang],
    reason ? unsent[reason][lang] : null,
  ]
}
