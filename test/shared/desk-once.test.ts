import { expect, test } from 'vitest'
import { deskFields } from '../../shared/definition/desk-fields.ts'
import { ledgers } from '../../shared/ledgers/index.ts'

test('who is in charge at the county is asked once: where a desk is chosen, no other field says the same', () => {
  const twice = ledgers.flatMap((ledger) => {
    const desks = deskFields(ledger)
    const said = Object.entries(ledger.fields).filter(([, { label, retired }]) => !retired && /^(责任|承办|牵头)委室$/.test(label.zh))
    return desks.length > 0 && said.some(([key]) => !desks.includes(key)) ? [[ledger.key, said.map(([key]) => key)]] : []
  })
  expect(twice).toEqual([])
})
