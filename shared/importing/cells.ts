import type { FieldOf } from '../definition/field.ts'
import type { Label } from '../names.ts'
import { type OfficeNames, officeNames } from '../office-names.ts'
import type { Value } from '../record.ts'
import { manyLines } from '../text.ts'
import {
  besideChoice,
  besideOffice,
  digitsLost,
  errorCell,
  notDay,
  notName,
  notNumber,
  notOffice,
  notOption,
  notYesNo,
  oneOffice,
  outOfRange,
  takenForDay,
  tooFew,
  tooLong,
  tooMany,
  uncalculated,
} from '../words/cells.ts'
import { yesNo } from '../words/sheets.ts'
import type { World } from '../world.ts'
import { lacking, readDay, readUnclearDay } from './days.ts'
import { type CellFault, proposing } from './instead.ts'
import type { CellField } from './meanings.ts'
import { nearDay } from './near-days.ts'
import { nearOffice } from './near-offices.ts'
import { nearest } from './nearest.ts'
import { hasLostDigits } from './numbers.ts'
import { beside, listed, officeIn, officesIn } from './office-cells.ts'
import { readNames, readPeople } from './people.ts'
import { isFilled, type SheetCell, shownText, type UnreadCell } from './sheet.ts'

/** What a cell says: a value (with a remark on what of the cell is not part of it), nothing (blank: the field is left as it is), or one or more faults. */
export type Read = { value: Value; remark?: Label } | { blank: true; remark?: Label } | { faults: CellFault[] }
/** `date1904`: in this workbook, bare day numbers count from 1904; `asWritten`: the row was written by an export, so that a cell holds a value and nothing beside it; `year`: the one that the
 * register tells for a day that lacks it. */
export type How = { date1904?: boolean; asWritten?: boolean; year?: () => number | undefined }
export type CellReader = {
  read(field: CellField, cell: SheetCell, how?: How): Read
  office(kind: 'county' | 'township' | 'unit', text: string): { id: string; remark?: Label } | { fault: CellFault }
}

/** Reads cells as values of a ledger's fields; built once for a file, since it prepares the names of the county's offices. */
export function cellReader(world: World): CellReader {
  const named = (kind: 'county' | 'township' | 'unit') => ({
    ...officeNames(world.offices, kind),
    nearest: (text: string) => nearOffice(world.offices, kind, text),
  })
  const names = { county: named('county'), township: named('township'), unit: named('unit') }
  const office = (kind: keyof typeof names, text: string): ReturnType<CellReader['office']> => {
    const { id, beside } = officeIn(text, names[kind])
    if (id === undefined) return { fault: noOffice(text, kind, names) }
    return { id, ...(beside ? { remark: besideOffice(beside) } : {}) }
  }
  return {
    office,
    read(field, cell, how = {}) {
      if (cell === null || !isFilled(cell) || (typeof cell === 'string' && manyLines(cell) === '')) return { blank: true }
      if (!how.asWritten && saysNothing(field, cell)) return { blank: true }
      const unread = unreadCell(cell)
      return unread ? { faults: [unread] } : readValue(field, cell as Readable, names, how)
    },
  }
}

type Names = { [kind in 'county' | 'township' | 'unit']: OfficeNames & { nearest(text: string): string | undefined } }

function noOffice(text: string, kind: keyof Names, names: Names): CellFault {
  const near = names[kind].nearest(text)
  return proposing(notOffice(text, kind, near), text, near)
}

function noOption(text: string, { label, options }: FieldOf<'choice'> | FieldOf<'choices'>): CellFault {
  const names = Object.values(options).flatMap(({ zh, en }) => [zh, en])
  const near = nearest(
    text.toLowerCase(),
    names.map((name) => ({ name, word: name.toLowerCase() })),
  )
  return proposing(notOption(text, label, Object.values(options), near), text, near)
}

type Readable = Exclude<SheetCell, null | UnreadCell>

/** True for the strokes that tables write into cells of which there is nothing to say, and 无 where no text is asked. */
function saysNothing(field: CellField, cell: SheetCell): boolean {
  const { kind } = field
  return isStroke(cell) || (!['text', 'yesno', 'date'].includes(kind) && isNone(cell) && !hasOption(field, plainOf(cell)))
}

const plainOf = (cell: SheetCell): string => (typeof cell === 'string' ? cell.normalize('NFKC').trim() : '')
/** True for a stroke in the place of words. */
export const isStroke = (cell: SheetCell): boolean => /^[-—–―－_/\\]{1,8}$/.test(plainOf(cell))
/** True for 无 and the like. */
export const isNone = (cell: SheetCell): boolean => /^(无|暂无|没有|空|n\/a|none)$/i.test(plainOf(cell))

const hasOption = (field: CellField, text: string): boolean =>
  (field.kind === 'choice' || field.kind === 'choices') && optionOf(field, text) !== undefined

/** Why nothing can be read in a cell: a formula error, or a formula that was never calculated. */
export function unreadCell(cell: SheetCell): Label | undefined {
  if (typeof cell === 'object' && cell !== null && 'unread' in cell) return cell.unread === 'error' ? errorCell(cell.text) : uncalculated()
  const text = typeof cell === 'string' ? cell.trim() : ''
  return /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!)$/.test(text) ? errorCell(text) : undefined
}

