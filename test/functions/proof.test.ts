import { beforeEach, describe, expect, it, vi } from 'vitest'
import { measureMorning } from '../../functions/mail/alarm.ts'
import { dueToday } from '../../functions/mail/due-today.ts'
import { recheck } from '../../functions/mail/recheck.ts'
import { handler as remind } from '../../functions/remind.ts'
import { claimLetter } from '../../functions/store/letters.ts'
import { pageNotices } from '../../functions/store/notice-pages.ts'
import { heaps } from '../../functions/store/notices.ts'
import { changePerson, listPeople, personKey } from '../../functions/store/people.ts'
import { readProof } from '../../functions/store/proofs.ts'
import { systemScope } from '../../functions/store/system-scope.ts'
import { updateItem } from '../../functions/store/table.ts'
import { handler as watch } from '../../functions/watch.ts'
import { forgetWorld } from '../../functions/world.ts'
import { partsHere } from '../parts-here.ts'
import { along, assigned, county, mails } from './mail-county.ts'

const parts = partsHere()
const DAY = '2026-06-05'

beforeEach(() => county(parts))

async function proof(date = DAY) {
  const found = await readProof(date)
  if (!found) throw new Error(`no proof of ${date}`)
  const { duties, sent, planned, suppressed, mails: letters, faults } = found
  return {
    duties,
    sent,
    planned,
    suppressed,
    mails: letters,
    faults: faults.map(({ kind, office, reminders }) => `${kind} ${office} ${reminders}`),
  }
}

/** The reminders of a day in the delivery log, by state. */
async function logged(state: string, date = DAY): Promise<number> {
  const all = ['county', 'xinan', 'tanggou'].map((owner) => ({ index: 'g4' as const, pk: heaps.owner(systemScope(), owner) }))
  const { data } = await pageNotices(systemScope(), all, { limit: 500, on: date, keep: ({ rule }) => rule.startsWith('T') })
  return data.filter((notice) => notice.state === state).length
}

describe('the morning’s proof', () => {
  it('counts everybody whom a rung names once, and agrees with the delivery log and the inbox', async () => {
    await assigned('2026-03-02', 'water', { co: ['silent'] })
    await remind({ date: DAY })
    const { duties, sent, planned, suppressed, ...rest } = await proof()
    expect({ duties, planned }).toEqual({ duties: 3, planned: 0 })
    expect([sent, suppressed]).toEqual([await logged('sent'), await logged('suppressed')])
    expect(suppressed).toBeGreaterThan(0)
    expect(rest).toEqual({ mails: (await mails(parts)).length, faults: [`noPerson unit:silent ${suppressed}`] })
  })

  it('says the same after a second run, and nothing is owed on the next day', async () => {
    await assigned('2026-03-02', 'water')
    await remind({ date: DAY })
    const first = await proof()
    await remind({ date: DAY })
    expect(await proof()).toEqual(first)
    await remind({ date: '2026-06-06' })
    expect(await proof('2026-06-06')).toEqual({ duties: 0, sent: 0, planned: 0, suppressed: 0, mails: 0, faults: [] })
  })

  it('counts what the mail service did not take as planned, until it has', async () => {
    await assigned('2026-03-02', 'water')
    Object.assign(process.env, { MAIL_DRIVER: 'smtp', SMTP_URL: 'smtp://127.0.0.1:9' })
    await remind({ date: DAY })
    const away = await proof()
    expect([away.sent, away.mails, away.planned > 0]).toEqual([0, 0, true])
    expect(new Set(away.faults.map((fault) => fault.split(' ')[0]))).toEqual(new Set(['later']))
    process.env.MAIL_DRIVER = 'ses'
    await remind({ date: DAY })
    expect(await proof()).toMatchObject({ sent: away.planned, planned: 0, faults: [] })
  })

  it('tells an address that takes no mail, and a mail that another run has in hand', async () => {
    await assigned('2026-03-02', 'water')
    await changePerson('system', 'p-xinan', { bounced: '2026-06-01' })
    await claimLetter(systemScope(), { person: 'p-water', on: DAY, says: 2 }, {}, new Date())
    await remind({ date: DAY })
    const { faults, planned, suppressed } = await proof()
    expect(faults).toEqual([`bounced township:xinan ${suppressed}`])
    expect(planned).toBe(2)
  })

  it('finds a reminder that nobody accounted for', async () => {
    const moves = await assigned('2026-03-02', 'water')
    await remind({ date: DAY })
    const { prove } = await import('../../functions/mail/prove.ts')
    const { keys } = await import('../../functions/store/keys.ts')
    const { updateItem } = await import('../../functions/store/table.ts')
    expect((await prove(DAY, new Date())).faults).toEqual([])
    // A duty that no run has seen: its day stood otherwise while it ran.
    const duties = moves.record.duties.map((duty) => ({ ...duty, holder: { kind: 'unit', id: 'urban' } }))
    await updateItem(keys.record(systemScope(), 'suggestions', moves.record.id), { set: { record: { ...moves.record, duties } } })
    expect((await prove(DAY, new Date())).faults).toMatchObject([{ kind: 'lost', office: 'unit:urban', reminders: 2 }])
  })
})

