import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Answer } from '../functions/api-house.ts'
import { openTown, paths } from './town.ts'

const today = '2026-03-02'
let town: Awaited<ReturnType<typeof openTown>>
beforeAll(async () => {
  town = await openTown(today)
})
beforeEach(() => town.move(today))

const text = { title: '修路', body: '村口的路坏了' }

/** Takes back the last act, with the version that is there now. */
async function undo(by: string, ledger: string, id: string, reason = '选错了单位', headers: object = {}): Promise<Answer> {
  const { version } = (await town.read('county', ledger, id)).body
  return town.who(by)('POST', `/api/records/${ledger}/${id}/undo`, {
    headers: { 'If-Match': `"${version}"`, ...headers },
    body: { reason },
  })
}

async function registered(): Promise<string> {
  const id = await town.born('xinan', 'suggestions', text)
  await town.play('suggestions', id, { by: 'xinan', take: 'submit' }, { by: 'county', take: 'register' })
  return id
}
const assign = (lead: string) => ({ by: 'county', take: 'assign', given: { lead } })

/** What of a record must be as before. */
async function seen(ledger: string, id: string) {
  const { state, data, duties, took, on, number, heading } = (await town.read('county', ledger, id)).body as Record<string, unknown>
  return { state, data, duties, took, on, number, heading }
}

describe('the last act is taken back', () => {
  test('assigned to the wrong unit: state, fields and duties are as before, and that unit reads it no more', async () => {
    const id = await registered()
    const was = await seen('suggestions', id)
    await town.play('suggestions', id, assign('urban'))
    const answer = await undo('county', 'suggestions', id)
    expect([answer.status, answer.body.state], answer.text).toEqual([200, 'registered'])
    expect(await seen('suggestions', id)).toEqual(was)
    expect((await town.read('urban', 'suggestions', id)).status).toBe(404)
    const record = await town.play('suggestions', id, assign('water'))
    expect((record.duties as { holder: { id: string } }[]).map(({ holder }) => holder.id)).not.toContain('urban')
  })

  test('an event of its own tells of it and why, and the chain holds', async () => {
    const id = await registered()
    await town.play('suggestions', id, assign('urban'))
    await undo('county', 'suggestions', id, '点错了')
    const { data, chain } = (await town.events('suggestions', id)) as { data: object[]; chain: { ok: boolean } }
    expect(data.at(-1)).toMatchObject({ transition: 'undo', undoes: 4, reason: '点错了', from: 'assigned', to: 'registered' })
    expect(data.at(-2)).toMatchObject({ transition: 'assign' })
    expect(chain.ok).toBe(true)
  })

  test('by the unit that took it, of its answer', async () => {
    const id = await registered()
    await town.play('suggestions', id, assign('water'), { by: 'water', take: 'accept' })
    const was = await seen('suggestions', id)
    await town.play('suggestions', id, { by: 'water', take: 'answer', given: { reply: '没写完', result: 'A' } })
    const answer = await undo('water', 'suggestions', id, '答复没写完')
    expect(answer.status, answer.text).toBe(200)
    expect(await seen('suggestions', id)).toEqual(was)
  })

  test('two acts, one after the other', async () => {
    const id = await registered()
    const was = await seen('suggestions', id)
    await town.play('suggestions', id, assign('water'), { by: 'county', take: 'plate', given: { supervisor: '李主任' } })
    expect((await undo('county', 'suggestions', id)).body.state).toBe('assigned')
    expect((await undo('county', 'suggestions', id)).body.state).toBe('registered')
    expect(await seen('suggestions', id)).toEqual(was)
  })

  test('an edit', async () => {
    const id = await town.born('xinan', 'suggestions', text)
    const was = await seen('suggestions', id)
    const { version } = (await town.read('xinan', 'suggestions', id)).body
    const edited = await town.who('xinan')('PATCH', `/api/records/suggestions/${id}`, {
      headers: { 'If-Match': `"${version}"` },
      body: { data: { title: '错' } },
    })
    expect(edited.status).toBe(200)
    expect((await undo('xinan', 'suggestions', id)).status).toBe(200)
    expect(await seen('suggestions', id)).toEqual(was)
  })

  test('a day that was moved moves back, and its reasons with it', async () => {
    const id = await registered()
    await town.play('suggestions', id, assign('water'))
    const was = await seen('suggestions', id)
    await town.play('suggestions', id, { by: 'county', take: 'extend', given: { due: '2026-08-03', reason: '情况复杂' } })
    expect((await undo('county', 'suggestions', id)).status).toBe(200)
    expect(await seen('suggestions', id)).toEqual(was)
  })

  test('asked twice with one key it happens once', async () => {
    const id = await registered()
    await town.play('suggestions', id, assign('urban'), { by: 'county', take: 'plate', given: { supervisor: '李主任' } })
    const headers = { 'Idempotency-Key': `undo-${id}` }
    const first = await undo('county', 'suggestions', id, '错', headers)
    const again = await undo('county', 'suggestions', id, '错', headers)
    expect([first.status, again.status, again.body.version]).toEqual([200, 200, first.body.version])
    expect((await undo('county', 'suggestions', id, '另一个', headers)).status).toBe(422)
  })
})

