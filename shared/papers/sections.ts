import type { Ledger } from '../definition/ledger.ts'
import type { Paper, Section } from '../definition/paper.ts'
import { hiddenFields } from '../engine/readers.ts'
import type { LedgerRecord } from '../record.ts'
import type { Source } from './source.ts'

type Looking = Pick<Source, 'work' | 'ledgers' | 'records' | 'scope' | 'world' | 'year' | 'township' | 'today'>

/** What a paper tells of records on other ledgers. */
export function sectionsOf({ blocks }: Pick<Paper, 'blocks'>): Section[] {
  return blocks.filter((block): block is Section => block.as === 'section')
}

/** The blocks of a paper that are about records of one ledger: its own, or those of its sections on it. */
export function blocksAbout({ blocks }: Pick<Paper, 'blocks'>, own: string, ledger: string): Paper['blocks'] {
  const inside = sectionsOf({ blocks }).flatMap((section) => (section.ledger === ledger ? section.blocks : []))
  return ledger === own ? [...blocks.filter(({ as }) => as !== 'section'), ...inside] : inside
}

/**
 * The records of a section among those that were gathered (`work`): on its ledger, no drafts and nothing called off unless it names states, of the year or
 * standing; or those that name what the one record names, where the maker may see who is named.
 */
export function recordsIn(section: Section, source: Looking): LedgerRecord[] {
  const { work = [], ledgers, records } = source
  const ledger = ledgers.get(section.ledger)
  const [own] = records
  if (!ledger) return []
  return work.filter((record) => {
    if (record.ledger !== ledger.key || !isShown(section, ledger, record)) return false
    if (section.match) return own !== undefined && names(section.match, ledger, record, own, source)
    if (section.own && record.township !== (source.township ?? null)) return false
    return section.standing === true || record.year === yearOf(source)
  })
}

/** The year of which a paper tells. */
export function yearOf({ year, today }: Pick<Source, 'year' | 'today'>): number {
  return year ?? Number(today.slice(0, 4))
}

function isShown(section: Section, { states }: Ledger, { state }: LedgerRecord): boolean {
  return section.in?.includes(state) ?? !['draft', 'void', undefined].includes(states[state]?.phase)
}

function names(
  { field, is }: NonNullable<Section['match']>,
  ledger: Ledger,
  record: LedgerRecord,
  own: LedgerRecord,
  source: Looking,
): boolean {
  if (own.township !== null && record.township !== own.township) return false
  if (hiddenFields(ledger, record, source.scope, source.world).includes(field)) return false
  const wanted = valuesOf(own, is.slice(1))
  return valuesOf(record, field).some((value) => wanted.includes(value))
}

/** What a field holds, each value of several. */
export function valuesOf({ data }: LedgerRecord, key: string): string[] {
  return [data[key] ?? []].flat().filter((value): value is string => typeof value === 'string')
}
