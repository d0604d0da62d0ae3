import { writeDay } from '../deadline/days.ts'
import type { Column, Field } from '../definition/field.ts'
import { linksIn } from '../definition/links.ts'
import { optionsOf } from '../definition/options.ts'
import { inRow } from '../in-row.ts'
import { isDay } from '../names.ts'
import { COUNTY_LEVEL } from '../office-names.ts'
import type { LedgerRecord, Row, Value } from '../record.ts'
import type { Office, World } from '../world.ts'

/** By whose names values are written: offices, people, files, and records by what they are called. */
export type Names = {
  offices: Office[]
  person: (id: string) => string | undefined
  file: (id: string) => string | undefined
  record: (ledger: string, id: string) => string | undefined
}

/** A value as a paper says it, in Chinese; empty when there is nothing to say. What names something that is not known any more is left out. */
export function written(field: Field | Column, fields: Record<string, Field>, value: Value | undefined, names: Names): string {
  if (value === undefined || value === null || value === '') return ''
  switch (field.kind) {
    case 'text':
      return String(value).trim()
    case 'number':
      return `${value}${field.unit?.zh ?? ''}`
    case 'date':
      return isDay(value) ? dayOf(value) : '不定期限'
    case 'yesno':
      return value === true ? '是' : '否'
    case 'choice':
    case 'choices':
      return close(listed([value].flat().map((option) => field.options[String(option)]?.zh)))
    case 'office':
    case 'offices':
      return listed([value].flat().map((id) => officeOf(names.offices, field.of, String(id))))
    case 'person':
      return names.person(String(value)) ?? ''
    case 'deputies':
    case 'names':
      return listed([value].flat().map(String))
    case 'records':
      return listed(linksIn(field, value).map(({ ledger, id }) => names.record(ledger, id)))
    case 'files':
      return listed([value].flat().map((id) => names.file(String(id))))
    case 'items':
      return rowsOf(value)
        .map((row) =>
          Object.entries(field.columns).flatMap(([key, column]) => written(column, fields, inRow(column, row[key]), names) || []),
        )
        .map((cells) => cells.join('，'))
        .join('；')
    case 'ballot':
      return counted(
        value,
        Object.entries(field.options).map(([key, { zh }]) => [key, zh]),
      )
    case 'poll':
      return counted(value, [])
    case 'computed':
      return computed(field.value.as, optionsOf(field, fields)?.[String(value)]?.zh, value)
    default:
      return ''
  }
}

/** A paper sets numbers without the blanks that a screen has around them. */
export const close = (text: string): string => text.replace(/(?<=\p{Script=Han}) (?=\d)|(?<=\d) (?=\p{Script=Han})/gu, '')

/** 2026年3月2日. */
export function dayOf(day: string): string {
  return writeDay(day, 'zh', { weekday: false })
}

/** An office by its name; nothing for one that is not there. */
export function officeOf(offices: Office[], kind: string, id: string): string | undefined {
  return offices.find((office) => office.kind === kind && office.id === id)?.name.zh
}

/** The standing committee whose office this is; any other office itself. */
export const committeeOf = (office: string): string => office.replace(/办公室$/, '')

/** The township of a record by its name; the county's own items are of none. */
export function placeOf({ world }: { world: World }, { township }: Pick<LedgerRecord, 'township'>): string {
  return township === null ? COUNTY_LEVEL : (officeOf(world.offices, 'township', township) ?? '')
}

/** The rows of an `items` field. */
export function rowsOf(value: unknown): Row[] {
  return Array.isArray(value) ? value.filter((row): row is Row => typeof row === 'object' && row !== null) : []
}

const totals = [
  ['all', '应到', '人'],
  ['present', '实到', '人'],
  ['issued', '发出票', '张'],
  ['collected', '收回票', '张'],
  ['valid', '有效票', '张'],
]

function counted(value: Value, options: string[][]): string {
  if (typeof value !== 'object' || value === null) return ''
  const counts = Object.entries(value)
  const of = (key = '') => counts.find(([each]) => each === key)?.[1] ?? 0
  return [...totals, ...options].map(([key, label, measure = '票']) => `${label}${of(key)}${measure}`).join('，')
}

function computed(as: string, option: string | undefined, value: Value): string {
  if (as === 'share' || as === 'rate') return `${(Math.round(Number(value) * 1000) / 10).toFixed(1)}%`
  if (as === 'days') return `${value}天`
  return option ?? String(value)
}

function listed(texts: (string | undefined)[]): string {
  return texts.filter((text): text is string => text !== undefined && text !== '').join('、')
}
