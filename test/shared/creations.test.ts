import { expect, test } from 'vitest'
import { creations } from '../../shared/creations.ts'
import type { Data, LedgerRecord } from '../../shared/record.ts'
import { world } from '../cast.ts'

const rows = [{ id: 'i1', what: '断水' }]
const identities = (data: Data, said: Data, version: number) => {
  const record = { ledger: 'books', id: 'r1', township: 'xinan', version, data, duties: [], took: {} } as unknown as LedgerRecord
  const judged = { record, data: { ...data, ...said }, kin: { children: [], phases: () => undefined }, today: '2026-03-02', person: 'p' }
  return creations(record, 'enter', [{ ledger: 'matters', for: '@rows' }], judged, '2026-03-02', world).map(({ identity }) => identity)
}

test('what the record keeps creates once, and what is only said creates each time that it is said', () => {
  expect(identities({ rows }, {}, 3)).toEqual(identities({ rows }, {}, 4))
  expect(identities({}, { rows }, 3)).toEqual(identities({}, { rows }, 3))
  expect(identities({}, { rows }, 3)).not.toEqual(identities({}, { rows }, 4))
})
