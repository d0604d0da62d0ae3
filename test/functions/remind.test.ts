import { beforeEach, describe, expect, it } from 'vitest'
import { digest, subject } from '../../functions/mail/digest.ts'
import { digests } from '../../functions/mail/digests.ts'
import { dueToday } from '../../functions/mail/due-today.ts'
import { handler } from '../../functions/remind.ts'
import { listDuties } from '../../functions/store/duties.ts'
import { claimLetter, confirmLetter } from '../../functions/store/letters.ts'
import { pageNotices } from '../../functions/store/notice-pages.ts'
import { fileNotices, heaps, type Notice } from '../../functions/store/notices.ts'
import { systemScope } from '../../functions/store/system-scope.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { tallyOf } from '../../shared/tally.ts'
import { partsHere } from '../parts-here.ts'
import { address, along, as, assigned, colleague, county, mails } from './mail-county.ts'

const parts = partsHere()
const HOUR = 3_600_000

beforeEach(() => county(parts))

async function noticesOf(person: string): Promise<Notice[]> {
  const heap = { index: 'g1' as const, pk: heaps.person(systemScope(), `p-${person}`) }
  return (await pageNotices(systemScope(), [heap], { limit: 100, keep: () => true })).data
}

/** What a run would do first for a person: the letter that it claims at an instant. */
async function mailing(person: string, date: string, at: Date) {
  const found = digests(await dueToday(date), new Map(), date, at).mailings.find(({ reader }) => reader.id === `p-${person}`)
  if (!found) throw new Error(`nothing for ${person}`)
  return {
    ...found,
    claim: () => claimLetter(systemScope(), { person: found.reader.id, on: date, says: found.notices.length }, found.content, at),
  }
}

