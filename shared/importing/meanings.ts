import type { Field } from '../definition/field.ts'
import type { Ledger } from '../definition/ledger.ts'
import { partsOf, wholeLabel } from '../definition/parted.ts'
import { grouped } from '../grouped.ts'
import { headerWords } from '../words/sheets.ts'
import { alike, swapped } from './synonyms.ts'

const cellKinds = ['text', 'number', 'date', 'yesno', 'choice', 'choices', 'office', 'offices', 'deputies', 'names'] as const
export type CellField = Extract<Field, { kind: (typeof cellKinds)[number] }>

/** The fields that one cell can hold, in the ledger's order. What is only said, computed, or has parts of its own cannot stand in a cell. */
export function cellFields(ledger: Ledger): { [key: string]: CellField } {
  return Object.fromEntries(
    Object.entries(ledger.fields).filter(
      (entry): entry is [string, CellField] => entry[1].only === undefined && cellKinds.some((kind) => kind === entry[1].kind),
    ),
  )
}

/** The columns that a register of the ledger may have, by their paths: its fields, and apart from the one who leads the others (`deputies.rest`). */
export function columnFields(ledger: Ledger): { [path: string]: CellField } {
  return Object.fromEntries(
    Object.entries(cellFields(ledger)).flatMap(([key, field]) => partsOf(key, field).map((part) => [part.path, part.field])),
  )
}

/** What people said that headings mean: a field, a header (`id`, `version`, `number`, `township`), or `ignore`. */
export type Answers = { [heading: string]: string }
export const IGNORE = 'ignore'
/** The field or header that a heading means, `IGNORE` where somebody said that it means none; undefined when the ledger knows none. `options`: the choices that are called so. */
export type Meaning = ((heading: string) => string | undefined) & { options: (heading: string) => Option[] }
export type Option = { path: string; option: string }

const headers: { [path: string]: string[] } = {
  id: ['id', headerWords.id.zh],
  version: [headerWords.version.zh, headerWords.version.en],
  number: ['number', 'no', 'no.', headerWords.number.zh, '编码', '号码', '案号', '号'],
  // A state follows from the facts of a row; what an export wrote says how an item stood.
  state: ['state', headerWords.state.zh],
  township: ['township', 'town', headerWords.township.zh, '所属乡镇', '所在乡镇', '乡镇(街道)', '乡镇街道', '镇街', '所属镇'],
}

/**
 * How headings of this ledger are understood: what people answered comes first; then keys, both labels and a field's other headings; then the same with the ledger's
 * name before it taken off (建议标题); then what other registers call the same (承办单位, 要求结办日期), as long as one field only may be meant.
 */
export function meaningOf(ledger: Ledger, answers: Answers = {}): Meaning {
  const answered = new Map(Object.entries(answers).map(([heading, path]) => [plainHeading(heading), path]))
  const names = ownNames(ledger)
  const others = otherNames(ledger, names)
  const prefixes = prefixesOf(ledger)
  const fields = columnFields(ledger)
  const options = optionNames(ledger)
  const named = (text: string): string | undefined => names.get(text) ?? others.get(text)
  const meaning = (heading: string): string | undefined => {
    const text = plainHeading(heading)
    const answer = answered.get(text)
    if (answer !== undefined) return answer
    const bare = text.replace(/\([^()]*\)$/, '')
    // 乡(镇) is 乡镇, 标题(案由) is 标题.
    const found = named(text) ?? named(text.replace(/[()、/]/g, '')) ?? named(bare)
    if (found !== undefined || bare === '') return found
    const asked = asking.test(bare) ? named(bare.replace(asking, '')) : undefined
    if (asked !== undefined && fields[asked]?.kind === 'yesno') return asked
    // 主办单位1, 主办单位2.
    const counted = named(bare.replace(/[\d一二三]$/, ''))
    if (counted !== undefined) return counted
    for (const prefix of prefixes) if (bare.startsWith(prefix) && bare !== prefix) return named(bare.slice(prefix.length)) ?? undefined
    return undefined
  }
  const called = (heading: string): Option[] => options.get(plainHeading(heading).replace(/\([^()]*\)$/, '')) ?? []
  return Object.assign(meaning, { options: called })
}

/** 是否重点督办, 是否列入重点督办. */
const asking = /^是否(为|是|属于?|列为|列入)?/

/** What each choice is called: registers keep a column for each, and a tick in one of them. */
function optionNames(ledger: Ledger): Map<string, Option[]> {
  const named = Object.entries(cellFields(ledger)).flatMap(([path, field]) =>
    field.kind === 'choice'
      ? Object.entries(field.options).flatMap(([option, { zh, en }]) =>
          [...new Set([option, `${option}类`, zh, en].map(plainHeading))].map((name) => ({ name, path, option })),
        )
      : [],
  )
  return new Map([...grouped(named, ({ name }) => name)].map(([name, all]) => [name, all.map(({ path, option }) => ({ path, option }))]))
}

/** Headings are compared without width, case, blanks, stars and other marks before them, and a closing colon: `★标 题*：` is 标题. */
export function plainHeading(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*\u200b\ufeff]/g, '')
    .replace(/^[★☆※●▲■◆]+/, '')
    .replace(/:$/, '')
}

function ownNames(ledger: Ledger): Map<string, string> {
  const fields = Object.entries(columnFields(ledger)).flatMap(([key, field]) =>
    [key, field.label.zh, field.label.en, ...(field.headings ?? [])].map((name) => [plainHeading(name), key] as const),
  )
  // What a form calls the one who leads and the others together.
  const wholes = Object.entries(cellFields(ledger)).flatMap(([key, field]) => {
    const { zh, en } = wholeLabel(field)
    return [zh, en].map((name) => [plainHeading(name), key] as const)
  })
  const own = Object.entries(headers).flatMap(([path, named]) => named.map((name) => [plainHeading(name), path] as const))
  // A field of the ledger that is called "state" comes before the record's own; number and township come before any field.
  return new Map([
    ...own.filter(([, path]) => path === 'state'),
    ...wholes,
    ...fields.reverse(),
    ...own.filter(([, path]) => path !== 'state'),
  ])
}

/** Names that other registers use, of those fields that no other field of the ledger could be meant by. */
function otherNames(ledger: Ledger, names: Map<string, string>): Map<string, string> {
  const claims = new Map<string, Set<string>>()
  for (const [key, field] of Object.entries(columnFields(ledger)))
    for (const own of [field.label.zh, ...(field.headings ?? [])].map(plainHeading))
      for (const name of [...alike(own), ...swapped(own)]) claims.set(name, (claims.get(name) ?? new Set()).add(key))
  return new Map(
    [...claims].flatMap(([name, keys]): [string, string][] => {
      const [key, another] = keys
      return key !== undefined && another === undefined && !names.has(name) ? [[name, key]] : []
    }),
  )
}

/** The ledger's name and its endings (代表建议, 建议), longest first. */
function prefixesOf(ledger: Ledger): string[] {
  const letters = [...ledger.label.zh]
  const en = plainHeading(ledger.label.en)
  return [...letters.map((_, at) => plainHeading(letters.slice(at).join(''))), en, en.replace(/s$/, '')]
}
