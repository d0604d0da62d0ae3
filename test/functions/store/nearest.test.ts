import { expect, test } from 'vitest'
import type { Entry } from '../../../functions/store/entries.ts'
import type { Ref } from '../../../functions/store/keys.ts'
import { placeOf } from '../../../functions/store/list-query.ts'
import { isBeyond, type Placed, sort } from '../../../functions/store/merge.ts'
import { nearest } from '../../../functions/store/nearest.ts'
import type { Asked } from '../../../functions/store/ranges.ts'
import { systemScope } from '../../../functions/store/system-scope.ts'
import { fc, holds } from '../../property.ts'

const days = ['2026-01-05', '2026-03-02', '2026-12-31', undefined]
const numbers = ['建议2026-1', '建议2026-10', '建议2026-1!', '建议', undefined]
const made = fc.record({ due: fc.nat(3), number: fc.nat(4), day: fc.nat(30), fits: fc.boolean() })
const entryOf = ({ due, number, day, fits }: { due: number; number: number; day: number; fits: boolean }, at: number): Entry =>
  ({
    ledger: 'suggestions',
    id: `r${String(at).padStart(3, '0')}`,
    part: '*',
    state: 'handling',
    year: 2026,
    createdAt: `2026-01-01T00:00:${String(at % 60).padStart(2, '0')}.000Z`,
    updatedAt: `2026-02-${String(1 + (day % 28)).padStart(2, '0')}T00:00:00.000Z`,
    audience: [],
    concerned: true,
    township: 'xinan',
    units: [],
    by: { result: fits ? 'A' : 'B' },
    facts: null,
    ...(days[due] ? { dueOn: days[due] } : {}),
    ...(numbers[number] ? { number: numbers[number] } : {}),
  }) as unknown as Entry

const all = async (rows: AsyncIterable<Placed<Ref>>) => {
  const found: string[] = []
  for await (const { place } of rows) found.push(place)
  return found
}

test('what is picked is all that passes, in the order asked, from any place on, however little is kept at a time', async () => {
  const orders = fc.constantFrom('dueOn', 'number', 'updatedAt')
  await holds(
    [fc.array(made, { maxLength: 60, size: 'max' }), orders, fc.boolean(), fc.nat(3), fc.option(fc.nat(59))],
    async (some, by, newest, about, from) => {
      const entries = some.map(entryOf)
      const order = { by, newest } as Asked['order']
      const asked = { scope: systemScope(), ledgers: [], query: { where: { result: 'A' } }, order, today: '2026-06-10' } as unknown as Asked
      const start = from === null ? undefined : entries[from] && placeOf(entries[from], order)
      const rows = entries.filter(({ by }) => by.result === 'A').map((entry) => ({ place: placeOf(entry, order) }))
      const pick = (after?: string): AsyncGenerator<Placed<Ref>> => {
        const halves = [entries.slice(0, 20), entries.slice(20, 50)]
        const copy = async function* () {
          yield* halves
        }
        const others = async function* () {
          for (const entry of entries.slice(50)) if (entry.by.result === 'A') yield { entry, place: placeOf(entry, order) }
        }
        const further = { ...asked, ...(after === undefined ? {} : { after }) }
        return nearest(further, about + 1, { copies: [copy()], others: [others()], again: async (next) => pick(next) })
      }
      const wanted = sort({ order }, rows).filter(({ place }) => isBeyond({ order, ...(start ? { after: start } : {}) }, place))
      expect(await all(pick(start))).toEqual(wanted.map(({ place }) => place))
    },
  )
})
