import type { Ledger } from '../../shared/definition/ledger.ts'
import { linksOf } from '../../shared/definition/links.ts'
import type { Paper } from '../../shared/definition/paper.ts'
import { hiddenFields, without } from '../../shared/engine/readers.ts'
import { heading } from '../../shared/heading.ts'
import type { Source } from '../../shared/papers/source.ts'
import { congressOf } from '../../shared/papers/whose.ts'
import { officeOf } from '../../shared/papers/written.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import type { World } from '../../shared/world.ts'
import type { Catalogue } from '../catalogue.ts'
import { isFault, type SheetFault } from '../sheets/fault.ts'
import { filesByIds } from '../store/files.ts'
import { readFollowers } from '../store/followers.ts'
import { personById } from '../store/people.ts'
import { readMany, readRecord, type Whole } from '../store/records.ts'
import { workOf } from './sections.ts'

/** Who makes papers, when, and where they are found again. */
export type Maker = { scope: Scope; today: string; origin: string; world: World; catalogue: Catalogue }

/** What one paper is made from: the record with what happened to it, and what stands beside it, as far as the maker may see it. */
export async function sourceOfOne(
  maker: Maker,
  ledger: Ledger,
  paper: Paper,
  { record, events }: Pick<Whole, 'record' | 'events'>,
): Promise<Source | SheetFault> {
  const { scope, world } = maker
  const data = without(record.data, hiddenFields(ledger, record, scope, world))
  const [parent, followers, named] = await Promise.all([
    record.parent ? readRecord(scope, record.parent.ledger, record.parent.id) : null,
    readFollowers(scope, { ledger: ledger.key, id: record.id }),
    readMany(scope, linksOf(ledger.fields, data)),
  ])
  const children = followers.filter((one) => one.parent?.ledger === ledger.key && one.parent.id === record.id)
  const work = await workOf(maker, paper, { record })
  if (isFault(work)) return work
  const source = await sourceOfMany(maker, ledger, [record], [...named, ...children, ...work, ...(parent ? [parent] : [])])
  return { ...source, work, events, kin: { ...source.kin, children, named, ...(parent ? { parent } : {}) } }
}

/** What a list is made from. `beside`: records that it tells of too. */
export async function sourceOfMany(maker: Maker, ledger: Ledger, records: LedgerRecord[], beside: LedgerRecord[] = []): Promise<Source> {
  const { scope, today, origin, world, catalogue } = maker
  const ledgers = new Map([...catalogue].map(([key, { ledger }]) => [key, ledger]))
  const all = [...records, ...beside]
  const linked = await readMany(scope, linkedIn(records, ledgers))
  const [person, file] = await Promise.all([peopleOf(all, ledgers), filesOf(scope, all, ledgers)])
  const known = [...all, ...linked]
  return {
    ledger,
    records,
    events: [],
    kin: { children: [], named: [], phases: (key, state) => ledgers.get(key)?.states[state]?.phase },
    ledgers,
    world,
    names: {
      offices: world.offices,
      person,
      file,
      record: (key, id) => {
        const found = known.find((one) => one.ledger === key && one.id === id)
        const of = found && ledgers.get(found.ledger)
        return found && of ? heading(of, found) : undefined
      },
    },
    scope,
    today,
    office: organ(scope, world),
    county: officeOf(world.offices, 'county', 'county') ?? '县人大常委会办公室',
    address: `${origin}/${ledger.key}/${records[0]?.id ?? ''}/show`,
  }
}

const linkedIn = (records: LedgerRecord[], ledgers: Map<string, Ledger>) =>
  records.flatMap((record) => linksOf(ledgers.get(record.ledger)?.fields ?? {}, record.data)).slice(0, 1000)

/** The organ in whose name somebody writes: a deputy's papers are those of his township's congress. */
function organ({ office, township }: Scope, { offices }: World): string {
  if (office.kind === 'county' || office.kind === 'unit') return officeOf(offices, office.kind, office.id) ?? ''
  return congressOf('township', officeOf(offices, 'township', township ?? office.id)) ?? ''
}

async function peopleOf(records: LedgerRecord[], ledgers: Map<string, Ledger>): Promise<(id: string) => string | undefined> {
  const people = await Promise.all(idsOf(records, ledgers, 'person').map((id) => personById('system', id)))
  return (id) => people.find((person) => person?.id === id)?.name
}

async function filesOf(scope: Scope, records: LedgerRecord[], ledgers: Map<string, Ledger>): Promise<(id: string) => string | undefined> {
  const files = await filesByIds(scope, idsOf(records, ledgers, 'files'))
  return (id) => files.find((file) => file.id === id)?.name
}

/** Ids in the fields of a kind, once each. Whether the paper may tell them is judged where it is filled. */
function idsOf(records: LedgerRecord[], ledgers: Map<string, Ledger>, kind: 'person' | 'files'): string[] {
  const ids = records.flatMap((record) =>
    Object.entries(ledgers.get(record.ledger)?.fields ?? {}).flatMap(([key, field]) =>
      field.kind === kind ? [record.data[key] ?? []].flat().filter((id) => typeof id === 'string') : [],
    ),
  )
  return [...new Set(ids)]
}
