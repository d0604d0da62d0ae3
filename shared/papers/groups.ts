import { optionsOf } from '../definition/options.ts'
import type { Block } from '../definition/paper.ts'
import { hiddenFields } from '../engine/readers.ts'
import type { LedgerRecord } from '../record.ts'
import { isLate, rateOf } from './counted.ts'
import type { Table } from './filled.ts'
import { share, UNNAMED } from './marks.ts'
import { fieldText } from './say.ts'
import type { Source } from './source.ts'
import { unsaid } from './unsaid.ts'
import { officeOf, placeOf } from './written.ts'

/**
 * Records by township, office or option: how many, how many are over, how many late, and the rates of each; below, those that name none, and the sum of all. An
 * office that a field names is late by what it owes itself, not by what waits for another. Null where none is named.
 */
export function groupsTable({ by, rates = [] }: Extract<Block, { as: 'groups' }>, source: Source): Table | null {
  const { ledger, records } = source
  const label = by === 'township' ? '乡镇' : (ledger.fields[by]?.label.zh ?? '')
  const found = records.flatMap((record) =>
    namesIn(by, record, source).map(({ name, holder }) => ({ name, record, late: isLate(record.duties, source.today, holder) })),
  )
  const groups = [...new Set(found.map(({ name }) => name))].map((name) => ({
    name,
    part: found.filter((each) => each.name === name),
  }))
  if (groups.every(({ name }) => name === UNNAMED)) return null
  const order = Object.values(optionsOf(ledger.fields[by], ledger.fields) ?? {}).map(({ zh }) => zh)
  const sorted = [...groups].sort(
    (a, b) =>
      Number(a.name === UNNAMED) - Number(b.name === UNNAMED) ||
      (order.length > 0 ? order.indexOf(a.name) - order.indexOf(b.name) : b.part.length - a.part.length || (a.name < b.name ? -1 : 1)),
  )
  const late = new Set(found.flatMap((each) => (each.late ? each.record : [])))
  // Whoever is not named neither owes nor does anything.
  const nobody = (name: string) => name === UNNAMED && officeKind(by, source) !== undefined
  // An office that is not named yet is named by a step; what else is not said nobody owes.
  const row = (name: string, part: LedgerRecord[], behind: number) => [
    nobody(name) ? unsaid(ledger, by) : name,
    String(part.length),
    String(part.filter(({ state }) => ledger.states[state]?.phase === 'done').length),
    String(behind),
    ...rates.map((rate) => {
      const judged = nobody(name) ? [] : part.flatMap((record) => rateOf(ledger, rate, record, source) ?? [])
      return share(judged.filter((each) => each === 'of').length, judged.filter((each) => each === 'over').length)
    }),
  ]
  const head = [
    label,
    '数量',
    '已办结',
    officeKind(by, source) ? '本单位超期' : '超期',
    ...rates.map((rate) => ledger.report?.rates?.[rate]?.label.zh ?? ''),
  ]
  return {
    as: 'table',
    head,
    rows: [
      ...sorted.map(({ name, part }) => {
        const items = part.map(({ record }) => record)
        return row(name, items, part.filter((each) => each.late).length)
      }),
      row('合计', records, late.size),
    ],
    shares: [6, 2, 2, 2, ...rates.map(() => 3)],
  }
}

type Named = { name: string; holder?: string }

/** What a record names, by which name; an office with what it is asked about as one that owes. */
function namesIn(by: string, record: LedgerRecord, source: Source): Named[] {
  const { ledger, world, scope } = source
  if (by === 'township') return [{ name: placeOf(source, record) }]
  if (hiddenFields(ledger, record, scope, world).includes(by)) return []
  const kind = officeKind(by, source)
  const offices = kind === undefined ? [] : [record.data[by] ?? []].flat().map(String)
  const named = offices.flatMap((id) => ({ name: officeOf(world.offices, kind ?? '', id) ?? '', holder: `${kind}:${id}` }))
  if (kind !== undefined) return named.some(({ name }) => name) ? named.filter(({ name }) => name) : [{ name: UNNAMED, holder: '' }]
  return (fieldText(source, record, by) || UNNAMED).split('、').map((name) => ({ name }))
}

/** Of which kind the offices are that a field names; undefined for another field. */
function officeKind(by: string, { ledger }: Pick<Source, 'ledger'>): string | undefined {
  const field = ledger.fields[by]
  return field?.kind === 'office' || field?.kind === 'offices' ? field.of : undefined
}
