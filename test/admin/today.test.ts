import { expect, test } from 'vitest'
import { everyPage } from '../../admin/api.ts'
import type { Shown } from '../../admin/data.ts'
import { chosenOf, leaving, viewsOf, without } from '../../admin/ledger/views.ts'
import { recordLamp } from '../../admin/parts/lamp-of.ts'
import { daySentence } from '../../admin/today/day-sentence.ts'
import { eachOnce, type OwedDuty, owedCounts, ownDuties } from '../../admin/today/duties.ts'
import { aboveIn, allLate, pilesIn, waitedFor, waitedSentence, waits } from '../../admin/today/waits.ts'
import { panelZh } from '../../admin/words/panel.ts'
import { panelEn } from '../../admin/words/panel-en.ts'
import { addDays } from '../../shared/deadline/calendar.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { calledIn, wholeCalled } from '../../shared/heading.ts'
import { auditIssues } from '../../shared/ledgers/audit-issues.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import { livelihoodProjects } from '../../shared/ledgers/livelihood-projects.ts'
import { meetings } from '../../shared/ledgers/meetings.ts'
import type { Scope } from '../../shared/scope.ts'
import { county, deputy1, water, xinan } from '../cast.ts'

test('Today counts every duty of an office, however many pages they fill', async () => {
  const all = Array.from({ length: 230 }, (_, at) => ({ id: `d${at}` }) as OwedDuty)
  const asked: number[] = []
  const found = await everyPage<OwedDuty>(async (path) => {
    const query = new URL(path, 'http://x').searchParams
    const from = Number(query.get('cursor') ?? 0)
    const till = from + Number(query.get('limit'))
    asked.push(from)
    return { data: all.slice(from, till), ...(till < all.length ? { next: String(till) } : {}) }
  }, ownDuties)
  expect(found).toEqual(all)
  expect(asked).toEqual([0, 100, 200])
})

test('what is late is one number and what is near another; what is far is none of them', () => {
  const duty = (daysLeft: number | null, ledger = 'suggestions', id = `r${daysLeft}`) =>
    ({ dueOn: daysLeft === null ? null : addDays('2026-05-20', daysLeft), record: { ledger, id } }) as OwedDuty
  const duties = [duty(-3), duty(-1, 'rules'), duty(0), duty(15), duty(16), duty(null), duty(9, 'rules', 'r-1')]
  expect(owedCounts(duties, '2026-05-20')).toEqual({ byLedger: { suggestions: 5, rules: 1 }, late: 2, soon: 2 })
  expect([panelZh.frame.owedBy(2, 3), panelZh.frame.owedBy(0, 3)]).toEqual(['2 件超期，3 件 15 天内到期', '3 件 15 天内到期'])
})

test('where something is owed again and again a tab says how it stands, not that it is closed; and each end has one tab', () => {
  let named = 0
  for (const ledger of ledgers)
    for (const lang of ['zh', 'en'] as const) {
      const words = lang === 'zh' ? panelZh : panelEn
      const views = viewsOf(ledger, county, words, lang)
      const done = views.filter(({ key }) => key.startsWith('done'))
      const states = Object.entries(ledger.states).flatMap(([state, { phase }]) => (phase === 'done' ? [state] : []))
      expect(done.flatMap(({ filter }) => filter.state?.split(',') ?? []).sort(), ledger.key).toEqual(states.sort())
      expect(new Set(views.map(({ label }) => label)).size, ledger.key).toBe(views.length)
      named += done.filter(({ key }) => key !== 'done').length
    }
  expect(named).toBeGreaterThan(3)
  const rules = ledgers.find(({ key }) => key === 'rules') ?? expect.fail('no rules')
  expect(viewsOf(rules, county, panelZh, 'zh').find(({ filter }) => filter.state === 'inForce')?.label).toBe('现行有效')
  expect(recordLamp({ state: 'inForce', duties: [] }, rules, panelZh, 'zh')).toMatchObject({ shape: 'tick', text: '现行有效' })
})

