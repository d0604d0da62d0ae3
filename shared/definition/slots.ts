import { KEY } from '../names.ts'

/**
 * A place in a sentence of a paper: a field (`@lead`), a value on the parent or on the record that a field names (`parent.title`, `@meeting.title`), a header of the
 * record, the day or the offices of a duty, its day while that is still ahead (`ahead`) and by how many days it has passed (`late`), the day of a step and the
 * office that took it (`by`), the offices that the record names besides those of a field (`besides`), the organs that answer for those of a field to the congress,
 * which are its government or they themselves (`organ`), and every other office that the record names (`under`). What is not so has nothing to say. `open`: left as a line to write on where there is nothing to say.
 */
export type Slot =
  | { of: 'field'; key: string; open: boolean }
  | { of: 'elsewhere'; ref: string; open: boolean }
  | { of: Told; key: string; open: boolean }
  | { of: Header; open: boolean }

/** What a record or the making of a paper tells by itself. */
export const paperHeaders = [
  'number',
  'heading',
  // What its ledger is called.
  'kind',
  // By kind, number and name, as a sentence tells of it; in a title without its number, and a person by his name alone.
  'called',
  'township',
  'state',
  'year',
  'sitting',
  'today',
  'office',
  'county',
  // The standing committee, whose office the county's is.
  'congress',
  // The same by its whole name, as it stands on a certificate.
  'committee',
  'addressee',
  'count',
  'no',
  // The month, quarter, half or year that a report of this day tells of.
  'month',
  'quarter',
  'half',
  'annual',
] as const
export type Header = (typeof paperHeaders)[number]

/** What is told of one duty, one step or one field of a record. */
const told = ['due', 'ahead', 'late', 'holder', 'took', 'by', 'besides', 'organ', 'under'] as const
type Told = (typeof told)[number]
/** Those that tell of a duty. */
export const ofDuty: readonly string[] = ['due', 'ahead', 'late', 'holder'] satisfies Told[]
/** Those that tell of a field in which offices stand. */
export const ofOffices: readonly string[] = ['besides', 'organ', 'under'] satisfies Told[]

const slot = /\{([^{}]*)\}/g
const elsewhere = new RegExp(`^(?:@${KEY}|parent)\\.${KEY}$`)

/** A sentence as texts and slots by turns; null in the place of a slot that is none. */
export function partsOf(text: string): (string | Slot | null)[] {
  return text.split(slot).map((part, at) => (at % 2 === 0 ? part : slotIn(part)))
}

/** The duties whose day a column of a table shows; undefined for a column of something else. */
export function dutiesOf(column: string): string[] | undefined {
  return column.startsWith('due.') ? column.split('.').slice(1) : undefined
}

/** The slots of a sentence; null for each that is none. */
export function slotsOf(text: string): (Slot | null)[] {
  return partsOf(text).filter((part) => typeof part !== 'string')
}

function slotIn(written: string): Slot | null {
  const open = written.endsWith('?')
  const name = open ? written.slice(0, -1) : written
  const header = paperHeaders.find((each) => each === name)
  if (header) return { of: header, open }
  if (elsewhere.test(name)) return { of: 'elsewhere', ref: name, open }
  if (new RegExp(`^@${KEY}$`).test(name)) return { of: 'field', key: name.slice(1), open }
  const found = new RegExp(`^(${told.join('|')})\\.(${KEY})$`).exec(name)
  return found ? { of: found[1] as Told, key: found[2] ?? '', open } : null
}
