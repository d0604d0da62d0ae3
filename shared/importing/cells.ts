import type { FieldOf } from '../definition/field.ts'
import type { Label } from '../names.ts'
import type { Value } from '../record.ts'
import { manyLines } from '../text.ts'
import {
  digitsLost,
  errorCell,
  notDay,
  notNumber,
  notOffice,
  notOption,
  notYesNo,
  outOfRange,
  tooFew,
  tooLong,
  tooMany,
  uncalculated,
} from '../words/rows.ts'
import type { World } from '../world.ts'
import { readDay } from './days.ts'
import type { CellField } from './meanings.ts'
import { hasLostDigits } from './numbers.ts'
import { type OfficeNames, officeNames } from './offices.ts'
import { alone } from './people.ts'
import { isFilled, type SheetCell, shownText, type UnreadCell } from './sheet.ts'

/** What a cell says: a value (with a remark on what of the cell is not part of it), nothing (blank: the field is left as it is), or one or more faults. */
export type Read = { value: Value; remark?: Label } | { blank: true; remark?: Label } | { faults: Label[] }
export type CellReader = {
  /** `date1904`: in this workbook, bare day numbers count from 1904. */
  read(field: CellField, cell: SheetCell, date1904?: boolean): Read
  office(kind: 'county' | 'township' | 'unit', text: string): { id: string } | { fault: Label }
}

/** Reads cells as values of a ledger's fields; built once for a file, since it prepares the names of the county's offices. */
export function cellReader(world: World): CellReader {
  const names = {
    county: officeNames(world.offices, 'county'),
    township: officeNames(world.offices, 'township'),
    unit: officeNames(world.offices, 'unit'),
  }
  const office = (kind: keyof typeof names, text: string): { id: string } | { fault: Label } => {
    const id = names[kind].id(text)
    return id === undefined ? { fault: notOffice(text, kind, names[kind].nearest(text)) } : { id }
  }
  return {
    office,
    read(field, cell, date1904 = false) {
      if (cell === null || !isFilled(cell) || (typeof cell === 'string' && manyLines(cell) === '')) return { blank: true }
      const unread = unreadCell(cell)
      return unread ? { faults: [unread] } : readValue(field, cell as Readable, names, date1904)
    },
  }
}

type Readable = Exclude<SheetCell, null | UnreadCell>

/** Why nothing can be read in a cell: a formula error, or a formula that was never calculated. */
export function unreadCell(cell: SheetCell): Label | undefined {
  if (typeof cell === 'object' && cell !== null && 'unread' in cell) return cell.unread === 'error' ? errorCell(cell.text) : uncalculated()
  const text = typeof cell === 'string' ? cell.trim() : ''
  return /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!)$/.test(text) ? errorCell(text) : undefined
}

function readValue(
  field: CellField,
  cell: Readable,
  names: { [kind in 'county' | 'township' | 'unit']: OfficeNames },
  date1904: boolean,
): Read {
  const text = manyLines(shownText(typeof cell === 'number' ? Number(cell.toPrecision(15)) : cell))
  switch (field.kind) {
    case 'text':
      return hasLostDigits(cell) ? { faults: [digitsLost(field.label, text)] } : textOf(field, text)
    case 'number':
      return numberOf(field, cell)
    case 'date':
      return dateOf(field, cell, date1904)
    case 'yesno':
      return yesNoOf(text)
    case 'choice': {
      const option = optionOf(field, text)
      return option ? { value: option } : { faults: [notOption(text, field.label, Object.values(field.options))] }
    }
    case 'choices':
      return each(
        field,
        split(text),
        (part) => optionOf(field, part),
        (part) => notOption(part, field.label, Object.values(field.options)),
      )
    case 'office': {
      const id = names[field.of].id(text)
      return id ? { value: id } : { faults: [notOffice(text, field.of, names[field.of].nearest(text))] }
    }
    case 'offices':
      return each(
        field,
        split(text),
        (part) => names[field.of].id(part),
        (part) => notOffice(part, field.of, names[field.of].nearest(part)),
      )
    case 'deputies':
    case 'names':
      return namesOf(field, text)
  }
}

function textOf(field: FieldOf<'text'>, text: string): Read {
  const max = field.max ?? 2000
  const length = [...text].length
  return length > max ? { faults: [tooLong(field.label, length, max)] } : { value: text }
}

function numberOf(field: FieldOf<'number'>, cell: Readable): Read {
  const plain = writtenNumber(field, cell).normalize('NFKC').replace(/[\s,]/g, '')
  const unit = [field.unit?.zh, field.unit?.en].find((word) => word !== undefined && plain.endsWith(word)) ?? ''
  const bare = plain.slice(0, plain.length - unit.length)
  const value = Number(bare)
  if (typeof cell === 'boolean' || bare === '' || !Number.isFinite(value)) return { faults: [notNumber(shownText(cell))] }
  const outside = (field.min !== undefined && value < field.min) || (field.max !== undefined && value > field.max)
  return outside ? { faults: [outOfRange(field.label, field.min, field.max)] } : { value }
}

