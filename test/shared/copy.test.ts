import { expect, test } from 'vitest'
import { copyOf } from '../../shared/definition/copy.ts'
import { crossCheck } from '../../shared/definition/gate/across.ts'
import { parseLedger } from '../../shared/definition/gate.ts'
import { ledgers } from '../../shared/ledgers/index.ts'

const models = ledgers.filter(({ part }) => !part)

test.each(models.map((ledger) => ({ ledger, key: ledger.key })))('a ledger begun from $key can be published as it is', ({ ledger }) => {
  const copy = copyOf(ledger, 'own', { zh: '结对走村', en: 'Pairings' })
  const parsed = parseLedger(JSON.parse(JSON.stringify(copy)))
  expect('faults' in parsed ? parsed.faults : []).toEqual([])
  expect(crossCheck([...ledgers, copy])).toEqual([])
  expect([copy.key, copy.label.zh]).toEqual(['own', '结对走村'])
})
