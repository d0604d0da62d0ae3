import type { FieldOf } from '../definition/field.ts'
import type { Label } from '../names.ts'
import type { Value } from '../record.ts'
import { errorCell, notDay, notNumber, notOffice, notOption, notYesNo, outOfRange, tooFew, tooLong, tooMany } from '../words/sheets.ts'
import type { World } from '../world.ts'
import { readDay } from './days.ts'
import type { CellField } from './headings.ts'
import { type OfficeNames, officeNames } from './offices.ts'
import type { SheetCell } from './sheet.ts'

/** What a cell says: a value, nothing (blank: the field is left as it is), or one or more faults. */
export type Read = { value: Value } | { blank: true } | { faults: Label[] }
export type CellReader = {
  read(field: CellField, cell: SheetCell): Read
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
    read(field, cell) {
      if (cell === null || (typeof cell === 'string' && cleanText(cell) === '')) return { blank: true }
      if (typeof cell === 'string' && /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!)$/.test(cell))
        return { faults: [errorCell(cell)] }
      return readValue(field, cell, names)
    },
  }
}

function readValue(
  field: CellField,
  cell: string | number | boolean,
  names: { [kind in 'county' | 'township' | 'unit']: OfficeNames },
): Read {
  const text = cleanText(String(cell))
  switch (field.kind) {
    case 'text':
      return textOf(field, text)
    case 'number':
      return numberOf(field, cell)
    case 'date':
      return dateOf(field, cell)
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
      return each(
        field,
        splitNames(text),
        (part) => part,
        (part) => tooLong(field.label, part.length, 60),
      )
  }
}

function textOf(field: FieldOf<'text'>, text: string): Read {
  const max = field.max ?? 2000
  const length = [...text].length
  return length > max ? { faults: [tooLong(field.label, length, max)] } : { value: text }
}

function numberOf(field: FieldOf<'number'>, cell: string | number | boolean): Read {
  const plain = String(cell).normalize('NFKC').replace(/[\s,]/g, '')
  const unit = [field.unit?.zh, field.unit?.en].find((word) => word !== undefined && plain.endsWith(word)) ?? ''
  const bare = plain.slice(0, plain.length - unit.length)
  const value = Number(bare)
  if (typeof cell === 'boolean' || bare === '' || !Number.isFinite(value)) return { faults: [notNumber(String(cell))] }
  const outside = (field.min !== undefined && value < field.min) || (field.max !== undefined && value > field.max)
  return outside ? { faults: [outOfRange(field.label, field.min, field.max)] } : { value }
}

function dateOf(field: FieldOf<'date'>, cell: string | number | boolean): Read {
  const word = String(cell).normalize('NFKC').trim().toLowerCase()
  if (field.none && ['none', '无期限', '无限期', '没有期限', '不限期', 'no deadline'].includes(word)) return { value: 'none' }
  const day = typeof cell === 'boolean' ? undefined : readDay(cell)
  return day === undefined ? { faults: [notDay(String(cell))] } : { value: day }
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
    .flatMap((part) => (/\p{Script=Han}/u.test(part) ? part.split(/[,，]+/).flatMap(chinese) : [part]))
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

/** Text as it is kept: one kind of line end, no marks without width, no blanks around it; other control signs become U+FFFD, not nothing. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[\ufeff\u200b]/g, '')
    .replace(/(?![\n\t])\p{Cc}/gu, '\ufffd')
    .trim()
}
