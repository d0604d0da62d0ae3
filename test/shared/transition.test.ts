import { describe, expect, test } from 'vitest'
import { create } from '../../shared/engine/creation.ts'
import { edit, remove, restore } from '../../shared/engine/edit.ts'
import { may } from '../../shared/engine/may.ts'
import { transition } from '../../shared/engine/transition.ts'
import { suggestions } from '../../shared/ledgers/suggestions.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { isRefusal } from '../../shared/refusal.ts'
import type { Scope } from '../../shared/scope.ts'
import { alone, bailu, county, deputy1, deputy2, housing, leader, urban, water, world, xinan } from '../cast.ts'

const day = '2026-03-02'
const fresh = (scope: Scope = xinan, data = {}, township?: string) => {
  const moved = create(
    suggestions,
    { id: 'r1', township, data: { title: '关于排水的建议', body: '幸福路积水', deputies: ['张桂兰'], ...data } },
    scope,
    day,
    world,
  )
  return isRefusal(moved) ? expect.fail(JSON.stringify(moved)) : moved.record
}
const go = (record: LedgerRecord, name: string, given = {}, scope: Scope = county, on = day) =>
  transition(suggestions, record, name, given, scope, on, world, alone)
const ok = (record: LedgerRecord, name: string, given = {}, scope: Scope = county, on = day) => {
  const moved = go(record, name, given, scope, on)
  return isRefusal(moved) ? expect.fail(JSON.stringify(moved)) : moved.record
}
const at = {
  submitted: () => ok(fresh(), 'submit', {}, xinan),
  registered: () => ok(at.submitted(), 'register'),
  assigned: (given = {}) => ok(at.registered(), 'assign', { lead: 'water', co: ['urban', 'housing'], ...given }),
  handling: () => ok(at.assigned(), 'accept', {}, water),
  answered: (result = 'A') => ok(at.handling(), 'answer', { reply: '已列入计划', result }, water),
  closed: () => ok(at.answered('B'), 'feedback', { satisfaction: 'satisfied' }, xinan),
}
const open = (record: LedgerRecord) =>
  record.duties.filter((duty) => duty.state === 'open').map((duty) => `${duty.key} ${duty.holder.id} ${duty.dueOn}`)

test('an assignment opens what each unit owes, on its own day', () => {
  expect(open(at.assigned())).toEqual([
    'accept water 2026-03-09',
    'coOpinion urban 2026-04-02',
    'coOpinion housing 2026-04-02',
    'reply water 2026-06-02',
  ])
  expect(open(at.assigned({ due: '2026-05-08' }))).toContain('reply water 2026-05-08')
  expect(open(at.assigned({ due: 'none' })).some((duty) => duty.startsWith('reply'))).toBe(false)
})

