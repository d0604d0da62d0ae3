import { beforeEach, describe, expect, it } from 'vitest'
import { previewWording } from '../../functions/mail/wording-preview.ts'
import { handler as notify } from '../../functions/notify.ts'
import { handler as remind } from '../../functions/remind.ts'
import { pageNotices } from '../../functions/store/notice-pages.ts'
import { heaps } from '../../functions/store/notices.ts'
import { changeCountySettings, writeOwnSettings } from '../../functions/store/settings.ts'
import { systemScope } from '../../functions/store/system-scope.ts'
import { createRecord, take } from '../../functions/transact.ts'
import { forgetWorld } from '../../functions/world.ts'
import { filled, filledIn } from '../../shared/filled-wording.ts'
import { namesOf, unfillable, variables } from '../../shared/wording.ts'
import { mailWords } from '../../shared/words/mail.ts'
import { newsWords } from '../../shared/words/news.ts'
import { partsHere } from '../parts-here.ts'
import { address, along, as, assigned, colleague, county, mails, streamed, suggestion, sure } from './mail-county.ts'

const parts = partsHere()
beforeEach(() => county(parts))

const subject = { zh: '请{office}抓紧：{item}（{days}）', en: '{office}, please: {item} ({days})' }
const full = { item: '2026-1 路灯', number: '2026-1', title: '路灯', duty: '答复', office: '水务局', due: '6月2日', days: '还剩 1 天' }
const line = { zh: '请在 {due} 前办“{duty}”。', en: 'Please see to “{duty}” by {due}.' }
async function word(rule: string): Promise<void> {
  await changeCountySettings(as('county'), { wording: { [rule]: { subject, line } } }, 0)
  forgetWorld()
}

it('a text is filled with its variables, and what is none is named', () => {
  const values = { item: 'a', number: 'b', title: 'c', duty: 'd', office: 'e', due: 'f', days: 'g' }
  expect(filled('{item}{ number }{title}{duty}{office}{due}{days}', values)).toBe('abcdefg')
  expect(unfillable('{item} {name} {题目}')).toEqual(['{name}', '{题目}'])
  expect([unfillable('{item'), unfillable('item}'), unfillable('{{item}}')].map(({ length }) => length > 0)).toEqual([true, true, true])
})

it('a variable goes by its Chinese name as well, in one text with the English one', () => {
  expect(namesOf('zh').map((name) => filled(`{${name}}`, full))).toEqual(variables.map((name) => full[name]))
  expect(filled('{ 期限 }前办理{title}', full)).toBe('6月2日前办理路灯')
  expect(unfillable('{期限}{due}{日期}')).toEqual(['{日期}'])
})

it('a variable with nothing to say leaves no gap: neither brackets nor words that lean on it', () => {
  const values = { item: '路灯', number: '', title: '关于路灯的建议', duty: '答复代表', office: '县水务局', due: '', days: '无期限' }
  const told: [string, string][] = [
    ['{title}（{number}）', '关于路灯的建议'],
    ['{title}（{number}号，{due}）请办', '关于路灯的建议请办'],
    ['{number} {title}', '关于路灯的建议'],
    ['{office}，请在 {due} 前答复，谢谢。', '县水务局，谢谢。'],
    ['{title}，{due}前。', '关于路灯的建议。'],
    ['第{number}号：{title}', '关于路灯的建议'],
    ['{title}、{number}、{due}', '关于路灯的建议'],
    ['{office}: {item} ({due}), see no. {number}. Thank you.', '县水务局: 路灯, Thank you.'],
    ['v1.5 of {title}', 'v1.5 of 关于路灯的建议'],
    ['请在 {due} 前办“{duty}”。', ''],
    ['时间：{due}；单位：{office}', '单位：县水务局'],
    ['请办{title}，时间：{due}。', '请办关于路灯的建议。'],
    ['时间：{due}，地点：{number}', ''],
    ['请注意：时间：{due}。', ''],
    ['督办：{number}，{title}', '督办：关于路灯的建议'],
    ['Due: {due}; office: {office}', 'office: 县水务局'],
  ]
  for (const [text, is] of told) expect(filled(text, values), text).toBe(is)
  // Whatever is empty, and wherever it stands.
  const frames = ['{x}', '（{x}）', '《{x}》', '第{x}号', '，{x}前', '、{x}', '：{x}', ' {x}', '，请在{x}前办']
  for (const name of variables)
    for (const frame of frames) {
      const sentence = filled(`督办${frame.replace('x', name)}，请抓紧。`, { ...full, [name]: '' })
      expect(sentence, frame).not.toMatch(/[{}]|（）|《》|[，、：]{2}|[，、：]。|第号|在前|^[，、：。]|，前/)
    }
  expect(filledIn({ line, subject }, () => values)).toEqual({
    subject: { zh: '请县水务局抓紧：路灯（无期限）', en: '县水务局, please: 路灯 (无期限)' },
  })
})

