import type { Ledger } from '../definition/ledger.ts'
import { optionsOf } from '../definition/options.ts'
import type { Block } from '../definition/paper.ts'
import { dutiesOf } from '../definition/slots.ts'
import { soonestDay } from '../duty.ts'
import { outcomeOf } from '../engine/poll.ts'
import { hiddenFields } from '../engine/readers.ts'
import { heading } from '../heading.ts'
import { inRow } from '../in-row.ts'
import type { LedgerRecord } from '../record.ts'
import { rateOf } from './counted.ts'
import type { Table } from './filled.ts'
import { share } from './marks.ts'
import { dutyDay, fieldText, said } from './say.ts'
import type { Source } from './source.ts'
import { unsaid } from './unsaid.ts'
import { dayOf, officeOf, placeOf, rowsOf, written } from './written.ts'

type Of<A extends Block['as']> = Extract<Block, { as: A }>
const headers: Record<string, string> = {
  number: '编号',
  heading: '名称',
  township: '乡镇',
  state: '状态',
  year: '年度',
  dueOn: '期限',
  polled: '票决结果',
}
const polled = { elected: '选定', tied: '得票相同', lost: '未选定' } as const

/** Facts by twos: what is not known stands empty, as a place to write. */
export function factsTable({ rows }: Of<'facts'>, source: Source): Table {
  const [record] = source.records
  const pairs = rows.map((row) =>
    row.flatMap((fact) => {
      if (typeof fact !== 'string') return [fact.label, fact.text === undefined ? '' : (said(fact.text, source, 'title') ?? '')]
      const key = fact.slice(1)
      return [source.ledger.fields[key]?.label.zh ?? '', record ? fieldText(source, record, key) : '']
    }),
  )
  const width = Math.max(...pairs.map((row) => row.length))
  return {
    as: 'table',
    rows: pairs,
    labels: true,
    shares: Array.from({ length: width }, (_, at) => (at % 2 === 0 ? 2 : width === 2 ? 10 : 4)),
  }
}

/** The rows of an `items` field; null when there are none. */
export function itemsTable({ of, columns }: Of<'items'>, source: Source): Table | null {
  const [record] = source.records
  const field = source.ledger.fields[of]
  if (!record || field?.kind !== 'items' || hiddenFields(source.ledger, record, source.scope, source.world).includes(of)) return null
  const shown = columns ?? Object.keys(field.columns)
  const rows = rowsOf(record.data[of]).map((row) =>
    shown.map((key) => {
      const column = field.columns[key]
      return column ? written(column, source.ledger.fields, inRow(column, row[key]), source.names) : ''
    }),
  )
  return numbered(
    shown.map((key) => field.columns[key]?.label.zh ?? ''),
    rows,
  )
}

/** Records in lines: those of a list, or the children on a ledger. Null when there are none. */
export function recordsTable(ledger: Ledger, records: LedgerRecord[], columns: string[], source: Source): Table | null {
  const at = { ...source, ledger, events: [] }
  const rows = records.map((record) => columns.map((key) => cell(at, record, key)))
  return numbered(
    columns.map((key) => headers[key] ?? ledger.fields[key]?.label.zh ?? dayHead(ledger, key)),
    rows,
  )
}

function cell(source: Source, record: LedgerRecord, key: string): string {
  if (key === 'number') return record.number ?? ''
  if (key === 'heading') return heading(source.ledger, record)
  if (key === 'township') return placeOf(source, record)
  if (key === 'state') return source.ledger.states[record.state]?.label.zh ?? ''
  if (key === 'year') return String(record.year)
  if (key === 'polled') return outcome(source, record)
  const duties = dutiesOf(key)
  if (duties) return dutyDay(record, duties)
  if (key !== 'dueOn') return fieldText(source, record, key)
  // Whatever comes first, so it says what is to be done by then: the next may be another's, or only a step on the way.
  const day = soonestDay(record.duties)
  const duty = record.duties.find(({ state, dueOn }) => state === 'open' && dueOn === day)
  return day === null || !duty ? '' : `${dayOf(day)}（${source.ledger.duties[duty.key]?.label.zh ?? ''}）`
}

