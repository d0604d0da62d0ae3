import { describe, expect, it } from 'vitest'
import type { ShownDuty } from '../../admin/data.ts'
import { merge } from '../../admin/ledger/form/merge.ts'
import { byField } from '../../admin/ledger/form/useAnswers.ts'
import { wrongAnswers } from '../../admin/ledger/list/bulk.ts'
import { countedHere } from '../../admin/ledger/list/counted.ts'
import { activeOf, choose, chosenOf, type Filter, filtersOf } from '../../admin/ledger/list/filters.ts'
import { inOrder } from '../../admin/ledger/record/duty-order.ts'
import { newestFirst } from '../../admin/ledger/record/timeline.ts'
import { dutyLamp, punctuality, recordLamp } from '../../admin/parts/lamp-of.ts'
import { writeNumber, writeRate, writeSize } from '../../admin/parts/number.ts'
import { actorName } from '../../admin/parts/office.ts'
import type { OwedDuty } from '../../admin/today/duties.ts'
import { groupDuties, lateOf, namedOf, pilesOf } from '../../admin/today/groups.ts'
import { panelZh } from '../../admin/words/panel.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { initials } from '../../shared/initials.ts'
import type { Sitting } from '../../shared/sitting.ts'
import { tallyOf } from '../../shared/tally.ts'
import { county, world, xinan } from '../cast.ts'
import { errands } from './sample-ledger.ts'

const duty = (id: string, dueOn: string | null, daysLeft: number | null, rest: Partial<ShownDuty> = {}) =>
  ({
    id,
    key: 'reply',
    dueOn,
    daysLeft,
    overdue: daysLeft !== null && daysLeft < 0,
    state: 'open',
    holder: { kind: 'unit', id: 'water' },
    label: { zh: '答复', en: 'Reply' },
    ...rest,
  }) as ShownDuty
const owed = (id: string, dueOn: string | null, daysLeft: number | null) =>
  ({ ...duty(id, dueOn, daysLeft), record: { ledger: 'errands', id: `r${id}`, heading: '', township: null, state: 'given' } }) as OwedDuty

describe('a lamp', () => {
  it('tells its colour by a shape and by words too', () => {
    const signs = [-21, 0, 1, 15, 16].map((left) => dutyLamp(duty('a', '2026-05-20', left), panelZh, 'zh'))
    expect(signs.map(({ colour, shape, text }) => `${colour} ${shape} ${text}`)).toEqual([
      'red square 超期 21 天',
      'amber triangle 今天到期',
      'amber triangle 明天到期',
      'amber triangle 还剩 15 天',
      'green dot 还剩 16 天',
    ])
  })

  it('of a record is that of its soonest open duty', () => {
    const record = {
      state: 'given',
      duties: [
        duty('n', null, null),
        duty('a', '2026-06-30', 40),
        duty('b', '2026-05-25', 5),
        duty('c', '2026-05-01', null, { state: 'done' }),
      ],
    }
    expect(recordLamp(record, errands, panelZh, 'zh').text).toBe('还剩 5 天')
    expect(recordLamp({ state: 'over', duties: [] }, errands, panelZh, 'zh')).toMatchObject({ shape: 'tick', text: '已办结' })
    expect(recordLamp({ state: 'sent', duties: [] }, errands, panelZh, 'zh').text).toBe('无期限')
    // A part that is done with a step of its whole has its day there.
    const part = { ...errands, part: true as const }
    expect(recordLamp({ state: 'sent', duties: [] }, part, panelZh, 'zh').text).toBe('随所属事项办理')
    expect(recordLamp({ state: 'over', duties: [] }, part, panelZh, 'zh').text).toBe('已办结')
  })

  it('says how early or late something was done', () => {
    const own = { key: 'report', holder: { kind: 'unit' as const, id: 'water' } }
    const done = (doneOn: string, beside: Parameters<typeof punctuality>[1] = []) =>
      punctuality({ ...own, state: 'done', dueOn: '2026-04-02', doneOn }, beside, panelZh)
    expect(done('2026-03-27')).toBe('提前 6 天')
    expect(done('2026-04-02')).toBe('按期')
    expect(done('2026-04-05')).toBe('逾期 3 天')
    // What recurs and was done before its turn came is owed for that day still.
    expect(done('2025-05-01', [{ ...own, state: 'open', dueOn: '2026-04-02' }])).toBe('')
    expect(done('2026-03-27', [{ ...own, holder: { kind: 'unit', id: 'roads' }, state: 'open', dueOn: '2026-04-02' }])).toBe('提前 6 天')
    expect(done('2026-03-27', [{ ...own, state: 'open', dueOn: '2027-04-02' }])).toBe('提前 6 天')
  })
})

