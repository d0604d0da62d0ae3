import { writeDay } from '../deadline/days.ts'
import type { Column, Field } from '../definition/field.ts'
import { longest } from '../definition/lines.ts'
import { linksIn } from '../definition/links.ts'
import { isDay, type Label, type Lang } from '../names.ts'
import type { Poll } from '../record.ts'
import type { Fault } from '../refusal.ts'
import { leftOpen } from '../words/left-open.ts'
import type { Office, World } from '../world.ts'
import { ballotFaults } from './ballot.ts'
import { takenOverBy } from './heir.ts'

/**
 * Checks one value against its field. Returns every fault with its path (`given.co.1`), none when the value is good.
 * Days are `2026-03-02` (or the word `none` where the field allows it); offices must be known to the county and not closed.
 * A fact must not lie after `today`; without that day facts are not judged.
 */
export function valueFaults(field: Field | Column, value: unknown, path: string, world: World, today?: string): Fault[] {
  const bad = (zh: string, en: string): Fault[] => [fault(path, zh, en)]
  const { zh, en } = field.label
  switch (field.kind) {
    case 'text': {
      const max = longest(field)
      if (typeof value !== 'string') return bad(`${zh}要写成文字。`, `${en} must be text.`)
      return [...value].length > max
        ? bad(`${zh}最多 ${max} 字，现在 ${[...value].length} 字。`, `${en}: at most ${max} characters, now ${[...value].length}.`)
        : []
    }
    case 'number': {
      if (typeof value !== 'number' || !Number.isFinite(value)) return bad(`${zh}要写成数字。`, `${en} must be a number.`)
      if (field.min !== undefined && value < field.min) return bad(`${zh}不能小于 ${field.min}。`, `${en} must not be below ${field.min}.`)
      if (field.max !== undefined && value > field.max) return bad(`${zh}不能大于 ${field.max}。`, `${en} must not be above ${field.max}.`)
      return []
    }
    case 'date':
      if (field.past && today !== undefined && isDay(value) && value > today) return [yetToCome(field.label, path, today)]
      if (isDay(value) || (field.none && value === 'none')) return []
      return bad(`${zh}要写成 2026-03-02 这样的日期。`, `${en}: write the day as 2026-03-02.`)
    case 'yesno':
      return typeof value === 'boolean' ? [] : bad(`${zh}请选“是”或“否”。`, `${en}: choose yes or no.`)
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(field.options, value) ? [] : bad(...oneOf(field.label, field.options))
    case 'office':
      return officeFaults(field.of, value, field.label, path, world)
    case 'choices':
    case 'offices':
    case 'deputies':
    case 'names':
    case 'records':
    case 'files':
      return listFaults(field, value, path, world)
    case 'query':
      return typeof value === 'string' && /^[a-z][a-zA-Z0-9-]{0,39}(\?[^\s#]{0,500})?$/.test(value)
        ? []
        : bad(`${zh}要写成一个列表的筛选，从列表页的地址里复制。`, `${en}: the filter of a list, as its page’s address has it.`)
    case 'person':
      // As long as an id may be: it is looked up as it is given.
      return typeof value === 'string' && value !== '' && value.length < 65 ? [] : bad(`${zh}请选一个人。`, `${en}: choose a person.`)
    case 'items':
      return itemFaults(field, value, path, world, today)
    case 'ballot':
      return ballotFaults(field, value).map((message) => ({ path, code: 'bad', message }))
    case 'poll': {
      const { rows, ...counts } = (typeof value === 'object' && value !== null ? value : {}) as Partial<Poll>
      const whole = Array.isArray(rows) && rows.every((row) => typeof row?.id === 'string' && typeof row.for === 'number')
      const counted = ['all', 'present', 'issued', 'collected', 'valid'].every((key) => isCount((counts as Record<string, unknown>)[key]))
      return whole && counted
        ? []
        : bad(`${zh}：请填写到会和各候选的票数。`, `${en}: enter who was present and the votes of each candidate.`)
    }
    case 'computed':
      return bad(`${zh}是算出来的，不能填写。`, `${en} is computed and cannot be entered.`)
  }
}

const fault = (path: string, zh: string, en: string): Fault => ({ path, code: 'bad', message: { zh, en } })

const isCount = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0

type ListField = Extract<Field, { kind: 'choices' | 'offices' | 'deputies' | 'names' | 'records' | 'files' }>

function listFaults(field: ListField, value: unknown, path: string, world: World): Fault[] {
  const { zh, en } = field.label
  if (!Array.isArray(value)) return [fault(path, `${zh}要写成一个列表。`, `${en} must be a list.`)]
  const faults = value.flatMap((each, at): Fault[] => {
    const here = `${path}.${at}`
    if (typeof each !== 'string' || each.trim() === '')
      return [fault(here, `${zh}第 ${at + 1} 项是空的。`, `${en}: item ${at + 1} is empty.`)]
    if (value.indexOf(each) !== at) return [fault(here, `${zh}里“${each}”写了两次。`, `${en}: “${each}” stands there twice.`)]
    if (field.kind === 'choices' && !Object.hasOwn(field.options, each)) {
      return [fault(here, ...oneOf(field.label, field.options))]
    }
    if (field.kind === 'offices') return officeFaults(field.of, each, field.label, here, world)
    if (field.kind === 'records' && linksIn(field, [each]).length === 0)
      return [fault(here, `${zh}第 ${at + 1} 项要写成“台账/编号”。`, `${en}: write item ${at + 1} as ledger/id.`)]
    if ([...each].length > 200)
      return [fault(here, `${zh}第 ${at + 1} 项太长，最多 200 字。`, `${en}: item ${at + 1} is longer than 200 characters.`)]
    return []
  })
  const min = 'min' in field ? field.min : undefined
  const max = 'max' in field ? field.max : undefined
  if (min !== undefined && value.length < min) faults.push(fault(path, `${zh}至少要 ${min} 个。`, `${en}: at least ${min}.`))
  if (max !== undefined && value.length > max) faults.push(fault(path, `${zh}最多 ${max} 个。`, `${en}: at most ${max}.`))
  if (value.length > 500) faults.push(fault(path, `${zh}最多 500 个。`, `${en}: at most 500.`))
  return faults
}

function itemFaults(field: Extract<Field, { kind: 'items' }>, value: unknown, path: string, world: World, today?: string): Fault[] {
  const { zh, en } = field.label
  if (!Array.isArray(value)) return [fault(path, `${zh}要写成一张小表。`, `${en} must be a list of rows.`)]
  const faults = value.flatMap((row, at): Fault[] => {
    const here = `${path}.${at}`
    if (typeof row !== 'object' || row === null || Array.isArray(row)) {
      return [fault(here, `${zh}第 ${at + 1} 行写法不对。`, `${en}: row ${at + 1} is not a row.`)]
    }
    const unknown = Object.keys(row).filter((key) => key !== 'id' && !Object.hasOwn(field.columns, key))
    return [
      ...unknown.map(
        (key): Fault => ({
          path: `${here}.${key}`,
          code: 'unasked',
          message: { zh: `${zh}里没有“${key}”这一列。`, en: `${en} has no column “${key}”.` },
        }),
      ),
      ...Object.entries(field.columns).flatMap(([key, column]) =>
        cellFaults(column, (row as Record<string, unknown>)[key], `${here}.${key}`, world, today),
      ),
    ]
  })
  if (field.min !== undefined && value.length < field.min) {
    faults.push(fault(path, `${zh}至少要 ${field.min} 行。`, `${en}: at least ${field.min} rows.`))
  }
  if (value.length > 300) faults.push(fault(path, `${zh}最多 300 行。`, `${en}: at most 300 rows.`))
  return faults
}

function cellFaults(column: Column, value: unknown, path: string, world: World, today?: string): Fault[] {
  if (value === undefined || value === null || value === '') {
    return column.required ? [missing(column, path)] : []
  }
  return valueFaults(column, value, path, world, today)
}

function officeFaults(of: string, value: unknown, label: Label, path: string, world: World): Fault[] {
  const office = world.offices.find((each) => each.id === value && each.kind === of)
  if (office?.closed) return [{ path, code: 'bad', message: closedOffice(label, office, world) }]
  if (office) return []
  const kind = { unit: '承办单位', township: '乡镇', county: '县级机关' }[of] ?? '单位'
  const said = typeof value === 'string' ? value : JSON.stringify(value)
  const sorry = `${label.en}: “${said}” is not a known ${of}; choose one from the list.`
  return [fault(path, `${label.zh}：“${said}”不是本县的${kind}，请从名单中选。`, sorry)]
}

/** What is said wherever work would go to an office that is closed: who took it over, where somebody did. */
export function closedOffice(label: Label, office: Office, world: Pick<World, 'offices'>): Label {
  const { name } = office
  const heir = takenOverBy(world, office)
  if (heir)
    return {
      zh: `${label.zh}：${name.zh}已撤销，由${heir.name.zh}接替，请改选${heir.name.zh}。`,
      en: `${label.en}: ${name.en} is closed and was taken over by ${heir.name.en}; choose ${heir.name.en}.`,
    }
  return {
    zh: `${label.zh}：${name.zh}已撤销或停用，请改选接替它的单位。`,
    en: `${label.en}: ${name.en} is closed; choose the office that took over its work.`,
  }
}

function oneOf(label: Label, options: Record<string, Label>): [string, string] {
  const zh = Object.entries(options)
    .map(([key, option]) => `${option.zh}（${key}）`)
    .join('、')
  const en = Object.entries(options)
    .map(([key, option]) => `${key} (${option.en})`)
    .join(', ')
  return [`${label.zh}只能选：${zh}。`, `${label.en} must be one of: ${en}.`]
}

/** The fault of a fact that is yet to come. */
export function yetToCome(label: Label, path: string, today: string): Fault {
  const day = (lang: Lang) => writeDay(today, lang, { weekday: false })
  const zh = `${label.zh}不能晚于今天（${day('zh')}）。`
  return { path, code: 'future', message: { zh, en: `${label.en} tells what has happened; it cannot lie after today (${day('en')}).` } }
}

/** The fault for a required field left empty, in the panel's words (panel.md §5). */
export function missing(field: { kind?: string; label: Label }, path: string): Fault {
  return { path, code: 'missing', message: leftOpen(field) }
}
