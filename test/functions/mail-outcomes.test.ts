import { describe, expect, it } from 'vitest'
import { actsOf } from '../../functions/mail/act.ts'
import { hears } from '../../functions/mail/hears.ts'
import { letter } from '../../functions/mail/letter.tsx'
import { type News, news } from '../../functions/mail/news.ts'
import { doneOf } from '../../functions/mail/step.ts'
import { takenByPeople } from '../../shared/definition/attachments.ts'
import type { Condition } from '../../shared/definition/condition.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Duty } from '../../shared/duty.ts'
import { livesIn } from '../../shared/engine/owed.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import type { Data, LedgerRecord } from '../../shared/record.ts'
import { spokenOf } from '../../shared/spoken.ts'
import { newsWords } from '../../shared/words/news.ts'
import { world } from '../cast.ts'

const links = { origin: 'https://duban.test' }
const system = { id: 'system', name: '系统', office: { kind: 'system', id: 'system' } }
const county = { id: 'p', name: '王芳', office: { kind: 'county', id: 'county' } }

/** An event as a step writes it, with nothing in it but what a case names. */
const event = (more: object): LedgerEvent =>
  ({
    by: county,
    on: '2026-06-05',
    changes: {},
    said: {},
    opened: [],
    discharged: [],
    voided: [],
    moved: [],
    ...more,
  }) as unknown as LedgerEvent
const record = (ledger: Ledger, more: object): LedgerRecord =>
  ({
    ledger: ledger.key,
    id: 'r1',
    township: 'xinan',
    createdBy: county,
    data: {},
    duties: [],
    took: {},
    ...more,
  }) as unknown as LedgerRecord
const told = (ledger: Ledger, more: Partial<News>): News => ({
  kind: 'news',
  lang: 'zh',
  house: { zh: '督办', en: 'Duban' },
  name: '陈刚',
  on: '2026-06-05',
  cause: 'next',
  who: { zh: '灌南县人大', en: 'Guannan' },
  step: { zh: '交办', en: 'Assign' },
  record: { ledger: ledger.key, id: 'r1', number: '2026-0001', heading: '幸福路排水' },
  spoken: spokenOf(ledger),
  items: [],
  ...more,
})

/** What has to be given so that a step goes one of its ways: of each field that its conditions name, the first value that they ask for. */
const values = (when: Condition[]): Data =>
  Object.fromEntries(when.flatMap((each) => ('field' in each && each.is !== undefined ? [[each.field, [each.is].flat()[0]]] : []))) as Data
/** The same of the way that no condition asks for. */
function otherwise({ fields, transitions }: Ledger, key: string): Data {
  const asked = (transitions[key]?.branches ?? []).flatMap(({ when }) => when)
  return Object.fromEntries(
    asked.flatMap((each) => {
      if (!('field' in each) || each.is === undefined) return []
      const field = fields[each.field]
      const taken = asked.flatMap((other) => ('field' in other && other.field === each.field ? [other.is].flat() : []))
      const ballot = field?.kind === 'computed' && field.value.as === 'ballot' ? fields[field.value.of] : field
      const all: unknown[] = ballot && 'options' in ballot ? Object.keys(ballot.options) : [true, false]
      return [[each.field, all.find((value) => !taken.includes(value as never)) ?? all.at(-1)]]
    }),
  ) as Data
}

