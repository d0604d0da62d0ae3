import type { Ledger } from '../shared/definition/ledger.ts'
import type { Paper } from '../shared/definition/paper.ts'
import type { LedgerEvent } from '../shared/event.ts'
import { ledgers } from '../shared/ledgers/index.ts'
import type { Source } from '../shared/papers/source.ts'
import { papersOf as all } from '../shared/papers/standing.ts'
import type { LedgerRecord } from '../shared/record.ts'
import { county, world } from './cast.ts'
import { samples } from './sample.ts'

/** What a paper is made from, in the small county that tests move in. */
export function sourceOf(ledger: Ledger, records: LedgerRecord[], more: Partial<Source> = {}): Source {
  return {
    ledger,
    records,
    events: [] as LedgerEvent[],
    kin: { children: [], named: [], phases: () => 'done' },
    ledgers: new Map(ledgers.map((each) => [each.key, each])),
    world,
    names: { offices: world.offices, person: () => '王芳', file: () => '附件材料', record: () => '关联事项' },
    scope: county,
    today: '2026-03-02',
    office: '灌南县人大常委会办公室',
    county: '灌南县人大常委会办公室',
    address: 'https://duban.example/suggestions/r1/show',
    ...more,
  }
}

/** Every paper of a ledger with its key, those too that every ledger has. */
export const papersOf = (ledger: Ledger): [string, Paper][] => Object.entries(all(ledger))

/** Those that its definition declares. */
export const ownPapersOf = (ledger: Ledger): [string, Paper][] => Object.entries(ledger.papers ?? {})

/** Acts on the record that said everything which can be said. */
export function eventsOf(ledger: Ledger): LedgerEvent[] {
  const said = Object.entries(ledger.fields).filter(([, field]) => field.only === 'event')
  const [first = 'create'] = Object.keys(ledger.transitions)
  const by = { id: 'p-county', name: '王芳', office: { kind: 'county' as const, id: 'county' } }
  const values = Object.fromEntries(said.map(([key, field]) => [key, samples(field, '2026-03-02', '2026-03-03')[0]]))
  return [
    { seq: 1, on: '2026-03-02', at: '2026-03-02T01:00:00Z', by, transition: first, said: values, changes: {} } as unknown as LedgerEvent,
  ]
}

/** Every text that stands on a paper, without the names of its parts. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => (key === 'as' ? [] : textsIn(each)))
}
