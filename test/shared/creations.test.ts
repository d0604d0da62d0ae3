import { expect, test } from 'vitest'
import { creations } from '../../shared/engine/creations.ts'
import type { Data, LedgerRecord } from '../../shared/record.ts'
import { world } from '../cast.ts'

const rows = [{ id: 'i1', what: '断水' }]
const identities = (data: Data, said: Data, version: number, each: { for?: string } = { for: '@rows' }) => {
  const record = { ledger: 'books', id: 'r1', township: 'xinan', version, data, duties: [], took: {} } as unknown as LedgerRecord
  const judged = { record, data: { ...data, ...said }, kin: { children: [], phases: () => undefined }, today: '2026-03-02', person: 'p' }
  return creations(record, 'enter', [{ ledger: 'matters', ...each }], judged, '2026-03-02', world).map(({ identity }) => identity)
}

test('what the record keeps creates once, and what is only said creates each time that it is said', () => {
  expect(identities({ rows }, {}, 3)).toEqual(identities({ rows }, {}, 4))
  expect(identities({}, { rows }, 3)).toEqual(identities({}, { rows }, 3))
  expect(identities({}, { rows }, 3)).not.toEqual(identities({}, { rows }, 4))
})

test('a single record is created each time that the step is taken, one a township once', () => {
  expect(identities({}, {}, 3, {})).not.toEqual(identities({}, {}, 4, {}))
  expect(identities({}, {}, 3, { for: 'townships' })).toEqual(identities({}, {}, 4, { for: 'townships' }))
})