describe.each(ledgers.map((ledger) => [ledger.key, ledger] as [string, Ledger]))('of %s', (_, ledger) => {
  it('a mail about a step that can end in several ways says which of them it was', () => {
    for (const [key, rule] of Object.entries(ledger.transitions).filter(([, each]) => takenByPeople(each))) {
      const [from = ''] = rule.from
      const ways = [{ to: rule.to ?? from, given: otherwise(ledger, key) }].concat(
        (rule.branches ?? []).map(({ when, to }) => ({ to: to ?? rule.to ?? from, given: { ...otherwise(ledger, key), ...values(when) } })),
      )
      const ends = [...new Set(ways.map(({ to }) => to))]
      if (ends.length < 2) continue
      const said = ways.map(({ to, given }) => {
        const changes = Object.fromEntries(Object.entries(given).map(([field, value]) => [field, { old: null, new: value }]))
        const done = doneOf(ledger, { event: event({ transition: key, from, to, changes }) }, world)
        return { to, zh: [done.given, done.found].map((part) => part?.zh ?? '').join('') }
      })
      for (const end of ends)
        for (const { to, zh } of said) {
          expect(zh, key).not.toBe('')
          // A clause of what was found, no name of a field with its sign, and nothing beside it that it says already.
          expect(zh, key).not.toMatch(/：[是否]|[到位通过]转为/)
          if (to !== end)
            expect(
              said.filter((other) => other.to === end).map((other) => other.zh),
              `${key} ${to}`,
            ).not.toContain(zh)
        }
    }
  })

  it('nobody is told that the next step is his without what it is', () => {
    for (const [state, { phase }] of Object.entries(ledger.states)) {
      if (phase !== 'open') continue
      const all = hears(ledger, record(ledger, { state }), event({ by: system, transition: 'x', from: 'elsewhere', to: state }), world)
      for (const { cause, act = '' } of all.filter((each) => each.cause === 'next')) {
        const rule = ledger.transitions[act]
        expect(rule?.from, `${state} ${act}`).toContain(state)
        expect([ledger.states[rule?.to ?? state]?.phase, rule?.confirm], act).not.toContain('void')
        const others = Object.entries(ledger.transitions).filter(
          ([other, each]) =>
            other !== act &&
            each.to !== undefined &&
            each.to !== state &&
            !each.confirm &&
            !each.when &&
            each.from.includes(state) &&
            !['void', 'draft'].includes(ledger.states[each.to]?.phase ?? '') &&
            each.by.join() === rule?.by.join(),
        )
        expect(others.map(([other]) => `${state} ${act}: or ${other}`)).toEqual([])
        // What leaves the item where it is, brings it no further.
        const ends = [rule?.to, ...(rule?.branches ?? []).map(({ to }) => to ?? rule?.to)].map((to = state) => to)
        expect(
          ends.some((to) => to !== state && !['void', 'draft'].includes(ledger.states[to]?.phase ?? '')),
          act,
        ).toBe(true)
        const { subject, text } = letter(news(told(ledger, { cause, act: { key: act, label: rule?.label ?? { zh: '', en: '' } } }), links))
        expect(subject).toContain(`请${rule?.label.zh}`)
        expect(text).toContain(`请您单位${rule?.label.zh}。`)
        expect(text).toContain(`${rule?.label.zh}：https://duban.test/${ledger.key}/r1/show?do=${act}`)
      }
    }
  })

  it('the buttons of a duty open what discharges it, or the item where several steps would', () => {
    for (const [key, { label }] of Object.entries(ledger.duties))
      for (const state of Object.keys(ledger.states).filter((each) => livesIn(ledger, key, each))) {
        const acts = actsOf(ledger, record(ledger, { state }), { key, holder: { kind: 'unit', id: 'water' } } as Duty)
        const rules = acts.flatMap((act) => ledger.transitions[act.key ?? ''] ?? [])
        for (const rule of rules) {
          expect(rule.discharges, `${state} ${key}`).toContain(key)
          expect(rule.from, `${state} ${key}`).toContain(state)
        }
        for (const act of acts) if (act.key === undefined) expect([acts.length, act.label]).toEqual([1, label])
        // Whoever has to choose is not led into one of the ways.
        const [only, another] = rules
        if (!only || another) continue
        const named = only.label.zh.includes(label.zh) || label.zh.includes(only.label.zh)
        const others = Object.entries(ledger.transitions).filter(
          ([, each]) =>
            each !== only &&
            !each.confirm &&
            // What only some items can take is no choice of this one.
            !each.when?.some((condition) => 'field' in condition) &&
            each.from.includes(state) &&
            each.discharges?.join() === key &&
            each.by.join() === only.by.join(),
        )
        const straight = others.filter(([, { by, to }]) => !(by.join().startsWith('@') && to))
        if (!named) expect(straight.map(([other]) => `${state} ${key}: ${other}`)).toEqual([])
      }
  })
})

const suggestions = ledgers.find(({ key }) => key === 'suggestions') as Ledger

it('who can open an item no more gets no link to it, and is told so', () => {
  const { text, html } = letter(news(told(suggestions, { cause: 'undone', freed: true, closed: true }), links))
  expect(`${text}${html}`).not.toContain('https://')
  expect(text).toContain(newsWords.closed.zh)
  expect(letter(news(told(suggestions, { cause: 'undone', freed: true }), links)).text).toContain('https://duban.test/suggestions/r1/show')
})

it('who asked for something hears with the answer what he owes for all that, and by when', () => {
  const asker = { kind: 'unit' as const, id: 'water' }
  const duties = [
    { id: 'd1', key: 'reply', holder: asker, state: 'open', dueOn: '2026-07-01' },
    { id: 'd2', key: 'decideReturn', holder: county.office, asker, state: 'done', dueOn: null },
  ]
  const answered = event({ transition: 'decideReturn', from: 'handling', to: 'handling', discharged: ['d2'] })
  const [hearing] = hears(suggestions, record(suggestions, { state: 'handling', duties }), answered, world)
  expect(hearing).toEqual({ holder: asker, cause: 'decided', duties: ['d1'] })
})
