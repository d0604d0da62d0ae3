import { expect, test } from 'vitest'
import { create } from '../../shared/engine/creation.ts'
import { may } from '../../shared/engine/may.ts'
import { deputies } from '../../shared/ledgers/deputies.ts'
import { suggestions } from '../../shared/ledgers/suggestions.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { alone, county, world, xinan } from '../cast.ts'

const day = '2026-03-02'
const offered = (ledger: Parameters<typeof may>[0], record: LedgerRecord, scope: typeof county, step: string) =>
  may(ledger, record, scope, day, world, alone).transitions.find(({ key }) => key === step)?.possible

test('what an earlier release put on the key list a second time can still be struck off', () => {
  const open = {
    id: 'd1',
    key: 'plateReport',
    state: 'open',
    holder: { kind: 'unit', id: 'water' },
    dueOn: '2026-04-05',
    openedOn: day,
    why: {},
  }
  const listed = (duties: object[]) =>
    ({
      ...{
        ledger: 'suggestions',
        id: 'r1',
        township: 'xinan',
        version: 1,
        state: 'handling',
        took: {},
        readers: ['county'],
        createdBy: { office: county.office },
      },
      ...{ data: { title: '修路', body: '坏了', key: true, struckOn: '2026-02-01' }, duties },
    }) as unknown as LedgerRecord
  expect(offered(suggestions, listed([open]), county, 'strikeOff')).toBe(true)
  expect(offered(suggestions, listed([{ ...open, state: 'done' }]), county, 'strikeOff')).toBe(false)
})

test('who was elected by a congress owes the voters no report, enters none, and closes what an earlier release made him owe', () => {
  const file = (tier: string, duties?: object[]) => {
    const made = create(deputies, { id: 'r1', data: { name: ['张志飞'], tier }, township: 'xinan' }, xinan, day, world)
    if (isRefusal(made)) throw new Error(JSON.stringify(made))
    return { ...made.record, ...(duties ? { duties } : {}) } as LedgerRecord
  }
  const owed = file('township').duties
  expect(owed.map(({ key }) => key)).toEqual(['report'])
  expect(file('city').duties).toEqual([])
  expect(['township', 'county', 'city', 'nation'].map((tier) => offered(deputies, file(tier), xinan, 'report'))).toEqual([
    true,
    true,
    false,
    false,
  ])
  expect(offered(deputies, file('city', owed), xinan, 'report')).toBe(true)
})
