import { expect, test } from 'vitest'
import { keptFromMost } from '../../../admin/ledger/form/exposed.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'

const opinions = ledgers.find(({ key }) => key === 'public-opinions') ?? expect.fail('no opinions')
const form = Object.keys(opinions.fields)

test('a number by which a person is found is sent from what all read to where few do', () => {
  for (const told of ['请回电13812345678', '家住镇东，0518-87654321', '身份证320724196001011234', '320724196001011 23X'.replace(' ', '')])
    expect(keptFromMost(opinions, form, 'matter', told), told).toContain('phone')
  for (const told of ['投资1381234567890元', '编号 2026-0593', '桥长120米，2025年11月建成', ''])
    expect(keptFromMost(opinions, form, 'matter', told), told).toEqual([])
})

test('what few read keeps what stands in it, and a form without such a line says nothing, of all definitions', () => {
  for (const ledger of ledgers)
    for (const [key, field] of Object.entries(ledger.fields)) {
      const better = keptFromMost(ledger, Object.keys(ledger.fields), key, '13812345678')
      if (field.kind !== 'text' || field.seenBy) expect(better, `${ledger.key} ${key}`).toEqual([])
      for (const each of better) expect(ledger.fields[each]?.seenBy, `${ledger.key} ${each}`).toBeDefined()
    }
  expect(keptFromMost(opinions, ['matter', 'place'], 'matter', '13812345678')).toEqual([])
})