describe('a number given stays', () => {
  test('with its item: registered anew, it has the same, and no number is missing', async () => {
    const id = await registered()
    const { number } = (await town.read('county', 'suggestions', id)).body
    expect((await undo('county', 'suggestions', id)).body).toMatchObject({ state: 'submitted', number })
    const next = (await town.read('county', 'suggestions', await registered())).body.number
    const again = await town.play('suggestions', id, { by: 'county', take: 'register' })
    expect(again.number).toBe(number)
    expect(Number(String(next).slice(-4))).toBe(Number(String(number).slice(-4)) + 1)
  })

  test('what bears one from its birth is void and to be seen, what bears none is gone', async () => {
    const visit = await town.create(
      'county',
      'township-visits',
      { purpose: '走访', leader: '李主任', date: '2026-03-20' },
      { township: 'xinan' },
    )
    const taken = await undo('county', 'township-visits', String(visit.body.id), '写错了乡镇')
    expect([taken.status, taken.body.state, taken.body.number], taken.text).toEqual([200, 'cancelled', visit.body.number])
    const draft = await town.born('xinan', 'suggestions', text)
    const dropped = await undo('xinan', 'suggestions', draft)
    expect([dropped.status, dropped.body.gone]).toEqual([200, true])
    expect((await town.read('xinan', 'suggestions', draft)).status).toBe(404)
  })
})

describe('what the act made goes with it', () => {
  const shares = async (id: string) =>
    ((await town.read('county', 'suggestions', id)).body.refs as { ledger: string; id: string }[]).filter(
      (ref) => ref.ledger === 'divided-suggestions',
    )

  test('parts that nobody touched are gone, and come back when it is taken anew', async () => {
    const id = await registered()
    await town.play('suggestions', id, { by: 'county', take: 'divide', given: { separate: ['water', 'housing'] } })
    const made = await shares(id)
    expect(made).toHaveLength(2)
    expect((await undo('county', 'suggestions', id)).body.state).toBe('registered')
    expect(await shares(id)).toEqual([])
    expect((await town.read('water', 'divided-suggestions', String(made[0]?.id))).status).toBe(404)
    await town.play('suggestions', id, { by: 'county', take: 'divide', given: { separate: ['water', 'housing', 'urban'] } })
    const again = await shares(id)
    expect(again).toHaveLength(3)
    expect(again.map((ref) => ref.id)).toEqual(expect.arrayContaining(made.map((ref) => ref.id)))
    const chain = (await town.events('divided-suggestions', String(made[0]?.id))).chain
    expect(chain).toMatchObject({ ok: true })
  })

  test('a part that its unit has touched keeps it from being taken back, and is named', async () => {
    const id = await registered()
    await town.play('suggestions', id, { by: 'county', take: 'divide', given: { separate: ['water', 'housing'] } })
    const [share] = await shares(id)
    const { duties } = (await town.read('county', 'divided-suggestions', String(share?.id))).body as {
      duties: { holder: { id: string } }[]
    }
    const unit = String(duties[0]?.holder.id)
    await town.play('divided-suggestions', String(share?.id), { by: unit, take: 'answer', given: { reply: '已办', result: 'A' } })
    const refused = await undo('county', 'suggestions', id)
    expect([refused.status, refused.body.detail], refused.text).toEqual([409, expect.stringContaining('分办')])
  })

  test('a part is taken back where it was made', async () => {
    const id = await registered()
    await town.play('suggestions', id, { by: 'county', take: 'divide', given: { separate: ['water', 'housing'] } })
    const [share] = await shares(id)
    expect((await undo('county', 'divided-suggestions', String(share?.id))).status).toBe(409)
  })

  test('what the engine did on another item because of it is as before too', async () => {
    const main = await registered()
    const merged = await registered()
    await town.play('suggestions', merged, { by: 'county', take: 'merge', given: { mergedInto: [main] } })
    await town.play('suggestions', main, assign('water'), { by: 'water', take: 'accept' })
    const was = await seen('suggestions', merged)
    await town.play('suggestions', main, { by: 'water', take: 'answer', given: { reply: '已修', result: 'A' } })
    expect((await seen('suggestions', merged)).state).toBe('answered')
    expect((await undo('water', 'suggestions', main)).status).toBe(200)
    expect(await seen('suggestions', merged)).toEqual(was)
  })
})

