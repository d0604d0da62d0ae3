import { standsOn } from '../../shared/definition/depth.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { linksOf } from '../../shared/definition/links.ts'
import { remembered } from '../../shared/engine/remembered.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Kin } from '../../shared/world.ts'
import type { Catalogue } from '../catalogue.ts'
import { readChildren } from '../store/children.ts'
import { readMany, readRecord } from '../store/records.ts'
import { systemScope } from '../store/system-scope.ts'

/**
 * What conditions may ask of the records beside one: read past the caller's scope, for a condition must hold or not for everybody alike.
 * `followers`: all who follow it, where they have been read.
 */
export async function kinOf(ledger: Ledger, record: LedgerRecord, catalogue: Catalogue, followers?: LedgerRecord[]): Promise<Kin> {
  const system = systemScope()
  const asked = askedOf(ledger)
  const links = linksOf(ledger.fields, record.data)
  const [parent, children, named] = await Promise.all([
    record.parent && asked.parent ? readRecord(system, record.parent.ledger, record.parent.id) : null,
    followers?.filter((one) => isChild(record, one)) ?? (asked.children ? readChildren(system, { ledger: ledger.key, id: record.id }) : []),
    asked.named ? readMany(system, links) : [],
  ])
  return {
    ...(parent ? { parent } : {}),
    children,
    named,
    phases: (key, state) => catalogue.get(key)?.ledger.states[state]?.phase,
    stands: (key, state) => standsOn(catalogue.get(key)?.ledger, state),
  }
}

/** Which of its kin the ledger's conditions can ask for. */
const askedOf = remembered(({ transitions }: Ledger) => {
  const conditions = JSON.stringify(transitions)
  return { parent: conditions.includes('parent'), children: conditions.includes('"children"'), named: conditions.includes('"named"') }
})

export function isChild(record: LedgerRecord, { parent }: LedgerRecord): boolean {
  return parent?.ledger === record.ledger && parent.id === record.id
}