function readValue(field: CellField, cell: Readable, names: Names, how: How): Read {
  const { date1904 = false, asWritten = false } = how
  const text = manyLines(shownText(typeof cell === 'number' ? Number(cell.toPrecision(15)) : cell))
  switch (field.kind) {
    case 'text':
      return hasLostDigits(cell) ? { faults: [digitsLost(field.label, text)] } : textOf(field, text)
    case 'number':
      return numberOf(field, cell)
    case 'date':
      return dateOf(field, cell, date1904, how.year)
    case 'yesno':
      return yesNoOf(text)
    case 'choice': {
      const option = optionOf(field, text)
      if (option) return { value: option }
      const noted = beside.exec(text)
      const meant = noted?.[1] && !optionOf(field, noted[2] ?? '') ? optionOf(field, noted[1]) : undefined
      if (meant && !asWritten) return { value: meant, remark: besideChoice(noted?.[2] ?? '') }
      return { faults: [noOption(text, field)] }
    }
    case 'choices':
      return each(
        field,
        listed(text),
        (part) => optionOf(field, part),
        (part) => noOption(part, field),
      )
    case 'office': {
      const id = names[field.of].id(text)
      if (id) return { value: id }
      const several = officesIn(text, names[field.of])
      const [only, another] = several
      if (only?.id && !another) return { value: only.id, ...(only.beside ? { remark: besideOffice(only.beside) } : {}) }
      if (several.length > 1 && several.every(({ id }) => id)) return { faults: [oneOffice(text, field.label)] }
      return { faults: [noOffice(text, field.of, names)] }
    }
    case 'offices': {
      const parts = officesIn(text, names[field.of])
      const read = each(
        field,
        parts.map(({ part }) => part),
        (part) => parts.find((other) => other.part === part)?.id,
        (part) => noOffice(part, field.of, names),
      )
      const said = parts.flatMap(({ beside }) => beside ?? [])
      return 'value' in read && said.length > 0 ? { ...read, remark: besideOffice(said.join('、')) } : read
    }
    case 'deputies':
    case 'names':
      return namesOf(field, text, asWritten)
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

function dateOf(field: FieldOf<'date'>, cell: Readable, date1904: boolean, year: How['year']): Read {
  const text = shownText(cell)
  const word = text.normalize('NFKC').trim().toLowerCase()
  if (field.none && ['none', '无期限', '无限期', '没有期限', '不限期', 'no deadline'].includes(word)) return { value: 'none' }
  const number = typeof cell === 'object' && 'number' in cell ? readDay(cell.number, date1904) : undefined
  const day = typeof cell === 'boolean' ? undefined : (number ?? readDay(typeof cell === 'number' ? cell : text, date1904))
  if (day !== undefined) return { value: day }
  const unclear = typeof cell === 'string' ? readUnclearDay(cell) : undefined
  if (unclear !== undefined) return { value: unclear, remark: takenForDay(text, unclear) }
  const near = nearDay(text, () => year?.())
  return { faults: [proposing(notDay(text, lacking(text), near), text, near)] }
}

function yesNoOf(text: string): Read {
  const word = text.normalize('NFKC').toLowerCase()
  if (['是', 'yes', 'y', 'true', '1', '√', '✓', '✔', '☑', '★', '●', '■', '对', '有'].includes(word)) return { value: true }
  if (['否', 'no', 'n', 'false', '0', '×', '✗', '✘', 'x', '不是', '无', '没有'].includes(word)) return { value: false }
  // 是否 is the question.
  const near = /^(是(?!否)|已|有|对)/.test(word) ? yesNo.yes.zh : /^(否|不|未|没|无|非)/.test(word) ? yesNo.no.zh : undefined
  return { faults: [proposing(notYesNo(text, near), text, near)] }
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
  const led = options.find(([key, { zh, en }]) => ['类', zh, en, `类${zh}`].some((rest) => plain(`${key}${rest}`) === word))
  return (named ?? led)?.[0]
}

function each(
  field: CellField & { min?: number | undefined; max?: number | undefined },
  parts: string[],
  find: (part: string) => string | undefined,
  fault: (part: string) => CellFault,
): Read {
  const found = parts.map((part) => ({ part, value: part.length > 60 ? undefined : find(part) }))
  const faults = found.filter(({ value }) => value === undefined).map(({ part }) => fault(part))
  const value = [...new Set(found.flatMap(({ value }) => value ?? []))]
  if (field.min !== undefined && value.length < field.min) faults.push(tooFew(field.label, field.min))
  if (field.max !== undefined && value.length > field.max) faults.push(tooMany(field.label, field.max))
  return faults.length ? { faults } : { value }
}

function namesOf(field: FieldOf<'deputies'> | FieldOf<'names'>, text: string, asWritten: boolean): Read {
  const { names, odd, remark } = field.kind === 'deputies' && !asWritten ? readPeople(text) : readNames(text)
  if (names.length === 0) return { blank: true, ...(remark ? { remark } : {}) }
  if (odd.length > 0) return { faults: odd.map((name) => notName(name, field.label)) }
  const read = each(
    field,
    names,
    (part) => part,
    (part) => tooLong(field.label, part.length, 60),
  )
  return 'value' in read && remark ? { ...read, remark } : read
}