describe('today', () => {
  const all = [
    owed('d', null, null),
    owed('a', '2026-05-18', -2),
    owed('c', '2026-06-30', 41),
    owed('b', '2026-05-20', 0),
    owed('e', '2026-05-24', 4),
  ]

  it('groups what is owed by how soon, things without a day last', () => {
    const { now, next, later } = groupDuties(all)
    expect([now, next, later].map((group) => group.map((each) => each.id))).toEqual([['a', 'b'], ['e'], ['c', 'd']])
  })

  it('shows a short group whole, and of a long one the first rows of its most urgent ledgers', () => {
    const of = (ledger: string, n: number) =>
      Array.from({ length: n }, (_, at) => ({ ...owed(`${ledger}${at}`, null, null), record: { ...owed('x', null, null).record, ledger } }))
    const groups = (...each: [string, number][]) => each.flatMap(([ledger, n]) => of(ledger, n))
    const shown = (duties: ReturnType<typeof groups>, first?: 'large') =>
      pilesOf(duties, first).map(({ ledger, open }) => `${ledger} ${open}`)
    expect(shown(groups(['b', 4], ['a', 2]))).toEqual(['b 4', 'a 2'])
    const long = groups(['b', 2], ['a', 40], ['c', 9], ['d', 1])
    expect(shown(long)).toEqual(['b 2', 'a 3', 'c 0', 'd 0'])
    expect(shown(long, 'large')).toEqual(['a 3', 'c 3', 'b 0', 'd 0'])
  })

  it('names a few folded ledgers, and tells how much lies in all others in one line', () => {
    const folded = (n: number) =>
      Array.from({ length: n }, (_, at) => ({
        ledger: `l${at}`,
        duties: Array.from({ length: at + 1 }, (_, of) => owed(`${at}-${of}`, null, null)),
        open: 0,
      }))
    const told = (n: number, all = false) => {
      const { named, rest } = namedOf(folded(n), all)
      return [named.length, rest]
    }
    expect(told(11)).toEqual([3, { ledgers: 8, duties: 4 + 5 + 6 + 7 + 8 + 9 + 10 + 11 }])
    expect(told(11, true)).toEqual([11, undefined])
    expect(told(4)).toEqual([4, undefined])
  })

  it('counts an item once, however much is owed on it, by what is due first', () => {
    const twice = [...all, { ...owed('a', '2026-05-20', 0), id: 'a2' }, { ...owed('c', '2026-05-22', 2), id: 'c2' }]
    expect(tallyOf(twice, '2026-05-20')).toEqual({ late: 1, today: 1, soon: 2, week: 2 })
    expect(lateOf([...twice, { ...owed('a', '2026-05-19', -1), id: 'a3' }])).toBe(1)
  })

  it('counts the rest of the week up to Sunday', () => {
    expect(tallyOf(all, '2026-05-20')).toEqual({ late: 1, today: 1, soon: 1, week: 1 })
    expect(tallyOf([owed('x', '2026-05-25', 5)], '2026-05-20').week).toBe(0)
  })
})

describe('duties of a record', () => {
  it('stand mine first, then overdue, then soonest; over ones after', () => {
    const { live, over } = inOrder(
      [
        duty('a', '2026-06-01', 9),
        duty('b', '2026-05-01', -19),
        duty('c', '2026-07-01', 40, { holder: { kind: 'unit', id: 'urban' } }),
        duty('d', '2026-05-01', null, { state: 'done', doneOn: '2026-04-01' }),
      ],
      (each) => each.holder.id === 'urban',
    )
    expect(live.map((each) => each.id)).toEqual(['c', 'b', 'a'])
    expect(over.map((each) => each.id)).toEqual(['d'])
  })
})

