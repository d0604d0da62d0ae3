import { expect, test } from 'vitest'
import { namedAfter, renamed } from '../../../admin/ledger/record/renamed.ts'
import { heading, namingField } from '../../../shared/heading.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'
import type { Value } from '../../../shared/record.ts'

test('what was named after an item tells the name that the item bears now, where that was put right since', () => {
  let told = 0
  for (const above of ledgers)
    for (const made of ledgers) {
      const main = namingField(above)
      const [key] = main ? namedAfter(above, main, made.key) : []
      if (!main || !key || above.fields[main]?.kind !== 'text') continue
      told += 1
      const called = (name: string) => heading(above, { id: '', data: { [main]: name } as { [field: string]: Value } })
      const ref = (name: string) => ({
        as: 'parent' as const,
        ledger: above.key,
        id: 'r1',
        heading: called(name),
        state: above.initial,
        township: null,
        owed: null,
      })
      const data = { [key]: '修路' }
      expect([above.key, made.key, renamed(made, ledgers, { refs: [ref('修路')], data })]).toEqual([above.key, made.key, undefined])
      expect([above.key, renamed(made, ledgers, { refs: [ref('修桥')], data })]).toEqual([
        above.key,
        { field: made.fields[key]?.label, now: '修桥' },
      ])
      // What stands around the name is no other name.
      const heads = { by: 'kind', as: { stop: '停止{title}工作' } }
      const around = ledgers.map((each) => (each === above ? { ...each, spoken: { heads } } : each))
      const now = (heading: string) => renamed(made, around, { refs: [{ ...ref(''), heading }], data })?.now
      expect([above.key, now('停止修路工作'), now('停止修桥工作')]).toEqual([above.key, undefined, '停止修桥工作'])
    }
  expect(told).toBeGreaterThan(3)
})
