import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTown, paths, sentence } from './town.ts'

const today = '2026-03-09'
let town: Awaited<ReturnType<typeof openTown>>
beforeAll(async () => {
  town = await openTown(today)
})
beforeEach(() => town.move(today))

const text = { title: '修路', body: '村口的路坏了' }
const duty = (body: { duties?: object[] }, key: string) =>
  (body.duties as { key: string; openedOn: string; dueOn: string; doneOn?: string; why: { start: string } }[]).findLast(
    (each) => each.key === key,
  )

/** A suggestion that was registered on 2 March. */
async function registered(): Promise<string> {
  const id = await town.born('xinan', 'suggestions', text, { on: '2026-03-02' })
  await town.play(
    'suggestions',
    id,
    { by: 'xinan', take: 'submit', on: '2026-03-02' },
    { by: 'county', take: 'register', on: '2026-03-02' },
  )
  return id
}

describe('what the register says counts, not when it was typed in', () => {
  test('assigned on 2 March and typed in on the 9th, the unit has three months from 2 March', async () => {
    const record = await town.play('suggestions', await registered(), {
      by: 'county',
      take: 'assign',
      given: { lead: 'water' },
      on: '2026-03-02',
    })
    expect(record.on).toBe('2026-03-02')
    expect(record.data).toMatchObject({ assignedOn: '2026-03-02' })
    expect(duty(record, 'reply')).toMatchObject({ openedOn: '2026-03-02', dueOn: '2026-06-02', why: { start: '2026-03-02' } })
    expect(duty(record, 'accept')).toMatchObject({ dueOn: '2026-03-09' })
  })

  test('the event tells both: the day it happened, and the instant of its entry', async () => {
    const id = await registered()
    await town.play('suggestions', id, { by: 'county', take: 'assign', given: { lead: 'water' }, on: '2026-03-04' })
    const last = ((await town.events('suggestions', id)).data as { on: string; at: string; transition: string }[]).at(-1)
    expect(last).toMatchObject({ transition: 'assign', on: '2026-03-04', entered: today })
    expect(Number.isNaN(Date.parse(String(last?.at)))).toBe(false)
  })

  test('a unit that answered on its day is on time, however late that is typed in', async () => {
    const id = await registered()
    await town.play('suggestions', id, { by: 'county', take: 'assign', given: { lead: 'urban', due: '2026-03-05' }, on: '2026-03-03' })
    const figures = async () =>
      (await town.who('county')('GET', '/api/figures/suggestions?by=unit')).body.groups as { id: string; total: object }[]
    expect((await figures()).find(({ id: unit }) => unit === 'urban')?.total).toMatchObject({ overdue: 1 })
    const given = { reply: '已修好', result: 'A' }
    const record = await town.play(
      'suggestions',
      id,
      { by: 'urban', take: 'accept', on: '2026-03-04' },
      { by: 'urban', take: 'answer', given, on: '2026-03-05' },
    )
    expect(duty(record, 'reply')).toMatchObject({ doneOn: '2026-03-05' })
    expect((await figures()).find(({ id: unit }) => unit === 'urban')?.total).toMatchObject({ onTime: 1, overdue: 0, late: 0 })
  })

  test('a record begins on its day: its year, its session and its duties', async () => {
    town.move('2026-01-05')
    const made = await town.create(
      'county',
      'township-visits',
      { purpose: '走访', leader: '李主任', date: '2026-01-20' },
      { township: 'xinan', on: '2025-12-31' },
    )
    expect([made.status, made.body.on, String(made.body.createdAt).length > 10], made.text).toEqual([201, '2025-12-31', true])
    const draft = await town.create('xinan', 'suggestions', text, { on: '2025-12-30' })
    expect([draft.body.year, draft.body.on]).toEqual([2025, '2025-12-30'])
  })

  test('what a step creates elsewhere begins on its day too', async () => {
    const id = await registered()
    await town.play('suggestions', id, { by: 'county', take: 'divide', given: { separate: ['water', 'housing'] }, on: '2026-03-03' })
    const { refs } = (await town.read('county', 'suggestions', id)).body as { refs?: { ledger: string; id: string; as: string }[] }
    const share = refs?.find((ref) => ref.ledger === 'divided-suggestions')
    const child = (await town.read('county', 'divided-suggestions', String(share?.id))).body
    expect([child.on, (child.duties ?? []).map((each) => each.openedOn)]).toEqual(['2026-03-03', expect.arrayContaining(['2026-03-03'])])
  })
})

