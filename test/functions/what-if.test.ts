import { beforeEach, describe, expect, it } from 'vitest'
import { foresee } from '../../functions/mail/forecast.ts'
import { difference, whatIf } from '../../functions/mail/what-if.ts'
import { handler as remind } from '../../functions/remind.ts'
import { readRecord } from '../../functions/store/records.ts'
import { ladders } from '../../shared/deadline/reminders.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { partsHere } from '../parts-here.ts'
import { along, as, assigned, clock, county, mails } from './mail-county.ts'

const parts = partsHere()
beforeEach(() => county(parts))

const span = { from: '2026-05-18', to: '2026-08-07' }
const told = async (step: { transition: string; given: Record<string, unknown> }, id: string, who = 'water') => {
  const found = await whatIf(as(who), { ledger: 'suggestions', id }, step, span, clock('2026-05-18'))
  if (!found || isRefusal(found)) throw new Error(JSON.stringify(found))
  return found
}
const accepted = () => assigned('2026-03-02', 'water').then((moves) => along(moves, '2026-03-03', ['water', 'accept']))

describe('what would be said', () => {
  it('if it were answered: nothing more to the unit, and the township is asked for feedback; nothing is stored', async () => {
    const { record } = await accepted()
    const { now, after } = await told({ transition: 'answer', given: { reply: '已列入计划。', result: 'A' } }, record.id)
    const people = (all: typeof now) => [...new Set(all.filter(({ copy }) => !copy).map(({ reader }) => reader.id))].sort()
    expect(people(now)).toContain('p-water')
    expect(people(after)).not.toContain('p-water')
    expect(people(after)).toContain('p-xinan')
    expect((await readRecord(as('county'), 'suggestions', record.id))?.version).toBe(record.version)
  })

  it('if it were extended: the same rungs about the new day', async () => {
    const { record } = await accepted()
    const { after } = await told({ transition: 'extend', given: { due: '2026-07-01', reason: '要勘测。' } }, record.id, 'county')
    const days = after.filter(({ reader }) => reader.id === 'p-water').map(({ date, rule }) => [date, rule])
    expect(days).toContainEqual(['2026-07-01', 'T+0d'])
    expect(days.every(([date = '']) => date >= '2026-06-16')).toBe(true)
  })

  it('if handing back were asked: the overdue rungs wait', async () => {
    const { record } = await accepted()
    const { after } = await told({ transition: 'askReturn', given: { reason: '不是本单位职责。' } }, record.id)
    const own = after.filter(({ reader, copy }) => reader.id === 'p-water' && !copy).map(({ rule }) => rule)
    expect(own.filter((rule) => rule.startsWith('T+') && rule !== 'T+0d')).toEqual([])
  })

  it('is refused as the step itself would be', async () => {
    const { record } = await accepted()
    const refused = await whatIf(
      as('urban'),
      { ledger: 'suggestions', id: record.id },
      { transition: 'answer', given: {} },
      span,
      clock('2026-05-18'),
    )
    expect(refused === null || isRefusal(refused)).toBe(true)
  })
})

describe('other rules', () => {
  it('are told by the mails that they would add and save, which are the mails that then go out', async () => {
    await accepted()
    const rules = {
      reminders: {
        ...ladders,
        long: [
          { days: -15, to: ['holder'] },
          { days: 0, to: ['holder'] },
        ],
      },
    }
    const { now, after, days } = await difference({ from: '2026-05-18', to: '2026-06-30' }, { ...rules, overviews: { weekly: false } })
    const fact = new Set((await foresee('2026-05-18', '2026-06-30')).foreseen.map(({ date, reader }) => `${date}#${reader.id}`))
    expect(now).toBe(fact.size)
    expect(after).toBeLessThan(now)
    expect(days.reduce((sum, { more, fewer }) => sum + more - fewer, 0)).toBe(after - now)
    await remind({ date: '2026-05-18' })
    expect(await mails(parts)).toHaveLength([...fact].filter((mail) => mail.startsWith('2026-05-18')).length)
  })
})