describe('what stands once may be entered anew', () => {
  test('an absence that was taken back', async () => {
    const absence = { deputy: ['张桂兰'], type: 'absence', date: today, meeting: '县十八届人大五次会议', what: '未请假' }
    const first = await town.create('xinan', 'performance-entries', absence)
    expect(first.status, first.text).toBe(201)
    expect((await town.create('xinan', 'performance-entries', absence)).status).toBe(422)
    expect((await undo('xinan', 'performance-entries', String(first.body.id))).status).toBe(200)
    expect((await town.create('xinan', 'performance-entries', absence)).status).toBe(201)
  })

  test('a missed session on a deputy’s file', async () => {
    const id = await town.born('county', 'deputies', { name: ['张桂兰'] }, { township: 'xinan' })
    const missed = { by: 'county', take: 'absence', given: { meeting: '县十八届人大五次会议', excused: false } }
    await town.play('deputies', id, missed)
    expect((await town.take('deputies', id, missed)).status).toBe(422)
    expect((await undo('county', 'deputies', id)).status).toBe(200)
    expect((await town.take('deputies', id, missed)).status).toBe(200)
  })
})

describe('refused', () => {
  test('to who never acted, 403; to who may not see it, 404', async () => {
    const id = await registered()
    await town.play('suggestions', id, assign('water'))
    expect((await undo('water', 'suggestions', id)).status).toBe(403)
    expect((await undo('leader', 'suggestions', id)).status).toBe(403)
    expect((await undo('bailu', 'suggestions', id)).status).toBe(404)
  })

  test('when somebody else has acted since', async () => {
    const id = await registered()
    await town.play(
      'suggestions',
      id,
      assign('water'),
      { by: 'water', take: 'accept' },
      { by: 'county', take: 'plate', given: { supervisor: '李' } },
    )
    const refused = await undo('water', 'suggestions', id)
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('county 某')])
  })

  test('after three working days of its entry, however early it happened', async () => {
    const id = await town.born('xinan', 'suggestions', text, { on: '2026-02-26' })
    await town.play('suggestions', id, { by: 'xinan', take: 'submit', on: '2026-02-26' })
    town.move('2026-03-06')
    expect((await undo('xinan', 'suggestions', id)).status).toBe(409)
    town.move('2026-03-05')
    expect((await undo('xinan', 'suggestions', id)).status).toBe(200)
  })

  test('without a reason, without a version, with a stale one', async () => {
    const id = await registered()
    const blank = await undo('county', 'suggestions', id, ' ')
    expect([blank.status, paths(blank)]).toEqual([422, ['reason']])
    const post = (headers: object) =>
      town.who('county')('POST', `/api/records/suggestions/${id}/undo`, {
        headers: headers as Record<string, string>,
        body: { reason: '错' },
      })
    expect((await post({})).status).toBe(428)
    expect((await post({ 'If-Match': '"1"' })).status).toBe(412)
  })
})

test('an act that was taken back leaves the figures', async () => {
  const id = await registered()
  const count = async () => {
    const { groups } = (await town.who('county')('GET', '/api/figures/suggestions?by=unit')).body as {
      groups: { id: string; total: { records: number } }[]
    }
    return groups.find((group) => group.id === 'housing')?.total.records ?? 0
  }
  const was = await count()
  await town.play('suggestions', id, assign('housing'))
  expect(await count()).toBe(was + 1)
  await undo('county', 'suggestions', id)
  expect(await count()).toBe(was)
})

describe('who was told is told', () => {
  test('the unit to which it was wrongly assigned, though it reads the item no more; nobody is reminded of it', async () => {
    const id = await registered()
    await town.play('suggestions', id, assign('urban'))
    await town.tell('suggestions', id)
    const mails = async () => (await town.mailsTo('urban')).filter((mail) => mail.includes(id) || mail.includes('撤销'))
    expect(await mails()).toHaveLength(1)
    await undo('county', 'suggestions', id)
    await town.tell('suggestions', id)
    expect(await mails()).toHaveLength(2)
    const [, taken] = await mails()
    expect(taken).toContain('撤销')
    // What its reader can no longer open has no link.
    expect(taken).not.toContain(id)
    await town.tell('suggestions', id)
    expect(await mails()).toHaveLength(2)
    const preview = await town.who('county')('GET', '/api/notices/preview?date=2026-03-09')
    expect(preview.status).toBe(200)
    const theirs = preview.body.data?.filter(({ to }) => to === 'urban@duban.test')
    expect(JSON.stringify(theirs)).not.toContain(id)
  })
})