describe('the daily reminders', () => {
  it('mail the unit what is overdue, with number, title, days late and a link', async () => {
    const { record, title } = await assigned('2026-03-02', 'water')
    const run = await handler({ date: '2026-06-05' })
    expect(run).toEqual({ date: '2026-06-05', planned: 4, sent: 4, skipped: 0, failed: 0 })
    const [mail, ...more] = await mails(parts, 'water')
    expect(more).toEqual([])
    expect(mail?.subject).toBe(`督办提醒：${record.number} ${title}，超期 88 天`)
    for (const part of [mail?.body.html, mail?.body.text]) {
      expect(part).toContain(`${record.number} ${title}`)
      expect(part).toContain('超期 3 天')
      expect(part).toContain(`https://duban.test/suggestions/${record.id}/show?do=accept`)
      expect(part).not.toContain('张桂兰')
    }
  })

  it('say how much is owed as Today counts it, whatever of it they remind of', async () => {
    await assigned('2026-03-02', 'water')
    for (const on of ['2026-03-16', '2026-03-30', '2026-04-13']) await assigned(on, 'water')
    const found = await listDuties(as('water'), { limit: 100 })
    if (isRefusal(found)) throw new Error('refused')
    const page = found.data.map(({ duty, record }) => ({ dueOn: duty.dueOn, record }))
    const partly: string[] = []
    for (const date of ['2026-06-05', '2026-06-08', '2026-06-10', '2026-06-16', '2026-06-17', '2026-06-18']) {
      const { late, today, soon } = tallyOf(page, date)
      const content = await mailing('water', date, new Date(`${date}T00:30:00Z`)).then((found) => found.content)
      expect(content.standing, date).toEqual({ late, today, soon })
      if (content.own.total > 1 && content.own.total < late + today + soon) {
        expect(content.own.items.length).toBeGreaterThan(0)
        expect(digest(content, { origin: '' }).opening).toContain(`您单位有 ${late} 件超期；今天提醒 ${content.own.total} 件，其中最急的是`)
        expect(subject(content).zh).toContain(`：${late} 件超期`)
        partly.push(date)
      }
      await handler({ date })
    }
    expect(partly.length).toBeGreaterThan(0)
  })

  it('tell the county’s leaders how much is late in the whole county, and how much of it they hear of', async () => {
    for (const on of ['2026-03-02', '2026-03-03', '2026-04-13']) await assigned(on, 'water')
    await handler({ date: '2026-03-24' })
    const { content } = await mailing('leader', '2026-06-17', new Date('2026-06-17T00:30:00Z'))
    expect([content.standing?.late, content.copies.total]).toEqual([3, 3])
    expect(digest(content, { origin: '' }).opening).toContain('全县有 3 件超期；今天抄送您 3 件，')
    expect(subject(content).zh).toContain('：全县 3 件超期')
  })

  it('reach the township and the county as copies', async () => {
    await assigned('2026-03-02', 'water')
    await handler({ date: '2026-06-17' })
    expect((await mails(parts, 'xinan'))[0]?.body.text).toContain('由县水务局承办')
    expect(await mails(parts, 'county')).toHaveLength(1)
    expect(await mails(parts, 'tanggou')).toEqual([])
  })

  it('climb to the unit’s leader in charge, then to its head, then to the county’s leaders', async () => {
    await colleague('vice', 'water', ['leader'])
    await colleague('chief', 'water', ['head'])
    await assigned('2026-03-02', 'water').then((moves) => along(moves, '2026-03-03', ['water', 'accept']))
    const heard = async (date: string) => {
      await handler({ date })
      return Promise.all(['water', 'vice', 'chief', 'leader'].map(async (who) => (await mails(parts, who)).length))
    }
    // The answer is due on 2 June: near it and on the day the liaison alone is told.
    expect(await heard('2026-05-18')).toEqual([1, 0, 0, 0])
    expect(await heard('2026-06-02')).toEqual([2, 0, 0, 0])
    expect(await heard('2026-06-03')).toEqual([3, 1, 0, 0])
    expect(await heard('2026-06-09')).toEqual([4, 2, 1, 0])
    expect(await heard('2026-06-16')).toEqual([5, 3, 2, 1])
    expect((await mails(parts, 'leader'))[0]?.body.text).toContain('由县水务局承办')
    for (const who of ['vice', 'chief']) expect((await mails(parts, who))[0]?.body.text).not.toContain('没有登记')
  })

  it('go to the next lower post where nobody holds the one that is meant, and say so', async () => {
    await assigned('2026-03-02', 'water').then((moves) => along(moves, '2026-03-03', ['water', 'accept']))
    await handler({ date: '2026-06-02' })
    await handler({ date: '2026-06-03' })
    await handler({ date: '2026-06-09' })
    const said = (await mails(parts, 'water')).map(({ body }) => /您单位没有登记(.+?)，这项提醒请您代为转告/.exec(body.text ?? '')?.[1])
    expect(said).toEqual([undefined, '分管负责人', '主要负责人'])
    expect((await noticesOf('water')).map(({ rule, instead }) => [rule, instead])).toEqual([
      ['T+5w', 'head'],
      ['T+1w', 'leader'],
      ['T+0d', undefined],
    ])
  })

  it('reach an office in which only its head has an account', async () => {
    await colleague('chief', 'silent', ['head'])
    await assigned('2026-03-02', 'silent').then((moves) => along(moves, '2026-03-03', ['county', 'accept']))
    await handler({ date: '2026-05-18' })
    expect((await mails(parts, 'chief'))[0]?.body.text).toContain('您单位没有登记联络员，这项提醒请您代为转告')
  })

  it('send nothing twice for one day', async () => {
    await assigned('2026-03-02', 'water')
    const first = await handler({ date: '2026-06-05' })
    const second = await handler({ date: '2026-06-05' })
    expect(second).toEqual({ date: '2026-06-05', planned: first.planned, sent: 0, skipped: first.planned, failed: 0 })
    expect(await mails(parts)).toHaveLength(first.sent ?? 0)
  })

  it('send each mail once when two runs meet', async () => {
    for (const unit of ['water', 'urban', 'housing']) await assigned('2026-03-02', unit)
    const runs = await Promise.all([handler({ date: '2026-06-05' }), handler({ date: '2026-06-05' }), handler({ date: '2026-06-05' })])
    const sent = runs.reduce((sum, run) => sum + (run.sent ?? 0), 0)
    expect(sent).toBe(6)
    expect(await mails(parts)).toHaveLength(6)
    for (const run of runs) expect((run.sent ?? 0) + (run.skipped ?? 0)).toBe(run.planned)
  })

  it('say nothing on a rest day, and make up for it on the next working day in one mail', async () => {
    // 19 June 2026 is the Dragon Boat Festival, a Friday.
    const { record } = await assigned('2026-03-19', 'water')
    expect(record.duties.find(({ key }) => key === 'reply')?.dueOn).toBe('2026-06-22')
    expect(await handler({ date: '2026-06-19' })).toEqual({ date: '2026-06-19', planned: 0, sent: 0, skipped: 0, failed: 0 })
    expect(await mails(parts)).toEqual([])
    await handler({ date: '2026-06-22' })
    const [mail, ...more] = await mails(parts, 'water')
    expect(more).toEqual([])
    expect(mail?.body.text).toContain('今天到期')
  })

  it('make up once for the days that were missed, in one mail', async () => {
    const moves = await assigned('2026-03-02', 'water')
    await along(moves, '2026-03-03', ['water', 'accept'])
    await handler({ date: '2026-05-18' })
    expect((await mails(parts, 'water'))[0]?.subject).toContain('还剩 15 天')
    // T-7 days on 26 May and T-3 working days on 28 May pass without a run.
    await handler({ date: '2026-05-29' })
    expect((await mails(parts, 'water')).map(({ subject }) => subject.slice(-6))).toEqual(['还剩 15 天'.slice(-6), '还剩 4 天'.slice(-6)])
    // On Monday there is no rung: what comes is the week's overview.
    await handler({ date: '2026-06-01' })
    expect((await mails(parts, 'water')).slice(2).map(({ subject }) => subject)).toEqual(['督办 本周一览：1 件即将到期'])
    expect((await handler({ date: '2026-06-01' })).sent).toBe(0)
  })

  it('are silent about what is done, and about what is paused or has no day', async () => {
    await assigned('2026-03-02', 'water', { due: 'none' }).then((moves) => along(moves, '2026-03-03', ['water', 'accept']))
    expect(await handler({ date: '2026-06-05' })).toMatchObject({ planned: 0 })
  })

  it('change nothing in a dry run', async () => {
    await assigned('2026-03-02', 'water')
    expect(await handler({ date: '2026-06-05', dryRun: true })).toMatchObject({ planned: 4, sent: 0 })
    expect(await mails(parts)).toEqual([])
    expect(await noticesOf('water')).toEqual([])
    expect(await handler({ date: '2026-06-05' })).toMatchObject({ planned: 4, sent: 4 })
  })

  it('log an office without an account as not told, with the reason', async () => {
    const { record } = await assigned('2026-03-02', 'silent')
    await handler({ date: '2026-06-05' })
    const heap = { index: 'g3' as const, pk: heaps.record(systemScope(), record.id) }
    const { data } = await pageNotices(systemScope(), [heap], { limit: 100, keep: ({ office }) => office === 'unit:silent' })
    expect(data.map(({ state, reason, to }) => [state, reason, to])).toContainEqual(['suppressed', 'noPerson', '县无人局'])
  })
})

