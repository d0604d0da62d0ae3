import type { Ledger } from '../definition/ledger.ts'
import type { Paper } from '../definition/paper.ts'
import type { Who } from '../definition/who.ts'
import { readers } from '../engine/readers.ts'
import { seats } from '../engine/seats.ts'
import type { LedgerRecord } from '../record.ts'
import { type Scope, sees } from '../scope.ts'
import type { World } from '../world.ts'
import { officeOf } from './written.ts'

type At = { ledger: Ledger; record: LedgerRecord | undefined; scope: Scope; world: World }
type Whose = Pick<Paper, 'from' | 'for' | 'of'>

const fromOf = ({ from }: Pick<Paper, 'from'>): Who[] => [from ?? []].flat()

/** True for who signs the paper and sends it out; of a paper that says of no office that it is its own, for everybody. */
export function signs(paper: Whose, { ledger, record, scope, world }: At): boolean {
  const words = fromOf(paper)
  if (words.length === 0) return true
  const { kind, id } = scope.office
  if (!record || paper.of !== undefined) return words.some((word) => kindsOf(ledger, word).includes(kind))
  return seats(ledger, record, words, world).some((own) => own.kind === kind && (kind === 'county' || own.id === id))
}

/**
 * True for who is offered the paper: who signs it, and those to whom it goes. What tells of many is whose it is alone: others see other items, and would get
 * other numbers under its name.
 */
export function concerns(paper: Whose, at: At): boolean {
  if (signs(paper, at)) return true
  if (paper.of !== undefined) return false
  const { ledger, record, scope, world } = at
  if (!record) return paper.for.some((word) => kindsOf(ledger, word).includes(scope.office.kind))
  return sees(scope, readers({ ...ledger, may: { ...ledger.may, read: paper.for } }, record, world))
}

/** What those are called who sign it. */
export function signers(paper: Whose, { ledger, record, world }: Omit<At, 'scope'>): string {
  const named = record ? seats(ledger, record, fromOf(paper), world) : []
  return named.flatMap(({ kind, id }) => congressOf(kind, officeOf(world.offices, kind, id)) ?? []).join('、')
}

/** A township writes as its congress. */
export const congressOf = (kind: string, name: string | undefined): string | undefined =>
  kind === 'township' && name && !name.includes('人大') ? `${name}人大` : name

/** Under which word the office writes: a paper that the county's and townships' congresses each send out has the county's in its definition (人大办函). */
export function wordOf(word: string, office: Scope['office'], { offices }: World): string {
  const series = seriesOf(word, office)
  const own = office.kind === 'township' && series.startsWith('人大') ? officeOf(offices, 'township', office.id) : undefined
  return own === undefined ? word : `${congressOf('township', own)}${series.slice('人大'.length)}`
}

/** Under what the office counts what it writes under that word: the same whatever the office is called now. */
export const seriesOf = (word: string, office: Scope['office']): string =>
  office.kind === 'township' ? word.replace(/^人大(常?办|常)/, '人大') : word

/** The kinds of offices that a word can mean. */
function kindsOf({ fields }: Ledger, word: Who): Scope['office']['kind'][] {
  if (word.startsWith('county')) return ['county']
  if (word === 'owner') return ['county', 'township']
  if (word === 'township' || word === 'anyTownship') return ['township']
  if (word === 'anyUnit') return ['unit']
  if (word === 'anyDeputy') return ['deputy']
  const field = fields[word.slice(1)]
  if (field?.kind === 'office' || field?.kind === 'offices') return [field.of]
  return field?.kind === 'deputies' ? ['deputy'] : ['county', 'township', 'unit', 'deputy']
}