/** What became of a record in the vote over the list that it belongs to, as far as its reader sees the vote. */
function outcome({ ledgers, records, scope, world }: Source, { id, parent }: LedgerRecord): string {
  const list = records.find((each) => each.id === parent?.id && each.ledger === parent.ledger)
  const ledger = list && ledgers.get(list.ledger)
  if (!ledger) return ''
  const hidden = hiddenFields(ledger, list, scope, world)
  const [key = ''] = Object.entries(ledger.fields).find(([field, { kind }]) => kind === 'poll' && !hidden.includes(field)) ?? []
  const what = outcomeOf(list.data[key], id)
  return what ? polled[what] : ''
}

/** Above the days of a duty: what is to be done by then. */
function dayHead({ duties }: Ledger, column: string): string {
  const [key = ''] = dutiesOf(column) ?? []
  return `${duties[key]?.label.zh ?? ''}期限`
}

/** How many of the records have which option, where any has one, and the rates of the report. */
export function figuresTables({ counts = [], rates = [] }: Of<'figures'>, source: Source): Table[] {
  const { ledger, records } = source
  const seen = (key: string) => records.filter((record) => !hiddenFields(ledger, record, source.scope, source.world).includes(key))
  const counted = counts.flatMap((key): Table[] => {
    const options = Object.entries(optionsOf(ledger.fields[key], ledger.fields) ?? {})
    const held = seen(key)
    const says = ({ data }: LedgerRecord, option: string) => [data[key]].flat().some((each) => String(each) === option)
    const silent = held.filter((record) => !options.some(([option]) => says(record, option))).length
    // What was not measured is counted, and is no part of what was.
    const base = held.length - silent
    const told = [
      ...options.map(([option, { zh }]) => {
        const number = held.filter((record) => says(record, option)).length
        return { label: zh, number, part: share(number, base) }
      }),
      ...(silent > 0 ? [{ label: unsaid(ledger, key), number: silent, part: '—' }] : []),
    ]
    if (silent === held.length) return []
    return [
      {
        as: 'table',
        head: [ledger.fields[key]?.label.zh ?? '', ...told.map(({ label }) => label)],
        rows: [
          ['数量', ...told.map(({ number }) => String(number))],
          ['占比', ...told.map(({ part }) => part)],
        ],
        shares: [2, ...told.map(() => 2)],
      },
    ]
  })
  const told = rates.flatMap((key): string[][] => {
    const rate = ledger.report?.rates?.[key]
    if (!rate) return []
    const judged = records.flatMap((record) => rateOf(ledger, key, record, source) ?? [])
    const [met, base] = [judged.filter((each) => each === 'of').length, judged.filter((each) => each === 'over').length]
    return [[rate.label.zh, `${met}`, `${base}`, share(met, base)]]
  })
  return told.length > 0 ? [...counted, { as: 'table', head: ['项目', '数量', '基数', '比率'], rows: told, shares: [4, 2, 2, 2] }] : counted
}

/** A row for each subject with an empty box for each option. */
export function ticksTable({ of, rows = [], children }: Of<'ticks'>, source: Source): Table | null {
  const field = source.ledger.fields[of]
  const ballot = field?.kind === 'ballot' ? field.options : field?.kind === 'poll' ? pollOptions : optionsOf(field, source.ledger.fields)
  const options = Object.values(ballot ?? {}).map(({ zh }) => zh)
  const named = children === undefined ? [] : source.kin.children.filter((child) => child.ledger === children)
  const subjects = [
    ...rows.flatMap((text) => said(text, source, 'title') ?? []),
    ...named.flatMap((child) => {
      const ledger = source.ledgers.get(child.ledger)
      return ledger ? [heading(ledger, child)] : []
    }),
  ]
  if (subjects.length === 0) return null
  return {
    as: 'table',
    head: ['序号', '事项', ...options],
    rows: subjects.map((subject, at) => [String(at + 1), subject, ...options.map(() => '')]),
    shares: [1, 6, ...options.map(() => 2)],
    tall: 14,
  }
}
const pollOptions = { for: { zh: '赞成' }, against: { zh: '反对' }, abstain: { zh: '弃权' } }

