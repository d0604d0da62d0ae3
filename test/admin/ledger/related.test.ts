import { expect, test } from 'vitest'
import type { Ref } from '../../../admin/data.ts'
import { refGroups } from '../../../admin/ledger/record/related.ts'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { errands } from '../sample-ledger.ts'

const phase = (wanted: string) => Object.keys(errands.states).find((state) => errands.states[state]?.phase === wanted) ?? ''
const open = (dueOn: string | null) => ({ state: 'open' as const, dueOn, daysLeft: dueOn ? 3 : null })
let n = 0
const ref = (as: string, state: string, owed: Ref['owed'] = null, ledger = errands.key): Ref => {
  n += 1
  return { as, ledger, id: `r${n}`, number: String(n), heading: `第 ${n} 件`, state, township: 'xinan', owed }
}
const own: Ledger = { ...errands, key: 'visits' }

test('linked records stand by relation, then by ledger: the whole first, then what fields name, parts, and who names this one', () => {
  const refs = [
    ref('named', phase('open')),
    ref('child', phase('open')),
    ref('child', phase('open'), null, 'visits'),
    ref('parent', phase('open')),
    ref('origin', phase('done')),
  ]
  expect(refGroups(refs, [errands, own]).map(({ as, ledger }) => `${as} ${ledger}`)).toEqual([
    `parent ${errands.key}`,
    `origin ${errands.key}`,
    `child ${errands.key}`,
    'child visits',
    `named ${errands.key}`,
  ])
})

test('within a group the soonest duty comes first, what is closed last and counted', () => {
  const [closed, late, none, soon] = [
    ref('child', phase('done')),
    ref('child', phase('open'), open('2026-05-02')),
    ref('child', phase('open'), open(null)),
    ref('child', phase('open'), open('2026-04-01')),
  ]
  const [group] = refGroups([closed, late, none, soon], [errands])
  expect(group?.refs.map(({ id }) => id)).toEqual([soon.id, late.id, none.id, closed.id])
  expect(group?.closed).toBe(1)
})

test('the only done state of a ledger gives its name to what is closed; with several there is none', () => {
  const ends = Object.entries(errands.states).filter(([, state]) => state.phase === 'done')
  const [group] = refGroups([ref('child', phase('done'))], [errands])
  expect(group?.said).toBe(ends.length === 1 ? ends[0]?.[0] : undefined)
  const two: Ledger = { ...errands, states: { ...errands.states, archived: { label: { zh: '已归档', en: 'Archived' }, phase: 'done' } } }
  expect(refGroups([ref('child', phase('done'))], [two])[0]?.said).toBeUndefined()
})

test('a record linked twice in one relation stands once', () => {
  const one = ref('child', phase('open'))
  expect(refGroups([one, { ...one }], [errands])[0]?.refs.length).toBe(1)
})

test('what a field names is one list, of whatever ledgers, and does not stand once more among those that name this one', () => {
  const [first, other] = [ref('agenda', phase('open')), ref('agenda', phase('open'), null, 'visits')]
  const groups = refGroups([first, other, { ...first, as: 'named' }, ref('named', phase('open'), null, 'visits')], [errands, own])
  expect(groups.map(({ as, refs }) => [as, refs.length])).toEqual([
    ['agenda', 2],
    ['named', 1],
  ])
})
