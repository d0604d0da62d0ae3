import { expect, test } from 'vitest'
import { layPages } from '../../shared/engine/come-back.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { county, world } from '../cast.ts'

const coded = ledgers.filter(({ papers = {} }) => Object.values(papers).some(({ blocks }) => blocks.some(({ as }) => as === 'qr')))

test.each(coded.map((ledger) => [ledger.key, ledger] as const))('%s, which prints codes, takes the pages that come back', (_, ledger) => {
  for (const [state, { phase }] of Object.entries(ledger.states)) {
    if (phase === 'void' || phase === 'draft') continue
    const record = {
      ledger: ledger.key,
      id: 'r1',
      township: null,
      state,
      data: {},
      duties: [],
      took: {},
      createdBy: { id: 'p', name: '王芳', office: { kind: 'county', id: 'county' } },
      version: 3,
      year: 2026,
      readers: [],
    }
    const laid = layPages(ledger, record as never, ['f1'], county, '2026-07-08', world)
    expect(isRefusal(laid) ? laid.sentence.zh : Object.keys(laid.event.changes)).toHaveLength(1)
  }
})
