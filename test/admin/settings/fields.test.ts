import { describe, expect, it } from 'vitest'
import { neighbours, withField } from '../../../admin/settings/fields.ts'
import { keyOf } from '../../../admin/settings/key-of.ts'
import { doubled, isCalled } from '../../../shared/definition/called.ts'
import { crossCheck } from '../../../shared/definition/gate/across.ts'
import { parseLedger } from '../../../shared/definition/gate.ts'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'
import { isKey } from '../../../shared/names.ts'
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

  it('has a name of its own, and a key that is made of it', () => {
    const named = Object.values(errands.fields)
    const [first] = named
    expect([isCalled(named, ` ${first?.label.zh} `), isCalled(named, '从来没有过'), isCalled(named, '')]).toEqual([true, false, false])
    // What stands doubled already may go on so; it is not this publication's doing.
    const other = { label: { zh: '走访', en: 'Visits' } }
    expect(doubled(other, undefined, named)).toEqual([])
    expect(doubled(other, undefined, [other])).toEqual(['zh', 'en'])
    expect(doubled({ label: { zh: '走访', en: 'Calls' } }, other, [other])).toEqual([])
    const taken = ['gglx', 'gglx2']
    expect(keyOf('挂钩联系', (key) => taken.includes(key))).toBe('gglx3')
    for (const name of ['挂钩联系', '2026 年', '，', 'Visits', '村（社区）']) expect(isKey(keyOf(name, () => false)), name).toBe(true)
  })
})