it('what is done or moved between working out a morning and its mail is left out', async () => {
  const moves = await assigned('2026-03-02', 'water')
  const { sayings } = await dueToday(DAY)
  expect((await recheck(sayings)).over).toEqual([])
  await along(moves, '2026-06-05', ['water', 'accept'], ['county', 'extend', { due: '2026-06-30', reason: '论证' }])
  const { live, over } = await recheck(sayings)
  expect([live, over.length]).toEqual([[], sayings.length])
})

describe('the watch at half past nine', () => {
  const morning = (day: string) => ({ time: `${day}T01:30:00Z` })

  it('tells the administrators once that there is no proof of this morning, and fails so that an alarm rings', async () => {
    await assigned('2026-03-02', 'water')
    await expect(watch(morning(DAY))).rejects.toThrow(DAY)
    await expect(watch(morning(DAY))).rejects.toThrow(DAY)
    const [mail, ...more] = await mails(parts, 'county')
    expect(more).toEqual([])
    expect(mail?.subject).toBe('督办 告警：2026年6月5日（周五）的提醒没有凭证')
    expect(await mails(parts, 'water')).toEqual([])
  })

  it('is quiet when there is one, and on rest days', async () => {
    await remind({ date: DAY })
    forgetWorld()
    await watch(morning(DAY))
    await watch(morning('2026-06-06'))
    expect((await mails(parts, 'county')).filter(({ subject }) => subject.includes('告警'))).toEqual([])
  })

  it('is quiet on the day on which the county began, which has had no morning yet', async () => {
    for (const { id } of await listPeople('system')) await updateItem(personKey(id), { set: { createdAt: `${DAY}T00:50:00Z` } })
    await watch(morning(DAY))
    await expect(watch(morning('2026-06-08'))).rejects.toThrow('2026-06-08')
  })

  it('is measured every few minutes, from half past nine on, as what an alarm rings by', async () => {
    const measured = async (now: string, today = DAY) => {
      const said = vi.spyOn(console, 'log').mockImplementation(() => {})
      await measureMorning({ now: new Date(now), today })
      const [[line]] = said.mock.calls as [[string]]
      said.mockRestore()
      return (JSON.parse(line) as { MorningMissed: number }).MorningMissed
    }
    expect([await measured(`${DAY}T01:29:59Z`), await measured(`${DAY}T01:30:00Z`)]).toEqual([0, 1])
    expect(await measured('2026-06-06T02:00:00Z', '2026-06-06')).toBe(0)
    await remind({ date: DAY })
    expect(await measured(`${DAY}T05:00:00Z`)).toBe(0)
  })
})

it('the county reads a day’s proof; before any run there is none', async () => {
  const { openHouse } = await import('./api-house.ts')
  const house = await openHouse(DAY)
  const [admin, leader, water] = await Promise.all(['county', 'leader', 'water'].map(house.as))
  expect((await admin?.('GET', `/api/proofs?date=${DAY}`))?.status).toBe(404)
  await remind({ date: DAY })
  const read = await admin?.('GET', '/api/proofs')
  expect(read?.body).toMatchObject({ date: DAY, duties: 0, sent: 0, planned: 0, suppressed: 0, faults: [] })
  expect(Date.parse(String(read?.body.at))).not.toBeNaN()
  expect((await leader?.('GET', '/api/proofs'))?.status).toBe(200)
  expect((await water?.('GET', '/api/proofs'))?.status).toBe(403)
  expect((await admin?.('GET', '/api/proofs?date=2026-02-30'))?.status).toBe(422)
  const file = await admin?.('GET', `/api/proofs/export?date=${DAY}&format=csv`)
  expect([file?.status, file?.text.trim()]).toEqual([200, expect.stringContaining('编号,事项,单位,收信人,规则,结果,原因')])
  expect((await water?.('GET', '/api/proofs/export'))?.status).toBe(403)
})
