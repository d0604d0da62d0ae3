import { beforeEach, describe, expect, it } from 'vitest'
import { handler as remind } from '../../functions/remind.ts'
import { readProof } from '../../functions/store/proofs.ts'
import { changeCountySettings, readCountySettings } from '../../functions/store/settings.ts'
import { systemScope } from '../../functions/store/system-scope.ts'
import { forgetWorld } from '../../functions/world.ts'
import { partsHere } from '../parts-here.ts'
import { along, assigned, county, mails } from './mail-county.ts'

const parts = partsHere()

beforeEach(() => county(parts))

const subjects = async (who: string) => (await mails(parts, who)).map(({ subject }) => subject)
/** Accepted by water, its answer due on 12 June 2026, a Friday. */
const open = () => assigned('2026-03-12', 'water').then((moves) => along(moves, '2026-03-13', ['water', 'accept']))

describe('the weekly overview', () => {
  it('goes on the first working day of the week to who owes and to the township, of what is overdue or due within 15 days', async () => {
    const { record } = await open()
    // 25 May: 18 days before. 28 May: the first rung. 1 June: 11 days before, a Monday without a rung.
    await remind({ date: '2026-05-25' })
    expect([await subjects('water'), await subjects('xinan')]).toEqual([[], []])
    await remind({ date: '2026-05-28' })
    await remind({ date: '2026-06-01' })
    for (const who of ['water', 'xinan']) expect((await subjects(who)).slice(1)).toEqual(['督办 本周一览：1 件即将到期'])
    for (const who of ['tanggou', 'urban', 'county', 'leader']) expect(await subjects(who), who).toEqual([])
    const [, mail] = await mails(parts, 'xinan')
    for (const part of [mail?.body.html, mail?.body.text]) {
      expect(part).toContain('还剩 11 天')
      expect(part).toContain('由县水务局承办')
      expect(part).toContain(`/suggestions/${record.id}/show`)
    }
    expect(await readProof('2026-06-01')).toMatchObject({ duties: 1, sent: 2, planned: 0, suppressed: 0, mails: 2, faults: [] })
    expect(await remind({ date: '2026-06-01' })).toMatchObject({ sent: 0, skipped: 2 })
    expect(await readProof('2026-06-01')).toMatchObject({ duties: 1, sent: 2, mails: 2, faults: [] })
  })

  it('is made up for when its day was missed, in the mail of that day, and never comes twice a week', async () => {
    await open()
    for (const date of ['2026-05-28', '2026-06-01', '2026-06-05']) await remind({ date })
    // Monday the 8th passes without a run; Tuesday the 9th is three working days before: the one item stands there already.
    await remind({ date: '2026-06-09' })
    await remind({ date: '2026-06-10' })
    expect((await subjects('water')).slice(1)).toEqual([
      '督办 本周一览：1 件即将到期',
      expect.stringContaining('还剩 7 天'),
      expect.stringContaining('还剩 3 天'),
    ])
  })

  it('can be switched off by the county', async () => {
    await open()
    await remind({ date: '2026-05-28' })
    const { version } = await readCountySettings()
    await changeCountySettings(systemScope(), { overviews: { weekly: false } }, version)
    forgetWorld()
    expect(await remind({ date: '2026-06-01' })).toMatchObject({ planned: 0, sent: 0 })
  })
})

it('county leaders hear each month what is overdue, and nothing else before it is escalated to them', async () => {
  await open()
  for (const date of ['2026-06-12', '2026-06-15', '2026-06-19', '2026-06-22', '2026-06-24']) await remind({ date })
  expect(await subjects('leader')).toEqual([])
  await remind({ date: '2026-07-01' })
  expect(await subjects('leader')).toEqual([expect.stringContaining('超期 19 天')])
  await remind({ date: '2026-08-03' })
  expect((await subjects('leader')).slice(1)).toEqual([expect.stringContaining('超期')])
})

it('an overview alone is what a leader gets of an item that is not yet escalated', async () => {
  await assigned('2026-03-26', 'water').then((moves) => along(moves, '2026-03-27', ['water', 'accept']))
  // Due on 26 June, a Friday; 1 July is three working days late.
  await remind({ date: '2026-07-01' })
  expect(await subjects('leader')).toEqual(['督办 本月全县超期一览：1 件超期'])
})