describe('a run that dies', () => {
  it('before the mail went out is left alone while its claim is fresh', async () => {
    await assigned('2026-03-02', 'water')
    const { claim, notices } = await mailing('water', '2026-06-05', new Date(Date.now() - 60_000))
    await claim()
    await fileNotices(systemScope(), notices)
    expect(await handler({ date: '2026-06-05' })).toMatchObject({ planned: 4, sent: 3, skipped: 1 })
    expect(await mails(parts, 'water')).toEqual([])
  })

  it('and whose claim is stale gets its mail out on the next run of that day', async () => {
    await assigned('2026-03-02', 'water')
    await (await mailing('water', '2026-06-05', new Date(Date.now() - HOUR))).claim()
    expect(await handler({ date: '2026-06-05' })).toMatchObject({ planned: 4, sent: 4 })
    expect(await mails(parts, 'water')).toHaveLength(1)
  })

  it('has its items in the mail of the next day', async () => {
    await assigned('2026-03-02', 'water')
    const { claim, notices } = await mailing('water', '2026-06-05', new Date(Date.now() - HOUR))
    await claim()
    await fileNotices(systemScope(), notices)
    await handler({ date: '2026-06-08' })
    const [mail, ...more] = await mails(parts, 'water')
    expect(more).toEqual([])
    expect(mail?.subject).toContain('超期 91 天')
    expect((await noticesOf('water')).filter(({ state }) => state === 'claimed')).toEqual([])
  })

  it('after the confirmation repeats nothing, and its notices are written down', async () => {
    await along(await assigned('2026-03-02', 'water'), '2026-03-03', ['water', 'accept'])
    const { claim, notices, reader } = await mailing('water', '2026-06-03', new Date(Date.now() - HOUR))
    await claim()
    await fileNotices(systemScope(), notices)
    await confirmLetter(systemScope(), reader.id, '2026-06-03', 'm-1')
    await handler({ date: '2026-06-05' })
    expect(await mails(parts, 'water')).toEqual([])
    expect((await noticesOf('water')).map(({ state, messageId }) => [state, messageId])).toEqual([['sent', 'm-1']])
  })
})

describe('a mail service that fails', () => {
  it('leaves the mail failed, and the next run sends it', async () => {
    await assigned('2026-03-02', 'water')
    const { MAIL_DRIVER } = process.env
    Object.assign(process.env, { MAIL_DRIVER: 'smtp', SMTP_URL: 'smtp://127.0.0.1:9' })
    expect(await handler({ date: '2026-06-05' })).toMatchObject({ planned: 4, sent: 0, failed: 4 })
    expect((await noticesOf('water')).map(({ state, reason, to }) => [state, reason, to])).toEqual([
      ['failed', 'later', address('water')],
      ['failed', 'later', address('water')],
    ])
    process.env.MAIL_DRIVER = MAIL_DRIVER
    expect(await handler({ date: '2026-06-05' })).toMatchObject({ planned: 4, sent: 4, failed: 0 })
    expect(await mails(parts, 'water')).toHaveLength(1)
    expect((await noticesOf('water')).map(({ state }) => state)).toEqual(['sent', 'sent'])
  })
})