test('two days for one step on one item are one row with the nearer day, and one item in the menu', () => {
  const duty = (id: string, transition: string, dueOn: string, holder = 'water', record = 'r1') =>
    ({ id, key: id, transition, dueOn, holder: { kind: 'unit', id: holder }, record: { ledger: 'suggestions', id: record } }) as OwedDuty
  const far = duty('carried', 'answer', '2027-06-30')
  const duties = [far, duty('reply', 'answer', '2027-02-24'), duty('plate', 'tell', '2027-01-05')]
  expect(eachOnce(duties).map(({ id }) => id)).toEqual(['plate', 'reply'])
  expect(owedCounts(duties, '2026-12-01').byLedger).toEqual({ suggestions: 1 })
  const others = [duty('co', 'answer', '2027-01-01', 'housing'), duty('other', 'answer', '2027-01-02', 'water', 'r2')]
  expect(eachOnce([far, ...others])).toHaveLength(3)
})

test('a part that is called as its whole does not say it twice', () => {
  const whole = (heading: string, number?: string) => ({ number, heading })
  expect(wholeCalled({ part: true }, { heading: '基层代表培训班' }, whole('基层代表培训班', '培训2026-02'))).toBeUndefined()
  expect(wholeCalled({ part: true }, { heading: '关于路灯的问题' }, whole('优化营商环境', '询问2026-06'))).toBe('询问2026-06 优化营商环境')
  expect(wholeCalled({ part: true }, { heading: '关于路灯的建议' }, undefined)).toBeUndefined()
  expect(wholeCalled({}, { heading: '关于路灯的建议' }, whole('民意2026-0008'))).toBeUndefined()
  expect(calledIn({ heading: '交办' }, '审议2026-02 关于路灯的报告')).toBe('审议2026-02 关于路灯的报告：交办')
})

test('what the day holds is a whole sentence, whichever of its parts there are', () => {
  const said = (late: number, today: number, week: number, words = panelZh.today) =>
    daySentence({ late, today, week }, words)
      .map(({ text }) => text)
      .join('')
  expect(said(3, 2, 4)).toBe('有 3 件超期，2 件今天到期，本周还有 4 件。')
  expect(said(0, 2, 0)).toBe('有 2 件今天到期。')
  expect(said(0, 0, 5)).toBe('本周有 5 件要办。')
  expect(said(0, 0, 0)).toBe('')
  expect(said(0, 0, 1, panelEn.today)).toBe('You have 1 item to do this week.')
  expect(said(1, 0, 2, panelEn.today)).toBe('You have 1 overdue, 2 more this week.')
})

test('what others are waited for is told exactly, or not at all', () => {
  const record = (id: string, holder: string, overdue: boolean, township = 'xinan') =>
    ({ id, township, overdue, duties: [{ state: 'open', holder: { kind: 'unit', id: holder }, dueOn: '2026-03-01', overdue }] }) as Shown
  const data = [record('a', 'water', true), record('b', 'water', true, 'bailu'), record('c', 'urban', false), record('d', 'county', false)]
  const told = (scope: typeof county, from: Shown[], next?: string) =>
    waitedSentence(
      waitedFor(from, scope, () => false),
      { data: from, ...(next ? { next } : {}) },
      panelZh.today,
    )
  expect(told(county, data)).toEqual({ said: '有 4 件在等 3 个单位办理', late: '其中 2 件超期' })
  expect(told(xinan, data)).toEqual({ said: '有 3 件在等 3 个单位办理', late: '其中 1 件超期' })
  // Of many only those that are due first are known: whoever is late is among them.
  expect(told(county, data, 'more')).toEqual({ late: '1 个单位有 2 件超期没有办' })
  expect(told(county, data.slice(0, 2), 'more')).toEqual({ late: '1 个单位至少有 2 件超期没有办' })
  expect(told(county, data.slice(2), 'more')).toEqual({ said: '别的单位都没有超期，先到期的列在下面' })
})

test('the list of what is late is called by its own number, and by the place to which all of it belongs', () => {
  const counted = { suggestions: { overdue: 3 }, rules: { overdue: 1 } }
  expect(allLate(counted, '新安镇', panelZh.today)).toBe('看新安镇全部超期的 4 件')
  expect(allLate(counted, '', panelZh.today)).toBe('看全部超期的 4 件')
  expect(allLate(undefined, '', panelZh.today)).toBeNull()
  expect([panelZh.list.more(25, false, '件'), panelZh.list.more(1, true, '件')]).toEqual(['再看 25 件', '再看其余 1 件'])
})

