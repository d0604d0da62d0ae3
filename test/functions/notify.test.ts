import { beforeEach, describe, expect, it } from 'vitest'
import { handler } from '../../functions/notify.ts'
import { handler as remind } from '../../functions/remind.ts'
import { keys } from '../../functions/store/keys.ts'
import { pageNotices } from '../../functions/store/notice-pages.ts'
import { claimNotice, heaps, type Notice } from '../../functions/store/notices.ts'
import { systemScope } from '../../functions/store/system-scope.ts'
import { updateItem } from '../../functions/store/table.ts'
import { undoRecord } from '../../functions/transact.ts'
import { partsHere } from '../parts-here.ts'
import { along, as, assigned, clock, colleague, county, type Moves, mails, streamed, suggestion, sure } from './mail-county.ts'

const parts = partsHere()

beforeEach(() => county(parts))

/** The mails that the last step of these moves brought about, as `who: subject`. */
async function told(moves: Moves): Promise<string[]> {
  await handler(streamed(moves, moves.events.slice(-1)))
  return (await mails(parts)).map(({ destination, subject }) => `${destination.to[0]?.split('@')[0]}: ${subject}`)
}

async function noticesOf({ record }: Moves): Promise<Notice[]> {
  return (await pageNotices(systemScope(), [{ index: 'g3', pk: heaps.record(systemScope(), record.id) }], { limit: 100, keep: () => true }))
    .data
}

