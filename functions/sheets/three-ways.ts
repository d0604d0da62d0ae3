import type { Ledger } from '../../shared/definition/ledger.ts'
import { dataAt } from '../../shared/engine/back.ts'
import { hiddenFields } from '../../shared/engine/readers.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import type { Standing } from '../../shared/importing/judge.ts'
import { cellFields } from '../../shared/importing/meanings.ts'
import { type Clash, merge } from '../../shared/importing/merge.ts'
import type { Choices, ImportRow, RowFault } from '../../shared/importing/read-rows.ts'
import { writtenCell } from '../../shared/importing/written.ts'
import { type Label, labelled } from '../../shared/names.ts'
import type { Data, LedgerRecord, Value } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import { clash, emptyCell } from '../../shared/words/rows.ts'
import type { World } from '../../shared/world.ts'
import { readWhole } from '../store/records.ts'
import { systemScope } from '../store/system-scope.ts'
import { placed } from './faults.ts'

/** A row as it is to be judged, and the cells of it that wait for a choice. */
export type Merged = { row: ImportRow; clashes: RowFault[] }

/**
 * Merges a row that an export wrote into its record as it is now: only cells that its file changed remain, each with what stood there. What both sides changed since the
 * export is taken as chosen, if the choice was made on the record as it is now; else it waits for one. Other rows stay as they are.
 */
export async function mergedRow(
  ledger: Ledger,
  row: ImportRow,
  present: Standing,
  choices: Choices,
  scope: Scope,
  world: World,
): Promise<Merged> {
  const { exported, ...rest } = row
  if (!exported || !present || !('record' in present)) return { row: rest, clashes: [] }
  const { record } = present
  const events = exported.version === record.version ? [] : await eventsOf(record)
  if (exported.version > record.version) return { row: rest, clashes: [] }
  const hidden = hiddenFields(ledger, record, scope, world)
  const emptied = exported.blank.filter((field) => !exported.hidden.includes(field) && !hidden.includes(field))
  const split = (seen: boolean): Data => Object.fromEntries(Object.entries(row.data).filter(([field]) => hidden.includes(field) !== seen))
  const mine = { ...split(true), ...Object.fromEntries(emptied.map((field) => [field, null])) }
  const { taken, stood, clashes } = merge(ledger, mine, dataAt(record, events, exported.version), record.data)
  const open: RowFault[] = []
  for (const each of clashes) {
    const choice = choices[`${record.id}.${each.field}`]
    if (choice?.version !== record.version) open.push(waiting(ledger, row, record, each, events, exported.version, world))
    else if (choice.take === 'mine') {
      taken[each.field] = each.mine
      stood[each.field] = each.theirs
    }
  }
  return { row: { ...rest, data: { ...split(false), ...taken }, stood }, clashes: open }
}

async function eventsOf({ ledger, id }: LedgerRecord): Promise<LedgerEvent[]> {
  return (await readWhole(systemScope(), ledger, id))?.events ?? []
}

function waiting(
  ledger: Ledger,
  row: ImportRow,
  { id, version }: LedgerRecord,
  { field, ...values }: Clash,
  events: LedgerEvent[],
  since: number,
  world: World,
): RowFault {
  const rule = cellFields(ledger)[field]
  const shown = (value: Value): Label => {
    const text = (lang: 'zh' | 'en') => (rule ? (writtenCell(rule, value, world, lang) ?? emptyCell[lang]) : '')
    return { zh: String(text('zh')).slice(0, 500), en: String(text('en')).slice(0, 500) }
  }
  const told = { base: shown(values.base), theirs: shown(values.theirs), mine: shown(values.mine) }
  const by = events.findLast(({ seq, changes }) => seq > since && Object.hasOwn(changes, field))?.by.name
  const message = clash(labelled(ledger.fields[field]?.label, field), told, by)
  return { ...placed(row, { path: field, message }), conflict: { cell: `${id}.${field}`, version, ...told } }
}