test('the number of what waits is that of the list which it opens, and what stands above is said', () => {
  expect(waits('待交办', 15, 8, panelZh.today)).toBe('待交办 15（8 件在上面）')
  expect(waits('待交办', 7, 0, panelZh.today)).toBe('待交办 7')
  expect(waits('待交办', 8, 8, panelZh.today)).toBeNull()
})

test('what waits for a step of mine is what I may take it on: of a county project that a township only reads, nothing', () => {
  const views = (ledger: Ledger, scope: Scope) => viewsOf(ledger, scope, panelZh, 'zh')
  const piles = pilesIn(views(livelihoodProjects, xinan))
  const narrowed = piles.map(({ filter, own }) => [filter.state, own])
  const own = { township: 'xinan' }
  // 实施中 waits for a report of whoever carries it out: what this township owes of that stands above, with its day.
  expect(narrowed).toEqual(['preliminary', 'selected', 'changing', 'finished'].map((state) => [state, own]))
  expect(pilesIn(views(meetings, xinan)).every((view) => view.own?.township === 'xinan')).toBe(true)
  const [plan] = piles.filter(({ filter }) => filter.state === 'selected')
  const duty = (id: string, township: string | null) => ({
    record: { ledger: 'livelihood-projects', id, heading: '', township, state: 'selected' },
  })
  expect(plan && aboveIn(plan, 'livelihood-projects', [duty('a', 'xinan'), duty('a', 'xinan'), duty('b', null)])).toBe(1)
  for (const ledger of ledgers) {
    expect(
      views(ledger, county).filter((view) => view.own),
      ledger.key,
    ).toEqual([])
    expect(
      views(ledger, deputy1).filter((view) => view.own),
      ledger.key,
    ).toEqual([])
  }
})

test('a pile of a unit is narrowed to what it owes only where that is what the step answers', () => {
  const narrowed = ledgers.flatMap((ledger) =>
    viewsOf(ledger, water, panelZh, 'zh').flatMap(({ filter, own }) => (own ? [{ ledger, state: filter.state ?? '' }] : [])),
  )
  expect(narrowed.length).toBeGreaterThan(5)
  const held = ({ ledger, state }: (typeof narrowed)[number]) =>
    Object.values(ledger.duties).some(
      ({ during, holder }) => during?.includes(state) && holder.some((word) => Object.hasOwn(ledger.fields, word.slice(1))),
    )
  expect(narrowed.filter((each) => !held(each)).map(({ ledger, state }) => `${ledger.key} ${state}`)).toEqual([])
  // The audit office may verify what the county has to verify by a day.
  expect(viewsOf(auditIssues, water, panelZh, 'zh').find(({ filter }) => filter.state === 'reported')?.own).toBeUndefined()
})

test('a tab that is narrowed to what is mine is left whole when another is chosen', () => {
  const views = viewsOf(livelihoodProjects, xinan, panelZh, 'zh')
  expect(chosenOf(views, { state: 'selected', township: 'xinan', year: '2026' })?.key).toBe('state-selected')
  expect(chosenOf(views, { state: 'selected' })).toBeUndefined()
  // Though the bar has asked for something else in between.
  expect(without({ township: 'xinan', overdue: 'true', year: '2026' }, views)).toEqual({ overdue: 'true', year: '2026' })
  expect(without({ township: 'tanggou' }, views)).toEqual({ township: 'tanggou' })
  // The bar takes a tab's narrowing along when it leaves the tab, by its state, and not when it asks for more of the same.
  const tab = views.find(({ own }) => own) ?? expect.fail('no narrowed tab')
  const there = { ...tab.filter, ...tab.own }
  expect(leaving(views, there, { ...there, state: 'elsewhere' })).toEqual({ state: 'elsewhere' })
  expect(leaving(views, there, { ...there, year: '2026' })).toEqual({ ...there, year: '2026' })
  // What a link has narrowed is no tab's.
  expect(leaving(views, { ...tab.own, overdue: 'true' }, { ...tab.own, nearDue: 'true' })).toEqual({ ...tab.own, nearDue: 'true' })
})