describe('two changes at once', () => {
  const before = { title: '一', kind: 'a', body: '正文' }

  it('are merged field by field; only what both changed differently is asked', () => {
    const { merged, clashes, taken } = merge(before, { ...before, title: '二', kind: 'b' }, { ...before, kind: 'c', body: '新' }, [
      'title',
      'kind',
      'body',
    ])
    expect(clashes).toEqual([{ field: 'kind', was: 'a', theirs: 'b', mine: 'c' }])
    expect(merged).toMatchObject({ title: '二', body: '新', kind: 'c' })
    expect(taken.sort()).toEqual(['body', 'title'])
  })

  it('that agree are no clash', () => {
    expect(merge(before, { ...before, kind: 'b' }, { ...before, kind: 'b' }, ['kind']).clashes).toEqual([])
  })
})

describe('filters', () => {
  const sitting = (term: number, session: number): Sitting => ({ term, session, from: '2026-01-08' })
  const around = { offices: world.offices, words: panelZh, lang: 'zh' as const, today: '2026-05-20' }
  const ledger = { ...errands, list: { columns: ['title'], filters: ['kind'] } }
  const filters = filtersOf([ledger], { scope: county, ...around })
  const filter = (key: string) => {
    const found = filters.find((each) => each.key === key)
    if (!found) throw new Error(`no filter ${key}`)
    return found
  }

  it('are those that the route takes, with the choices that the ledger names', () => {
    const offered = filters.filter(({ linked }) => !linked)
    expect(offered.map((each) => each.key)).toEqual(['township', 'unit', 'state', 'year', 'kind', 'lamp'])
    const toTownship = filtersOf([ledger], { scope: xinan, ...around }).filter(({ linked }) => !linked)
    expect(toTownship.map((each) => each.key)).not.toContain('township')
  })

  it('ask for what is so, and for what a vote or a score came to', () => {
    const named = (zh: string) => ({ zh, en: zh })
    const options = { for: named('赞成'), against: named('反对'), abstained: named('弃权') }
    const fields: Ledger['fields'] = {
      key: { kind: 'yesno', label: named('重点') },
      vote: { kind: 'ballot', label: named('票数'), options, grades: ['for'], otherwise: 'against', of: 'all', over: [1, 2] },
      outcome: { kind: 'computed', label: named('表决结果'), value: { as: 'ballot', of: 'vote' } },
      mark: {
        kind: 'computed',
        label: named('成绩'),
        value: { as: 'grade', of: 'count', steps: [{ from: 60, is: 'pass' }], options: { pass: named('及格') } },
      },
      hidden: { kind: 'yesno', label: named('密'), seenBy: ['county'] },
    }
    const asking = { ...ledger, fields: { ...ledger.fields, ...fields }, list: { columns: ['title'], filters: Object.keys(fields) } }
    const found = filtersOf([asking], { scope: county, ...around }).filter((each) => each.field)
    expect(found.map((each) => [each.key, each.options.map(({ value, label }) => `${value} ${label}`)])).toEqual([
      ['key', ['true 是']],
      ['outcome', ['for 通过', 'against 未通过']],
      ['mark', ['pass 及格']],
    ])
  })

  it('are asked by term and by session once there is more than one', () => {
    const of = (...sittings: Sitting[]) => filtersOf([ledger], { scope: county, ...around, sittings }).find(({ key }) => key === 'sitting')
    expect(of(sitting(17, 5))).toBeUndefined()
    const later = of(sitting(17, 5), sitting(18, 1), sitting(18, 2)) as Filter
    expect(later.options.map(({ value, label }) => [value, label])).toEqual([
      ['18', '十八届'],
      ['18-2', '十八届二次'],
      ['18-1', '十八届一次'],
      ['17', '十七届'],
      ['17-5', '十七届五次'],
    ])
    for (const { value } of later.options) expect(chosenOf(later, choose(later, value, { q: '水' }))).toBe(value)
    expect(choose(later, '18', choose(later, '17-5', {}))).toEqual({ term: '18' })
    expect(activeOf([later], { term: '17', session: '5' }, panelZh)).toMatchObject([{ label: '届次 十七届五次', without: {} }])
  })

  it('go into the address and come out of it again', () => {
    const values = choose(filter('kind'), 'b', choose(filter('lamp'), 'overdue', { q: '水' }))
    expect(values).toEqual({ q: '水', overdue: 'true', where: 'kind:b' })
    expect(chosenOf(filter('kind'), values)).toBe('b')
    expect(choose(filter('kind'), '', values)).toEqual({ q: '水', overdue: 'true' })
  })

  it('are spelt out, each with the address without it', () => {
    const chips = activeOf(filters, { q: '水', state: 'sent,given,waiting,answered' }, panelZh)
    expect(chips.map((chip) => chip.label)).toEqual(['“水”', '状态 未办结'])
    expect(chips.map((chip) => chip.without)).toEqual([{ state: 'sent,given,waiting,answered' }, { q: '水' }])
  })
})

