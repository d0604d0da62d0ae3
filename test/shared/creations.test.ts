import { expect, test } from 'vitest'
import { creations } from '../../shared/engine/creations.ts'
import { namingField } from '../../shared/heading.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
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

test('words may stand around a text of the record, and nothing is filled in where there is none', () => {
  const made = (data: Data) => {
    const record = { ledger: 'books', id: 'r1', township: 'xinan', version: 1, data, duties: [], took: {} } as unknown as LedgerRecord
    const judged = { record, data, kin: { children: [], phases: () => undefined }, today: '2026-03-02', person: 'p' }
    const rule = { ledger: 'matters', fill: { what: { words: '在{@place}接待选民' } } }
    return creations(record, 'enter', [rule], judged, '2026-03-02', world)[0]?.data
  }
  expect(made({ place: '人大代表之家' })).toEqual({ what: '在人大代表之家接待选民' })
  expect(made({})).toEqual({})
})

test('what is told in a file is told as something done, and not by a place, a meeting or a class alone', () => {
  const fills = ledgers.flatMap(({ key, born = {}, transitions, fields }) =>
    [born, ...Object.values(transitions).flatMap((rule) => [rule, ...(rule.branches ?? [])])]
      .flatMap(({ creates = [] }) => creates)
      .flatMap(({ ledger, fill = {} }) => {
        const target = ledgers.find((each) => each.key === ledger)
        const naming = target && namingField(target)
        const from = naming === undefined || !target?.whose ? undefined : fill[naming]
        return from === undefined ? [] : [{ key, from, label: typeof from === 'string' ? fields[from.slice(1)]?.label.zh : undefined }]
      }),
  )
  expect(fills.length).toBeGreaterThan(8)
  expect(fills.filter(({ label = '' }) => /地点|会议|名称|培训/.test(label))).toEqual([])
})
