import { expect, it } from 'vitest'
import { sortGiven } from '../../shared/engine/given.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import { world } from '../cast.ts'

it.each(ledgers.map((ledger) => [ledger.key, ledger] as const))(
  'in %s an empty list clears lists alone, and null whatever is asked',
  (_, ledger) => {
    const fields = Object.entries(ledger.fields).filter(([, { kind }]) => !['computed', 'ballot', 'poll'].includes(kind))
    for (const [key, { kind }] of fields) {
      const many = ['choices', 'offices', 'deputies', 'names', 'records', 'files', 'items'].includes(kind)
      const codes = (value: unknown) => sortGiven(ledger, [`${key}?`], { [key]: value }, {}, 'data', world).faults.map(({ code }) => code)
      expect([key, codes([]), codes(null)]).toEqual([key, many ? [] : ['bad'], []])
    }
  },
)
