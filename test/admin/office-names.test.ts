import { expect, test } from 'vitest'
import type { Shown } from '../../admin/data.ts'
import { mustAnswer } from '../../admin/ledger/act/asked-twice.ts'
import { actorName, officeName } from '../../admin/parts/office.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import { deputy1, water, world } from '../cast.ts'

test('an office that the reader does not know is called what it is, and never by its id', () => {
  for (const lang of ['zh', 'en'] as const)
    for (const kind of ['county', 'township', 'unit', 'deputy', 'person', undefined]) {
      expect(officeName([], 'deputy2', lang, kind)).not.toContain('deputy2')
      expect(officeName([], 'deputy2', lang, kind).length).toBeGreaterThan(1)
    }
  expect(actorName([], { name: '汪正勇', office: { kind: 'deputy', id: 'deputy2' } }, 'zh')).toBe('人大代表 汪正勇')
  expect(actorName(world.offices, { name: '张桂兰', office: deputy1.office }, 'zh')).toBe('张桂兰')
})

test('a question that an answer makes a must is one before the form is sent, on every step that has such', () => {
  let musts = 0
  for (const ledger of ledgers)
    for (const [key, { needs = [] }] of Object.entries(ledger.transitions))
      for (const { field, when } of needs) {
        const data = Object.fromEntries(
          when.flatMap((each): [string, unknown][] =>
            'field' in each && each.is !== undefined ? [[each.field, [each.is].flat()[0]]] : [],
          ),
        )
        if (Object.keys(data).length < when.length) continue
        musts += 1
        const record = { state: ledger.initial, duties: [], data: {} } as unknown as Shown
        const asked = (given: object) => mustAnswer(ledger, key, record, { ...given }, { today: '2026-03-02', scope: water })
        expect(asked(data), `${ledger.key} ${key}`).toContain(field)
        expect(asked({})).not.toContain(field)
      }
  expect(musts).toBeGreaterThan(0)
})