describe('an event', () => {
  it('that assigns tells the lead and the co-handling units, and nobody of the acting office', async () => {
    const moves = await assigned('2026-03-02', 'water', { co: ['urban'] })
    expect(await told(moves)).toEqual([
      `water: 督办 交给您单位办理：2026-0001 ${moves.title}（2026年6月2日前）`,
      `urban: 督办 请提交协办意见：2026-0001 ${moves.title}（2026年4月2日前）`,
    ])
    const [mail] = await mails(parts, 'water')
    for (const part of [mail?.body.html, mail?.body.text]) {
      expect(part).toContain(
        `代表建议 2026-0001《${moves.title}》，灌南县人大已交办，请您单位在2026年3月9日（周一）前签收或退办，在2026年6月2日（周二）前答复代表。`,
      )
      expect(part).toContain('还剩 92 天')
      expect(part).toContain(`https://duban.test/suggestions/${moves.record.id}/show?do=accept`)
    }
  })

  it('tells of an old title of two lines in one', async () => {
    const moves = await assigned('2026-03-02', 'water')
    const title = '关于修桥\n和修路的建议'
    await updateItem(keys.record(systemScope(), 'suggestions', moves.record.id), {
      set: { record: { ...moves.record, data: { ...moves.record.data, title } } },
    })
    expect(await told(moves)).toEqual(['water: 督办 交给您单位办理：2026-0001 关于修桥 和修路的建议（2026年6月2日前）'])
    const [mail] = await mails(parts, 'water')
    expect(mail?.body.html).toMatch(/<title>[^\n<]*<\/title>/)
    expect((await noticesOf(moves)).map(({ subject }) => subject.zh).join('')).not.toContain('\n')
  })

  it('that comes twice, late or side by side is told once', async () => {
    const moves = await assigned('2026-03-02', 'water')
    await Promise.all([told(moves), told(moves)])
    expect(await told(moves)).toHaveLength(1)
    expect((await noticesOf(moves)).map(({ state }) => state)).toEqual(['sent'])
  })

  it('that is entered days after it happened is told as of the day on which it was entered', async () => {
    const moves = await assigned('2026-03-02', 'water')
    const late = moves.events.map((event) => ({ ...event, at: '2026-03-20T01:00:00Z' }))
    await told({ ...moves, events: late })
    const [mail] = await mails(parts, 'water')
    for (const said of ['应在2026年3月9日（周一）前签收或退办，已超期 11 天', '■ 超期 11 天']) expect(mail?.body.text).toContain(said)
    // By a clock that stands still for a demonstration, as by any other.
    process.env.TODAY = '2026-03-02'
    const other = await assigned('2026-03-02', 'urban')
    await told({ ...other, events: other.events.map((event) => ({ ...event, at: '2026-11-30T01:00:00Z' })) })
    delete process.env.TODAY
    expect((await mails(parts, 'urban'))[0]?.body.text).toContain('还剩 7 天')
  })

  it('that submits tells the county what it has to do by when', async () => {
    const moves = await suggestion('2026-03-02', ['xinan', 'submit'])
    expect(await told(moves)).toEqual([`county: 督办 请审查登记：${moves.title}（2026年3月9日前）`])
  })

  it('that sends back tells the township', async () => {
    const moves = await suggestion('2026-03-02', ['xinan', 'submit'], ['county', 'sendBack', { reason: '一事一议' }])
    expect(await told(moves)).toEqual([`xinan: 督办 退回修改：${moves.title}`])
    expect((await mails(parts))[0]?.body.text).not.toContain('一事一议')
  })

  it('that declines tells the county', async () => {
    const moves = await along(await assigned('2026-03-02', 'water'), '2026-03-03', ['water', 'decline', { reason: '不归我们' }])
    expect(await told(moves)).toEqual([`county: 督办 请交办：2026-0001 ${moves.title}（2026年3月17日前）`])
  })

  it('that answers asks the township for its feedback, and a dissatisfied one asks the unit again', async () => {
    const start = await assigned('2026-03-02', 'water')
    const answered = await along(start, '2026-03-10', ['water', 'accept'], ['water', 'answer', { reply: '已安排', result: 'A' }])
    expect(await told(answered)).toEqual([`xinan: 督办 请反馈满意度：2026-0001 ${start.title}（2026年3月24日前）`])
    const again = await along(answered, '2026-03-11', ['xinan', 'feedback', { satisfaction: 'dissatisfied' }])
    expect((await told(again)).at(-1)).toBe(`water: 督办 请重新办理：2026-0001 ${start.title}（2026年4月13日前）`)
  })

  it('that moves a day tells who owes, with the new day', async () => {
    const moves = await along(await assigned('2026-03-02', 'water'), '2026-03-03', [
      'county',
      'extend',
      { due: '2026-07-01', reason: '工程大' },
    ])
    expect(await told(moves)).toEqual([`water: 督办 期限有调整：2026-0001 ${moves.title}（2026年7月1日前）`])
  })

  it('that cancels tells who owed and who created', async () => {
    const moves = await along(await assigned('2026-03-02', 'water'), '2026-03-03', ['county', 'cancel', { reason: '已解决' }])
    const subject = `督办 不用再办：代表建议 2026-0001《${moves.title}》`
    expect(await told(moves)).toEqual([`water: ${subject}`, `xinan: ${subject}`])
  })

  it('that takes back a step names the step, asks for what is owed again, and says who has nothing to do any more', async () => {
    const start = await along(await assigned('2026-03-02', 'water'), '2026-03-02', ['water', 'accept'])
    await handler(streamed(start, start.events))
    const takenBack = async ({ record, title }: Moves): Promise<Moves> => {
      const { record: now, event } = sure(
        await undoRecord(as('county'), 'suggestions', record.id, '选错了单位', record.version, clock('2026-03-02')),
      )
      const moves = { record: now, events: [event], title }
      await handler(streamed(moves, moves.events))
      return moves
    }
    const last = async () => (await mails(parts, 'water')).at(-1)
    const accepted = await takenBack(start)
    expect((await last())?.subject).toBe(`督办 灌南县人大撤销了签收：代表建议 2026-0001《${start.title}》（2026年3月9日前）`)
    expect((await last())?.body.text).toContain(`》，灌南县人大撤销了签收，请您单位在2026年3月9日（周一）前签收或退办。`)
    expect((await last())?.body.text).toMatch(/\n签收：https:/)
    await takenBack(accepted)
    expect((await last())?.body.text).toContain(`代表建议 2026-0001《${start.title}》，灌南县人大撤销了交办，您单位不用再办。`)
    expect((await last())?.body.text).not.toContain('选错了单位')
  })

  it('that takes back its own office’s step tells nobody there, as the step itself told none of them', async () => {
    await colleague('water2', 'water', ['liaison'])
    const start = await along(await assigned('2026-03-02', 'water'), '2026-03-02', ['water', 'accept'])
    const { record, event } = sure(
      await undoRecord(as('water'), 'suggestions', start.record.id, '点错了', start.record.version, clock('2026-03-02')),
    )
    expect(await told({ record, events: [event], title: start.title })).toEqual([])
  })

  it('of an import tells nobody', async () => {
    const moves = await assigned('2026-03-02', 'water')
    const imported = moves.events.map((event) => ({ ...event, transition: 'import' }))
    expect(await told({ ...moves, events: imported })).toEqual([])
  })

  it('that arrives after its duties were done stands in the log as not sent, with the reason', async () => {
    const moves = await assigned('2026-03-02', 'water')
    const assigning = moves.events.slice(-1)
    await along(moves, '2026-03-10', ['water', 'accept'], ['water', 'answer', { reply: '已安排', result: 'A' }])
    await handler(streamed(moves, assigning))
    expect(await mails(parts, 'water')).toEqual([])
    expect((await noticesOf(moves)).map(({ state, reason }) => [state, reason])).toEqual([['suppressed', 'over']])
  })

  it('for an office without an account stands in the log, once', async () => {
    const moves = await assigned('2026-03-02', 'silent')
    await told(moves)
    expect(await told(moves)).toEqual([])
    expect((await noticesOf(moves)).map(({ state, reason, to }) => [state, reason, to])).toEqual([['suppressed', 'noPerson', '县无人局']])
  })
})