describe('small things', () => {
  it('faults go to the field that they name, the rest to the top', () => {
    expect(
      byField(
        [
          { path: 'given.unit', message: '甲' },
          { path: 'data.rows.1.what', message: '乙' },
          { path: 'for', message: '丙' },
        ],
        ['unit', 'rows'],
      ),
    ).toEqual({ unit: '甲', rows: '乙', '': '丙' })
  })

  it('every field keeps its own fault, though another has the same; several rows tell it once', () => {
    const fault = (path: string) => ({ path, message: '请填写日期。' })
    expect(byField(['given.day', 'given.until', 'data.rows.0.day', 'data.rows.1.day'].map(fault), ['day', 'until', 'rows'])).toEqual({
      day: '请填写日期。',
      until: '请填写日期。',
      rows: '请填写日期。',
    })
  })

  it('of many at once answers are wrong where all that are tried first say so of the same field; what one item says is its own', () => {
    const wrong = { refused: '晚于今天。', faults: [{ path: 'given.due', message: '晚于今天。' }] }
    const own = { refused: '这件已经有人办了。', faults: [{ path: 'state', message: '这件已经有人办了。' }] }
    expect(wrongAnswers([wrong, wrong], ['due'])).toEqual({ due: '晚于今天。' })
    expect(wrongAnswers([wrong, own, wrong], ['due'])).toBeUndefined()
    expect(wrongAnswers([own, own], ['due'])).toBeUndefined()
    expect(wrongAnswers([wrong, {}], ['due'])).toBeUndefined()
    expect(wrongAnswers([], ['due'])).toBeUndefined()
  })

  it('offices are found by their pinyin initials', () => {
    expect(['县水务局', '县农业农村局', '县自然资源和规划局', '新安镇'].map(initials)).toEqual(['xswj', 'xnyncj', 'xzrzyhghj', 'xaz'])
  })

  it('who acted is named with the office, and a deputy, who is his own, once', () => {
    const offices = [
      { id: 'water', kind: 'unit' as const, name: { zh: '县水务局', en: 'Water' } },
      { id: 'd1', kind: 'deputy' as const, name: { zh: '张桂兰', en: '张桂兰' } },
    ]
    expect(actorName(offices, { name: '李强', office: { kind: 'unit', id: 'water' } }, 'zh')).toBe('县水务局 李强')
    expect(actorName(offices, { name: '张桂兰', office: { kind: 'deputy', id: 'd1' } }, 'zh')).toBe('张桂兰')
  })

  it('numbers are written the same everywhere', () => {
    expect([writeNumber(1804), writeNumber(-18), writeNumber(1234567.5)]).toEqual(['1,804', '−18', '1,234,567.5'])
    expect([writeRate(1804, 1875), writeRate(0, 0)]).toEqual(['96.2%', '—'])
    expect([writeSize(340_000), writeSize(2_100_000)]).toEqual(['340 KB', '2.1 MB'])
  })

  it('a list says how many it holds where it holds any', () => {
    expect(countedHere(1804, { from: 26, shown: 25, measure: '件' }, panelZh)).toBe('共 1,804 件，当前第 26–50 件')
    expect(countedHere(undefined, { from: 1, shown: 3, measure: '次' }, panelZh)).toBe('当前第 1–3 次')
    expect([
      countedHere(0, { from: 1, shown: 0, measure: '件' }, panelZh),
      countedHere(undefined, { from: 1, shown: 0, measure: '件' }, panelZh),
    ]).toEqual(['', ''])
  })

  it('reminders stand among the events, newest first', () => {
    const line = newestFirst(
      [
        { at: '2026-03-01T00:00:00Z', seq: 1 },
        { at: '2026-03-03T00:00:00Z', seq: 2 },
      ],
      [{ at: '2026-03-02T00:00:00Z' }],
    )
    expect(line.map(({ event }) => event?.seq ?? 0)).toEqual([2, 0, 1])
  })
})
