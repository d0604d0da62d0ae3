import { expect, it } from 'vitest'
import { everything } from '../../../admin/cursors.ts'
import type { Shown, ShownDuty } from '../../../admin/data.ts'
import { columnsOf } from '../../../admin/ledger/columns.ts'
import { idsOf } from '../../../admin/ledger/list/ExportButton.tsx'
import { holderNames } from '../../../admin/parts/office.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'
import type { Scope } from '../../../shared/scope.ts'

const offices = [
  { id: 'county', kind: 'county' as const, name: { zh: '县人大办', en: 'County Office' } },
  { id: 'water', kind: 'unit' as const, name: { zh: '县水务局', en: 'Water Bureau' } },
  { id: 'water', kind: 'township' as const, name: { zh: '水镇', en: 'Water Township' } },
]
const duty = (kind: string, id: string, dueOn: string | null, state = 'open') => ({ holder: { kind, id }, dueOn, state }) as ShownDuty

it('names whoever has to act once, the soonest first, and nobody of what is done', () => {
  const duties = [
    duty('township', 'water', null),
    duty('unit', 'water', '2026-07-02'),
    duty('unit', 'water', '2026-07-05'),
    duty('person', 'p1', '2026-07-01'),
    duty('person', 'p2', '2026-07-03'),
    duty('unit', 'gone', '2026-06-01', 'done'),
  ]
  const people = [{ id: 'p1', name: '王芳' }]
  // Of a person who is not known by name the office is told, and never an id.
  expect(holderNames({ duties, people } as Pick<Shown, 'duties' | 'people'>, offices, 'zh')).toBe('王芳、县水务局、县人大办、水镇')
  expect(holderNames({ duties: [] }, offices, 'zh')).toBe('')
})

it('lets every ledger that knows duties show who has to act', () => {
  const scope = { office: { kind: 'county', id: 'county' }, role: 'county' } as unknown as Scope
  for (const ledger of ledgers) {
    const sources = columnsOf(ledger, scope).map(({ source }) => source)
    expect(sources.includes('duties'), ledger.key).toBe(Object.keys(ledger.duties).length > 0)
  }
})

it('tells chosen records in the order of the list, with their ledgers where there are several', () => {
  const records = [
    { ledger: 'visits', id: 'a' },
    { ledger: 'visits', id: 'b' },
    { ledger: 'motions', id: 'c' },
    { ledger: 'visits', id: 'd' },
  ]
  expect(idsOf(everything, records)).toBe('visits:a,b,motions:c,visits:d')
  expect(idsOf('visits', records)).toBe('a,b,c,d')
})