describe('an event mail that did not go out', () => {
  it('comes again with the stream, and the others of the batch are not sent twice', async () => {
    const moves = await assigned('2026-03-02', 'water', { co: ['urban'] })
    Object.assign(process.env, { MAIL_DRIVER: 'smtp', SMTP_URL: 'smtp://127.0.0.1:9' })
    const batch = streamed(moves, moves.events)
    const answer = await handler(batch)
    expect(answer.batchItemFailures).toHaveLength(1)
    process.env.MAIL_DRIVER = 'ses'
    expect(await handler(batch)).toEqual({ batchItemFailures: [] })
    expect(await mails(parts, 'water')).toHaveLength(1)
    expect(await mails(parts, 'urban')).toHaveLength(1)
  })

  it('because its process died goes out with the morning run, once its claim is stale', async () => {
    const moves = await assigned('2026-03-02', 'water')
    await told(moves)
    const [notice] = await noticesOf(moves)
    if (!notice) throw new Error('no notice')
    const died = { ...notice, id: `${notice.id}x` }
    await claimNotice(systemScope(), died, new Date(Date.now() - 3_600_000))
    await remind({ date: '2026-03-04' })
    expect(await mails(parts, 'water')).toHaveLength(2)
    expect((await noticesOf(moves)).map(({ state }) => state)).toEqual(['sent', 'sent'])
  })

  it('of what was entered days later is tried again for as long as of what was entered at once', async () => {
    const moves = await assigned('2026-03-02', 'water')
    const entered = { ...moves, events: moves.events.map((event) => ({ ...event, on: '2026-02-20' })) }
    Object.assign(process.env, { MAIL_DRIVER: 'smtp', SMTP_URL: 'smtp://127.0.0.1:9' })
    await handler(streamed(entered, entered.events.slice(-1)))
    const [notice] = await noticesOf(moves)
    expect([notice?.state, notice?.on]).toEqual(['failed', '2026-03-02'])
    process.env.MAIL_DRIVER = 'ses'
    await claimNotice(systemScope(), notice as Notice, new Date(Date.now() - 3_600_000))
    await remind({ date: '2026-03-03' })
    expect((await noticesOf(moves)).map(({ state }) => state)).toContain('sent')
  })
})