test('a unit that declines clears lead, co and due, so the next assignment starts afresh', () => {
  const declined = ok(at.assigned({ due: '2026-05-08' }), 'decline', { reason: '不属本单位职责' }, water)
  expect([declined.state, declined.data.lead, declined.data.co, declined.data.due, declined.data.assignedOn]).toEqual([
    'registered',
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  expect(declined.readers).toContain('unit:water')
  const again = ok(declined, 'assign', { lead: 'urban' }, county, '2026-04-01')
  expect(open(again)).toEqual(['accept urban 2026-04-09', 'reply urban 2026-07-01'])
})

test('a co-unit answers for its own duty only', () => {
  const record = ok(at.assigned(), 'coReply', { opinion: '同意' }, urban)
  expect(record.duties.filter((duty) => duty.key === 'coOpinion').map((duty) => duty.state)).toEqual(['done', 'open'])
  expect(go(at.assigned(), 'coReply', { opinion: '同意' }, water)).toMatchObject({ refused: 'role' })
  expect(go(record, 'coReply', { opinion: '再次同意' }, urban)).toMatchObject({ refused: 'noduty', status: 409 })
  expect(go(at.answered(), 'coReply', { opinion: '同意' }, urban)).toMatchObject({ refused: 'state', status: 409 })
  const both = ok(record, 'coReply', { opinion: '同意' }, housing)
  expect(go(both, 'coReply', { opinion: '同意' })).toMatchObject({ refused: 'noduty' })
  expect(go(at.assigned(), 'coReply', { opinion: '同意' }, county)).toMatchObject({
    refused: 'whom',
    status: 422,
    faults: [{ path: 'for' }],
  })
  expect(
    ok(at.assigned(), 'coReply', { opinion: '同意' }, { ...county, for: 'housing' })
      .duties.filter((duty) => duty.key === 'coOpinion' && duty.state === 'done')
      .map((duty) => duty.holder.id),
  ).toEqual(['housing'])
})

test.each([
  ['past', { due: '2026-03-01', reason: 'x' }, 'past'],
  ['beyond six months', { due: '2026-09-03', reason: 'x' }, 'cap'],
])('an extension to a day %s is refused at given.due', (_, given, code) => {
  expect(go(at.handling(), 'extend', given)).toMatchObject({ status: 422, faults: [{ path: 'given.due', code }] })
  expect(open(ok(at.handling(), 'extend', { due: '2026-09-02', reason: 'x' }))).toContain('reply water 2026-09-02')
})

test('an extension to a rest day is told everywhere by the working day on which it ends', () => {
  const moved = go(at.handling(), 'extend', { due: '2026-07-04', reason: 'x' })
  if (isRefusal(moved)) return expect.fail(JSON.stringify(moved))
  const reply = moved.record.duties.find(({ key }) => key === 'reply')
  expect([moved.record.data.due, reply?.dueOn, moved.event.changes.due]).toEqual([
    '2026-07-06',
    '2026-07-06',
    { old: null, new: '2026-07-06' },
  ])
  expect([reply?.why.skipped.map((skip) => skip.day), reply?.why.extensions[0]?.asked]).toEqual([
    ['2026-07-04', '2026-07-05'],
    '2026-07-04',
  ])
  const assigned = ok(at.registered(), 'assign', { lead: 'water' }, county, '2026-11-30')
  const later = go(assigned, 'extend', { due: '2027-04-02', reason: 'x' }, county, '2026-11-30')
  expect(later).toMatchObject({
    record: { duties: expect.arrayContaining([expect.objectContaining({ why: expect.objectContaining({ provisional: true }) })]) },
  })
  expect(!isRefusal(later) && later.record.duties.find(({ key }) => key === 'reply')?.why).toMatchObject({ provisional: true, skipped: [] })
})

test('whoever acts for his own office names nobody else; a township may name its deputy', () => {
  const named = (moved: ReturnType<typeof go>) =>
    isRefusal(moved) ? [moved.status, moved.faults?.map(({ path }) => path)] : moved.event.for
  expect(named(go(at.registered(), 'assign', { lead: 'water' }, { ...county, for: 'housing' }))).toEqual([422, ['for']])
  expect(named(go(at.registered(), 'assign', { lead: 'water' }, { ...county, for: 'county' }))).toBeUndefined()
  expect(named(go(at.assigned(), 'accept', {}, { ...water, for: 'urban' }))).toEqual([422, ['for']])
  expect(named(go(at.assigned(), 'accept', {}, { ...water, for: 'water' }))).toBeUndefined()
  expect(named(go(at.assigned(), 'accept', {}, { ...county, for: 'urban' }))).toEqual([422, ['for']])
  expect(named(go(at.assigned(), 'accept', {}, { ...county, for: 'nowhere' }))).toEqual([422, ['for']])
  expect(named(go(fresh(), 'submit', {}, { ...xinan, for: 'bailu' }))).toEqual([422, ['for']])
  expect(named(go(fresh(), 'submit', {}, { ...xinan, for: 'deputy2' }))).toEqual([422, ['for']])
  expect(named(go(fresh(), 'submit', {}, { ...xinan, for: 'deputy1' }))).toBe('deputy1')
  expect(named(go(fresh(), 'submit', {}, { ...deputy1, for: 'xinan' }))).toEqual([422, ['for']])
})

test('an extension without an open reply is 409', () => {
  const owed = ok(at.assigned({ due: 'none' }), 'accept', {}, water)
  expect(go(owed, 'extend', { due: '2026-08-01', reason: 'x' })).toMatchObject({ refused: 'noduty', status: 409 })
})

test('an answer voids co-opinions still open and asks the township for feedback', () => {
  const answered = at.answered()
  expect(answered.duties.filter((duty) => duty.key === 'coOpinion').map((duty) => duty.state)).toEqual(['void', 'void'])
  expect(open(answered)).toEqual(['feedback xinan 2026-03-16'])
})

test('dissatisfied goes back to be handled again, satisfied with result B books a follow-up', () => {
  const again = ok(at.answered('B'), 'feedback', { satisfaction: 'dissatisfied', note: '没修' }, xinan)
  expect([again.state, open(again)]).toEqual(['handling', ['rehandle water 2026-04-02']])
  expect(open(at.closed())).toEqual(['followUp xinan 2026-09-02'])
  expect(open(ok(at.closed(), 'follow', { finding: '还没通', fulfilled: false }, xinan, '2026-09-02'))).toEqual([
    'followUp xinan 2027-03-02',
  ])
  expect(open(ok(at.closed(), 'follow', { finding: '通了', fulfilled: true }, county))).toEqual([])
})

test('what is only said stands in the event and nowhere in the record', () => {
  const moved = go(at.submitted(), 'sendBack', { reason: '内容不清' })
  expect(moved).toMatchObject({ event: { said: { reason: '内容不清' }, changes: {} }, record: { state: 'draft' } })
  expect(moved).not.toHaveProperty('record.data.reason')
})

describe('who', () => {
  test.each<[string, () => LedgerRecord, Scope[]]>([
    ['submit', fresh, [xinan, deputy1]],
    ['register', at.submitted, [county]],
    ['sendBack', at.submitted, [county]],
    ['assign', at.registered, [county]],
    ['accept', at.assigned, [water, county]],
    ['decline', at.assigned, [water, county]],
    ['extend', at.handling, [county]],
    ['answer', at.handling, [water, county]],
    ['feedback', () => at.answered(), [xinan, deputy1]],
    ['follow', at.closed, [xinan, county]],
    ['cancel', at.handling, [county]],
  ])('%s is for the named ones and their stand-ins alone', (name, make, named) => {
    for (const scope of [county, leader, xinan, bailu, water, urban, housing, deputy1, deputy2]) {
      const answer = go(make(), name, {}, scope)
      const refused = isRefusal(answer) ? answer.refused : 'taken'
      expect([scope.person, refused === 'role']).toEqual([scope.person, !named.includes(scope)])
    }
  })

  test('the county never stands in for a township, not even on what it typed in', () => {
    const typed = fresh(county, {}, 'xinan')
    expect(go(typed, 'submit', {}, county)).toMatchObject({ refused: 'role' })
    expect(ok(typed, 'submit', {}, xinan).state).toBe('submitted')
    expect(go(typed, 'submit', {}, bailu)).toMatchObject({ refused: 'role' })
  })

  test('role is judged before state, state before input', () => {
    expect(go(fresh(), 'answer', { nonsense: 1 }, bailu)).toMatchObject({ status: 403 })
    expect(go(fresh(), 'assign', { nonsense: 1 }, county)).toMatchObject({ status: 409 })
    expect(go(at.registered(), 'assign', { nonsense: 1, lead: 'nobody' }, county)).toMatchObject({
      status: 422,
      faults: [{ path: 'given.nonsense' }, { path: 'given.lead' }],
    })
    expect(go(fresh(), 'constructor', {}, county)).toMatchObject({ status: 404 })
  })
})

describe('creation, edit and deletion', () => {
  test('a township creates in its own township whatever it says, a deputy in his', () => {
    expect(fresh(xinan, {}, 'bailu').township).toBe('xinan')
    expect(fresh(deputy2, { deputies: ['李秀英'] }).township).toBe('bailu')
  })

  test('bad data is refused with every fault at once', () => {
    const answer = create(
      suggestions,
      { id: 'r1', township: 'nowhere', data: { title: '', kind: 'poem', result: 'A', deputies: ['甲', '甲'] } },
      county,
      day,
      world,
    )
    expect(isRefusal(answer) && answer.faults?.map((fault) => fault.path)).toEqual([
      'township',
      'data.result',
      'data.title',
      'data.body',
      'data.kind',
      'data.deputies.1',
    ])
  })

  test('a slip of the pen is put right by the township until the item is handed over, by the county ever after, with both readings kept', () => {
    const change = { event: { changes: { title: { old: '关于排水的建议', new: '新标题' } } } }
    const retitled = (record: LedgerRecord, scope: Scope) => edit(suggestions, record, { title: '新标题' }, scope, day, world)
    for (const record of [fresh(), at.submitted(), at.registered()]) expect(retitled(record, xinan)).toMatchObject(change)
    for (const record of [at.assigned(), at.handling(), at.answered(), at.closed()]) {
      expect(retitled(record, xinan)).toMatchObject({ status: 409 })
      expect(retitled(record, county)).toMatchObject(change)
    }
    expect(retitled(at.registered(), water)).toMatchObject({ status: 403 })
    expect(edit(suggestions, at.registered(), { category: 'other' }, xinan, day, world)).toMatchObject({ status: 422 })
  })

  test('a draft is edited by its township, later by the county in its own fields', () => {
    expect(edit(suggestions, fresh(), { title: '新标题' }, xinan, day, world)).toMatchObject({
      event: { changes: { title: { new: '新标题' } } },
    })
    expect(edit(suggestions, at.submitted(), { lead: 'water' }, county, day, world)).toMatchObject({ status: 422 })
    expect(edit(suggestions, at.submitted(), { key: true }, county, day, world)).toMatchObject({ record: { data: { key: true } } })
    expect(edit(suggestions, fresh(), { title: 'x' }, water, day, world)).toMatchObject({ status: 403 })
    expect(edit(suggestions, fresh(), { title: null }, xinan, day, world)).toMatchObject({ status: 422 })
  })

  test('a draft can be deleted and brought back, what is registered cannot', () => {
    const gone = remove(suggestions, fresh(), xinan, day, world)
    if (isRefusal(gone)) return expect.fail('refused')
    expect(gone.record.deleted).toBe(true)
    expect(restore(suggestions, gone.record, xinan, day, world)).toMatchObject({ record: { version: 3 }, event: { transition: 'restore' } })
    expect(remove(suggestions, at.registered(), xinan, day, world)).toMatchObject({ status: 409 })
    expect(remove(suggestions, at.registered(), water, day, world)).toMatchObject({ status: 403 })
  })

  test('a draft is deleted by those who may edit it, not by who may only edit it later', () => {
    expect(remove(suggestions, fresh(), county, day, world)).toMatchObject({ status: 409 })
  })
})

test('may tells a live step from a dead one, with the reason, and hides what is never theirs', () => {
  const mine = may(suggestions, at.assigned(), water, day, world, alone).transitions
  expect(mine.map((each) => [each.key, each.possible])).toEqual([
    ['accept', true],
    ['decline', true],
    ['meet', false],
    ['askExtension', false],
    ['reportPlate', false],
    ['answer', false],
    ['recall', false],
    ['askReturn', true],
  ])
  expect(mine.find(({ key }) => key === 'answer')?.why?.zh).toContain('要先签收')
  expect(may(suggestions, at.assigned(), leader, day, world, alone).transitions).toEqual([])
})

test('two deputies of one name are nobody; a deputy elsewhere of that name is not concerned', () => {
  expect(fresh().readers).toContain('deputy:deputy1')
  expect(fresh(xinan, { deputies: ['李秀英'] }).readers).not.toContain('deputy:deputy2')
})