/** The number itself where its format only rounds it or adds zeros; as it is shown where the format adds words (`12万元`). 85% is 85 where the field counts in per cent. */
function writtenNumber(field: FieldOf<'number'>, cell: Readable): string {
  if (typeof cell !== 'object' || 'day' in cell) return shownText(cell)
  const shown = cell.shown.normalize('NFKC').replace(/[\s,]/g, '')
  if (shown.endsWith('%')) return String(Number((field.unit?.zh.endsWith('%') ? cell.number * 100 : cell.number).toPrecision(15)))
  return /^[-+]?[\d.]+(e[-+]?\d+)?$/i.test(shown) ? String(cell.number) : shown
}

function dateOf(field: FieldOf<'date'>, cell: Readable, date1904: boolean): Read {
  const text = shownText(cell)
  const word = text.normalize('NFKC').trim().toLowerCase()
  if (field.none && ['none', '无期限', '无限期', '没有期限', '不限期', 'no deadline'].includes(word)) return { value: 'none' }
  const number = typeof cell === 'object' && 'number' in cell ? readDay(cell.number, date1904) : undefined
  const day = typeof cell === 'boolean' ? undefined : (number ?? readDay(typeof cell === 'number' ? cell : text, date1904))
  return day === undefined ? { faults: [notDay(text)] } : { value: day }
}

function yesNoOf(text: string): Read {
  const word = text.normalize('NFKC').toLowerCase()
  if (['是', 'yes', 'y', 'true', '1', '√', '✓', '对', '有'].includes(word)) return { value: true }
  if (['否', 'no', 'n', 'false', '0', '×', 'x', '不是', '无', '没有'].includes(word)) return { value: false }
  return { faults: [notYesNo(text)] }
}

/** An option by its key, either label, or the key with the label behind it (`A 已解决`, `A类`). */
function optionOf(field: FieldOf<'choice'> | FieldOf<'choices'>, text: string): string | undefined {
  const plain = (part: string): string =>
    part
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s.、:：,，()-]/g, '')
  const word = plain(text)
  const options = Object.entries(field.options)
  const named = options.find(([key, label]) => [key, label.zh, label.en].some((name) => plain(name) === word))
  const led = options.find(([key, label]) => ['类', label.zh, label.en].some((rest) => plain(`${key}${rest}`) === word))
  return (named ?? led)?.[0]
}

function each(
  field: CellField & { min?: number | undefined; max?: number | undefined },
  parts: string[],
  find: (part: string) => string | undefined,
  fault: (part: string) => Label,
): Read {
  const found = parts.map((part) => ({ part, value: part.length > 60 ? undefined : find(part) }))
  const faults = found.filter(({ value }) => value === undefined).map(({ part }) => fault(part))
  const value = [...new Set(found.flatMap(({ value }) => value ?? []))]
  if (field.min !== undefined && value.length < field.min) faults.push(tooFew(field.label, field.min))
  if (field.max !== undefined && value.length > field.max) faults.push(tooMany(field.label, field.max))
  return faults.length ? { faults } : { value }
}

/** Names alone; how many more there were (张桂兰等12人) is remarked, never taken for a name. */
function namesOf(field: FieldOf<'deputies'> | FieldOf<'names'>, text: string): Read {
  const { names: parts, remark } = alone(splitNames(text))
  const names = parts.flatMap(chinese).filter((part) => part !== '')
  if (names.length === 0) return { blank: true, ...(remark ? { remark } : {}) }
  const read = each(
    field,
    names,
    (part) => part,
    (part) => tooLong(field.label, part.length, 60),
  )
  return 'value' in read && remark ? { ...read, remark } : read
}

function split(text: string): string[] {
  return text
    .split(/[、;；,，\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** Names in Latin letters may hold commas and blanks. Chinese registers pad short names (`张　三`) and part names by commas or blanks too. */
function splitNames(text: string): string[] {
  return text
    .split(/[、;；\n]+/)
    .flatMap((part) => (/\p{Script=Han}/u.test(part) ? part.split(/[,，]+/) : [part]))
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function chinese(part: string): string[] {
  const words = part.trim().split(/\s+/)
  return words.some((word) => /^\p{Script=Han}$/u.test(word))
    ? [words.join('')]
    : words.every((word) => /^\p{Script=Han}{2,}$/u.test(word))
      ? words
      : [part]
}