describe('the county’s own words of a rule', () => {
  it('stand in the reminder of that rung, and in no other', async () => {
    const { record, title } = await assigned('2026-03-02', 'water').then((moves) => along(moves, '2026-03-03', ['water', 'accept']))
    await word('T-15d')
    await remind({ date: '2026-05-18' })
    const [first] = await mails(parts, 'water')
    expect(first?.subject).toBe(`请县水务局抓紧：${record.number} ${title}（还剩 15 天）`)
    expect(first?.body.text).toContain('请在 2026年6月2日（周二） 前办“答复代表”。')
    await remind({ date: '2026-06-02' })
    expect((await mails(parts, 'water')).at(-1)?.subject).toContain('督办提醒：')
  })

  it('hold where a mail tells several items: what is due first gives the subject, the others are counted', async () => {
    const { record, title } = await assigned('2026-03-02', 'water').then((moves) => along(moves, '2026-03-03', ['water', 'accept']))
    await assigned('2026-03-03', 'water').then((moves) => along(moves, '2026-03-04', ['water', 'accept']))
    await word('T-15d')
    await remind({ date: '2026-05-19' })
    const [mail, ...more] = await mails(parts, 'water')
    expect([mail?.subject, more]).toEqual([`请县水务局抓紧：${record.number} ${title}（还剩 14 天）（等 2 件）`, []])
  })

  it('hold where one step gives two duties, with the one that is due first', async () => {
    await word('opened')
    const moves = await assigned('2026-03-02', 'water')
    await notify(streamed(moves, moves.events.slice(-1)))
    expect((await mails(parts, 'water')).map(({ subject }) => subject)).toEqual([
      `请县水务局抓紧：2026-0001 ${moves.title}（还剩 7 天）（等 2 项）`,
    ])
  })

  it('stand in a mail that speaks of no duty, without what would tell of one', async () => {
    await word('returned')
    const moves = await suggestion('2026-03-02', ['xinan', 'submit'], ['county', 'sendBack', { reason: '一事一议' }])
    await notify(streamed(moves, moves.events.slice(-1)))
    expect((await mails(parts, 'xinan')).map(({ subject }) => subject)).toEqual([`请新安镇抓紧：${moves.title}`])
  })

  it('stand in the mail about what happened', async () => {
    await word('opened')
    const moves = await assigned('2026-03-02', 'urban', { co: ['water'] })
    await notify(streamed(moves, moves.events.slice(-1)))
    expect((await mails(parts, 'water'))[0]?.subject).toMatch(/^请县水务局抓紧：2026-0001 /)
  })
})

it('is shown in the mail in which it stands: a rung in the day’s letter, what happens in the letter about that', async () => {
  await assigned('2026-03-02', 'water').then((moves) => along(moves, '2026-03-03', ['water', 'accept']))
  const clock = { today: '2026-03-04', now: new Date('2026-03-04T01:00:00Z') }
  const shown = async (rule: string) =>
    (await previewWording(rule, { subject, line }, clock, { name: '王芳', lang: 'zh' })) ?? expect.fail('nothing is open')
  const daily = await shown('T-15d')
  expect(daily.text).toContain(mailWords.daily.zh)
  expect(daily.text).toContain('前办“答复代表”。')
  for (const rule of ['opened', 'moved', 'returned', 'next', 'decided', 'cancelled', 'undone', 'urge']) {
    const { subject: own, text } = await shown(rule)
    expect(own, rule).toMatch(/^请县水务局抓紧：/)
    expect(text, rule).not.toContain(mailWords.daily.zh)
    expect(text, rule).toContain((rule === 'urge' ? newsWords.urgedNote : newsWords.atOnce).zh)
  }
})

it('names a part behind what it is a part of, as the mail itself does', async () => {
  const clock = { today: '2026-03-04', now: new Date('2026-03-04T01:00:00Z') }
  const data = { goal: '办好十件实事', measure: '逐月督查', finishOn: '2026-11-30' }
  const task = sure(await createRecord(as('county'), 'annual-tasks', { data }, {}, clock)).record
  const given = { milestones: [{ milestone: '开好推进会', by: '2026-03-06' }] }
  sure(await take(as('county'), 'annual-tasks', task.id, { transition: 'assign', given }, task.version, clock))
  const told = await previewWording('T-1', { subject: { zh: '{item}', en: '{item}' } }, clock, { name: '王芳', lang: 'zh' })
  expect(told?.subject).toMatch(/办好十件实事：开好推进会/)
})

describe('who is away', () => {
  const away = { from: '2026-05-18', until: '2026-05-20', to: 'p-vice' }

  it('has his mail go to his colleague between the two days, and to himself before and after', async () => {
    await colleague('vice', 'water', ['leader'])
    await assigned('2026-03-02', 'water').then((moves) => along(moves, '2026-03-03', ['water', 'accept']))
    await writeOwnSettings(as('water'), { away })
    await remind({ date: '2026-05-18' })
    expect(await mails(parts, 'water')).toEqual([])
    const [mail] = await mails(parts, 'vice')
    expect(mail?.body.text).toContain('陈刚外出，这封信由您代收、代办。')
    const heap = { index: 'g1' as const, pk: heaps.person(systemScope(), 'p-water') }
    const { data } = await pageNotices(systemScope(), [heap], { limit: 10, keep: () => true })
    expect(data.length).toBeGreaterThan(0)
    for (const { to, state } of data) expect([to, state]).toEqual([address('vice'), 'sent'])
    await remind({ date: '2026-05-26' })
    expect(await mails(parts, 'water')).toHaveLength(1)
  })

  it('gets it himself where the colleague is of another office, or cannot be reached', async () => {
    await assigned('2026-03-02', 'water').then((moves) => along(moves, '2026-03-03', ['water', 'accept']))
    await writeOwnSettings(as('water'), { away: { ...away, to: 'p-urban' } })
    await remind({ date: '2026-05-18' })
    expect(await mails(parts, 'water')).toHaveLength(1)
    expect(await mails(parts, 'urban')).toEqual([])
  })
})
