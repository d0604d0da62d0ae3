import { standsOn } from '../../shared/definition/depth.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Kin } from '../../shared/world.ts'
import { readFamily } from '../store/children.ts'
import type { Ref } from '../store/keys.ts'
import { asksChildren, asksSiblings } from './conditions.ts'
import { namedRecords, parentOf } from './hanging.ts'
import { type Family, name, type Work } from './work.ts'

/** Parent and records that are named, by the record as it is or by what is given, as far as the ledger's rules can ask for them. */
export async function aroundOf(work: Work, ledger: Ledger, record: LedgerRecord, given: Record<string, unknown> = {}): Promise<Kin> {
  const [parent, named] = [await parentOf(work, ledger, record), await namedRecords(work, ledger, record.data, given)]
  return {
    ...(parent ? { parent } : {}),
    ...(named.length > 0 ? { named } : {}),
    children: [],
    phases: (key, state) => work.ledgers.get(key)?.states[state]?.phase,
    stands: (key, state) => standsOn(work.ledgers.get(key), state),
  }
}

/** The same with its children. */
export async function kinOf(work: Work, ledger: Ledger, record: LedgerRecord, given: Record<string, unknown> = {}): Promise<Kin> {
  const near = await aroundOf(work, ledger, record, given)
  const siblings = asksSiblings(ledger) && record.parent ? await childrenOf(work, record.parent) : []
  return {
    ...near,
    ...(siblings.length > 0 ? { siblings } : {}),
    children: asksChildren(ledger) ? await childrenOf(work, record) : [],
  }
}

/** The children as this work leaves them. Whoever judges by them must find at the end that none has moved meanwhile. */
export async function childrenOf(work: Work, parent: Ref): Promise<LedgerRecord[]> {
  const own = work.changes.get(name(parent))
  // What is only being born here has no children but those that are born with it.
  const before = own && !own.before ? [] : (await familyOf(work, parent)).children
  const born = [...work.changes.values()]
    .map(({ after }) => after)
    .filter(({ parent: own }) => own?.id === parent.id && own.ledger === parent.ledger)
  const all = new Map([...before, ...born].map((child) => [name(child), work.changes.get(name(child))?.after ?? child]))
  return [...all.values()].filter((child) => !child.deleted && !child.undone)
}

/** The family of a record, read once for a work: begun by whoever knows that it will be asked for, and needs nothing else to read it. */
export async function familyOf(work: Work, { ledger, id }: Ref): Promise<Family> {
  const known = work.families.get(name({ ledger, id }))
  if (known) return known
  const family = { parent: { ledger, id }, ...(await readFamily(work.scope, { ledger, id })) }
  work.families.set(name(family.parent), family)
  return family
}
