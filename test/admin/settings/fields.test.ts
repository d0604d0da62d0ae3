import { describe, expect, it } from 'vitest'
import { isFree, neighbours, withField } from '../../../admin/settings/fields.ts'
import { crossCheck } from '../../../shared/definition/gate/across.ts'
import { parseLedger } from '../../../shared/definition/gate.ts'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'
import { errands } from '../sample-ledger.ts'

const label = { zh: '村', en: 'Village' }
const village = { key: 'village', label, kind: 'text' as const, like: 'title', listed: true }

describe('a field that the county adds', () => {
  it('is filled in by whoever fills in its neighbour, and stands beside it in the list', () => {
    const edit: Ledger['may']['edit'] = ['county', { who: ['township'], fields: ['title', 'body'] }, { who: ['creator'], fields: ['body'] }]
    const ledger = { ...errands, may: { ...errands.may, edit }, list: { ...errands.list, columns: ['title', 'kind'] } }
    const after = withField(ledger, village)
    expect(after.fields.village).toEqual({ kind: 'text', label })
    expect(after.may.edit).toEqual([
      'county',
      { who: ['township'], fields: ['title', 'village', 'body'] },
      { who: ['creator'], fields: ['body'] },
    ])
    expect(after.list.columns).toEqual(['title', 'village', 'kind'])
    expect(withField(ledger, { ...village, listed: false }).list).toEqual(ledger.list)
    expect(ledger.fields).not.toHaveProperty('village')
  })

  it('passes the gate on every ledger of ours', () => {
    for (const ledger of ledgers) {
      const [like] = neighbours(ledger)
      if (like === undefined) continue
      const wider = withField(ledger, { ...village, like })
      const parsed = parseLedger(JSON.parse(JSON.stringify(wider)))
      expect([ledger.key, 'faults' in parsed ? parsed.faults : []]).toEqual([ledger.key, []])
      expect(crossCheck(ledgers.map((each) => (each === ledger ? wider : each)))).toEqual([])
    }
  })

  it('needs a key of its own', () => {
    expect(['village', 'title', 'Village', '', 'a b'].map((key) => isFree(errands, key))).toEqual([true, false, false, false, false])
  })
})