describe('a day that cannot be is refused with a sentence', () => {
  test('after today', async () => {
    const answer = await town.take('suggestions', await registered(), {
      by: 'county',
      take: 'assign',
      given: { lead: 'water' },
      on: '2026-03-10',
    })
    expect([answer.status, paths(answer)], answer.text).toEqual([422, ['on']])
    const born = await town.create('xinan', 'suggestions', text, { on: '2026-03-10' })
    expect([born.status, paths(born)]).toEqual([422, ['on']])
    expect(sentence(born, 'on')).toContain('今天')
  })

  test('before the step before it', async () => {
    const id = await registered()
    const answer = await town.take('suggestions', id, {
      by: 'county',
      take: 'assign',
      given: { lead: 'water' },
      on: '2026-02-27',
      reason: '补',
    })
    expect([answer.status, paths(answer)]).toEqual([422, ['on']])
    expect(sentence(answer, 'on')).toContain('3月2日')
  })

  test('before the day that the step waits for', async () => {
    const id = await town.born('county', 'special-inquiries', { topic: '校车', answerers: ['water'] })
    const questions = [{ question: '几辆？', asker: '张桂兰', unit: 'water' }]
    await town.play(
      'special-inquiries',
      id,
      { by: 'county', take: 'plan', given: { meetingOn: '2026-03-20' } },
      { by: 'county', take: 'prepare', given: { questions } },
    )
    const early = await town.take('special-inquiries', id, { by: 'county', take: 'hold' })
    expect([early.status, paths(early)], early.text).toEqual([422, ['on']])
    expect(sentence(early, 'on')).toContain('3月20日')
    const { may } = (await town.read('county', 'special-inquiries', id)).body as {
      may?: { transitions: { key: string; possible: boolean }[] }
    }
    expect(may?.transitions.find(({ key }) => key === 'hold')?.possible).toBe(false)
    town.move('2026-03-23')
    expect((await town.take('special-inquiries', id, { by: 'county', take: 'hold', on: '2026-03-19' })).status).toBe(422)
    const held = await town.play('special-inquiries', id, { by: 'county', take: 'hold', on: '2026-03-20' })
    expect(held.data).toMatchObject({ heldOn: '2026-03-20' })
  })

  test('what is no day', async () => {
    const answer = await town.take('suggestions', await registered(), {
      by: 'county',
      take: 'assign',
      given: { lead: 'water' },
      on: '2026-02-30',
    })
    expect([answer.status, paths(answer)]).toEqual([422, ['on']])
  })

  test('together with every other fault', async () => {
    const answer = await town.take('suggestions', await registered(), { by: 'county', take: 'assign', given: {}, on: '2026-03-10' })
    expect([answer.status, paths(answer).sort()]).toEqual([422, ['given.lead', 'on']])
  })
})

describe('who enters late says why', () => {
  test('more than five working days later', async () => {
    town.move('2026-03-10')
    const id = await registeredOn('2026-03-02')
    const step = { by: 'county', take: 'assign', given: { lead: 'water' }, on: '2026-03-02' }
    const silent = await town.take('suggestions', id, step)
    expect([silent.status, paths(silent)], silent.text).toEqual([422, ['reason']])
    const told = await town.take('suggestions', id, { ...step, reason: '经办人出差' })
    expect(told.status, told.text).toBe(200)
    const last = ((await town.events('suggestions', id)).data as { reason?: string }[]).at(-1)
    expect(last?.reason).toBe('经办人出差')
  })

  test('five working days later nobody is asked', async () => {
    const record = await town.play('suggestions', await registered(), {
      by: 'county',
      take: 'assign',
      given: { lead: 'water' },
      on: '2026-03-02',
    })
    expect(record.state).toBe('assigned')
  })

  test('the county sets how late, and from when on its administrator alone enters', async () => {
    const { version, ...settings } = (await town.who('county')('GET', '/api/county-settings')).body
    const { off, work, published, reminders } = settings
    const put = await town.who('county')('PUT', '/api/county-settings', {
      headers: { 'If-Match': `"${version}"` },
      body: { off, work, published, ...(reminders ? { reminders } : {}), entry: { workdays: 2, days: 30 } },
    })
    expect([put.status, put.body.entry], put.text).toEqual([200, { workdays: 2, days: 30 }])
    const asked = await town.create('xinan', 'suggestions', text, { on: '2026-03-04' })
    expect([asked.status, paths(asked)]).toEqual([422, ['reason']])
    const old = await town.create('xinan', 'suggestions', text, { on: '2026-02-05', reason: '补录' })
    expect([old.status, paths(old)]).toEqual([422, ['on']])
    const admin = await town.create('county', 'suggestions', text, { township: 'xinan', on: '2026-02-05', reason: '补录' })
    expect(admin.status, admin.text).toBe(201)
    const again = await town.who('county')('PUT', '/api/county-settings', {
      headers: { 'If-Match': `"${put.body.version}"` },
      body: { off, work, published, entry: { workdays: 5 } },
    })
    expect([again.status, again.body.entry]).toEqual([200, { workdays: 5 }])
  })
})

test('the day is part of what a key stands for', async () => {
  const id = await registered()
  const step = { by: 'county', take: 'assign', given: { lead: 'water' }, on: '2026-03-03' }
  const headers = { 'Idempotency-Key': `days-${id}` }
  const first = await town.take('suggestions', id, step, headers)
  const again = await town.take('suggestions', id, step, headers)
  expect([first.status, again.status, again.body.version]).toEqual([200, 200, first.body.version])
  const other = await town.take('suggestions', id, { ...step, on: '2026-03-04' }, headers)
  expect([other.status, paths(other)]).toEqual([422, ['Idempotency-Key']])
})

describe('a fact is not yet to come', () => {
  test('in a form', async () => {
    const entry = await town.create('xinan', 'diaries', { place: '大圈村', content: '看望', deputy: ['张桂兰'], date: '2026-03-12' })
    expect([entry.status, paths(entry)], entry.text).toEqual([422, expect.arrayContaining(['data.date'])])
    expect(sentence(entry, 'data.date')).toContain('2026年3月9日')
  })

  test('in a step', async () => {
    const id = await town.born('county', 'rules', { title: '议事规则', part: 'procedure' })
    const adopted = (adoptedOn: string) =>
      town.take('rules', id, { by: 'county', take: 'adopt', given: { adoptedBy: '常委会', adoptedOn } })
    const ahead = await adopted('2026-03-10')
    expect([ahead.status, paths(ahead)], ahead.text).toEqual([422, ['given.adoptedOn']])
    expect((await adopted(today)).status).toBe(200)
  })
})

async function registeredOn(on: string): Promise<string> {
  const reason = '补录'
  const id = await town.born('xinan', 'suggestions', text, { on, reason })
  await town.play('suggestions', id, { by: 'xinan', take: 'submit', on, reason }, { by: 'county', take: 'register', on, reason })
  return id
}