/** A row for each who is named, and ten to write in where nobody is. */
export function rollTable({ of, boxes }: Of<'roll'>, source: Source): Table {
  const [record] = source.records
  const text = record ? fieldText(source, record, of) : ''
  const names = text === '' ? Array.from({ length: 10 }, () => '') : text.split('、')
  return {
    as: 'table',
    head: ['序号', source.ledger.fields[of]?.label.zh ?? '', ...boxes],
    rows: names.map((name, at) => [String(at + 1), name, ...boxes.map(() => '')]),
    shares: [2, 6, ...boxes.map(() => 5)],
    tall: 10,
  }
}

/** Who owes what by when, and what became of it. */
export function dutiesTable(source: Source): Table | null {
  const [record] = source.records
  const rows = (record?.duties ?? [])
    .filter(({ state }) => state !== 'void')
    .map(({ key, holder, dueOn, doneOn, state }) => [
      source.ledger.duties[key]?.label.zh ?? '',
      officeOf(source.world.offices, holder.kind, holder.id) ?? '',
      dueOn === null ? '不定期限' : dayOf(dueOn),
      doneOn ? `${dayOf(doneOn)}完成` : state === 'paused' ? '暂停计时' : dueOn !== null && dueOn < source.today ? '已超期' : '办理中',
    ])
  return numbered(['待办事项', '责任单位', '期限', '办理情况'], rows)
}

/** What happened, as far as maker and addressee may be told what was said. */
export function timelineTable(open: (key: string) => boolean, source: Source): Table | null {
  const { ledger, events, world, names } = source
  const [record] = source.records
  const hidden = record ? hiddenFields(ledger, record, source.scope, world) : []
  const rows = events.flatMap((event) => {
    const label = stepName(ledger, event.transition)
    if (label === undefined) return []
    const words = Object.entries(event.said).flatMap(([key, value]) => {
      const field = ledger.fields[key]
      return field && field.kind !== 'files' && !hidden.includes(key) && open(key) ? written(field, ledger.fields, value, names) || [] : []
    })
    const office = officeOf(world.offices, event.by.office.kind, event.by.office.id) ?? (event.by.office.kind === 'system' ? '系统' : '')
    return [[dayOf(event.on), office, label, words.join('；')]]
  })
  return numbered(['日期', '办理单位', '办理事项', '说明'], rows)
}
const plainSteps: Record<string, string | undefined> = { create: '登记入册', import: '导入台账' }

/** What happened, by its name; nothing for what is only written down. */
export const stepName = (ledger: Ledger, step: string): string | undefined => ledger.transitions[step]?.label.zh ?? plainSteps[step]

function numbered(head: string[], rows: string[][]): Table | null {
  if (rows.length === 0) return null
  const longest = head.map((label, at) => Math.max(wide(label), ...rows.map((row) => Math.min(40, wide(row[at] ?? '')))))
  return {
    as: 'table',
    head: ['序号', ...head],
    rows: rows.map((row, at) => [String(at + 1), ...row]),
    shares: [3.5, ...longest.map((length) => Math.max(4, Math.min(22, length)) + (length <= 12 ? 2.5 : 1.5))],
  }
}

/** How wide a text is, in Chinese signs. */
function wide(text: string): number {
  return [...text].reduce((sum, letter) => sum + (/[\x20-\x7e]/.test(letter) ? 0.7 : 1), 0)
}
