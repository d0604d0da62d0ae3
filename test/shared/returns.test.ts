import { describe, expect, test } from 'vitest'
import { parseLedger } from '../../shared/definition/gate.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { holdingFields } from '../../shared/definition/returns.ts'
import type { Duty } from '../../shared/duty.ts'
import { create } from '../../shared/engine/creation.ts'
import type { Moved } from '../../shared/engine/moved.ts'
import { open, owing } from '../../shared/engine/owed.ts'
import { transition } from '../../shared/engine/transition.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import type { Data, LedgerRecord } from '../../shared/record.ts'
import { isRefusal, type Refusal } from '../../shared/refusal.ts'
import type { Scope } from '../../shared/scope.ts'
import { alone, county, urban, water, world, xinan } from '../cast.ts'

const [opened, today] = ['2026-03-02', '2026-03-16']
/** Every duty of every ledger that a field of offices holds, in every state in which it runs. */
const cases = ledgers.flatMap((ledger) =>
  Object.entries(ledger.duties).flatMap(([key, rule]) =>
    rule.stays
      ? []
      : holdingFields(ledger, rule)
          .filter((field) => ledger.fields[field]?.kind !== 'items')
          .flatMap((field) =>
            statesOf(ledger, key).map((state): [string, Ledger, string, string, string] => [
              `${ledger.key} ${key} (${field}, ${state})`,
              ledger,
              key,
              field,
              state,
            ]),
          ),
  ),
)

test('there are offices other than the county’s on most ledgers', () => {
  expect(new Set(cases.map(([, { key }]) => key)).size).toBeGreaterThan(15)
})

describe.each(cases)('%s', (_, ledger, key, field, state) => {
  const of = (ledger.fields[field] as { of: 'unit' | 'township' }).of
  const [wrong, right] = of === 'unit' ? [water, urban] : [xinan, { ...xinan, office: { kind: 'township' as const, id: 'bailu' } }]
  const asked = `right${of === 'unit' ? 'Unit' : 'Township'}`
  const by: Scope = ledger.transitions.reassign?.by.includes('owner') && ledger.level !== 'county' ? xinan : county
  const record = standing(ledger, key, field, state, wrong.office.id)

  test('is handed back when that is agreed: who it belongs to has it with a clock of its own, who had it reads on', () => {
    const waiting = took(act(ledger, record, 'askReturn', { reason: '不归我们管' }, wrong))
    const request = live(waiting.record).find(({ asker }) => asker)
    expect([request?.key, request?.asker]).toEqual(['decideReturn', { kind: of, id: wrong.office.id }])
    expect(live(waiting.record).some((duty) => duty.key === key)).toBe(true)
    expect(ledger.duties[key]?.heldBy).toContain('decideReturn')
    const agreed = Object.keys(ledger.fields).includes('returnAgreed') ? 'returnAgreed' : 'agreed'
    const bare = act(ledger, waiting.record, 'decideReturn', { [agreed]: true }, by)
    expect(faulty(bare)).toEqual([`given.${asked}`])
    const { record: after } = took(act(ledger, waiting.record, 'decideReturn', { [agreed]: true, [asked]: right.office.id }, by))
    const passed = live(after).filter((duty) => duty.key === key)
    expect(passed.map(({ holder, openedOn }) => [holder.id, openedOn])).toEqual([[right.office.id, today]])
    expect(live(after).filter(({ holder, asker }) => holder.id === wrong.office.id || asker)).toEqual([])
    expect(after.data[asked]).toBeUndefined()
    expect([after.data[field]].flat()).toEqual([right.office.id])
    if (record.readers.includes(`${of}:${wrong.office.id}`)) expect(after.readers).toContain(`${of}:${wrong.office.id}`)
  })

  test('goes on when handing back is refused, with the reason', () => {
    const waiting = took(act(ledger, record, 'askReturn', { reason: '不归我们管' }, wrong))
    const agreed = Object.keys(ledger.fields).includes('returnAgreed') ? 'returnAgreed' : 'agreed'
    expect(faulty(act(ledger, waiting.record, 'decideReturn', { [agreed]: false }, by))).toEqual(['given.reason'])
    const { record: after } = took(act(ledger, waiting.record, 'decideReturn', { [agreed]: false, reason: '职责所在' }, by))
    expect(live(after).map(({ id, holder, dueOn }) => [id, holder, dueOn])).toEqual(
      live(record).map(({ id, holder, dueOn }) => [id, holder, dueOn]),
    )
    expect(after.data[field]).toEqual(record.data[field])
  })

  test('is reassigned to an office that is named', () => {
    const { message } = (act(ledger, record, 'reassign', {}, by) as Refusal).faults?.[0] ?? {}
    expect(message?.zh).toMatch(/^请选(交给哪个单位|择.+。$)|还没有填。$/)
    if (ledger.fields[field]?.kind === 'office')
      expect(faulty(act(ledger, record, 'reassign', { [field]: null }, by))).toEqual([`given.${field}`])
  })

  test('is reassigned unasked, and to another office only', () => {
    const list = ledger.fields[field]?.kind === 'offices'
    const value = (id: string) => (list ? [id] : id)
    expect(faulty(act(ledger, record, 'reassign', { [field]: value(wrong.office.id) }, by))).toEqual([`given.${field}`])
    const { record: after } = took(act(ledger, record, 'reassign', { [field]: value(right.office.id), reason: '改派' }, by))
    expect(
      live(after)
        .filter((duty) => duty.key === key)
        .map(({ holder }) => holder.id),
    ).toEqual([right.office.id])
  })

  test('is asked back by whoever owes something, and by nobody else', () => {
    const other = act(ledger, record, 'askReturn', { reason: '不归我们管' }, right)
    expect(isRefusal(other) && other.refused).toBe('role')
  })
})

/** Ledgers on which a day goes with one field of offices while another field has offices too. */
const apart = ledgers.flatMap((ledger) =>
  Object.entries(ledger.transitions.reassign?.sets ?? {}).flatMap(([day, set]) => {
    const left = ('left' in set && set.left) || []
    const others = (ledger.transitions.reassign?.hands ?? []).filter((ref) => !left.includes(ref)).map((ref) => ref.slice(1))
    return left.length > 0 && ledger.fields[day]?.kind === 'date'
      ? others.map((other): [string, Ledger, string, string, string] => [
          `${ledger.key} ${day}`,
          ledger,
          day,
          String(left[0]).slice(1),
          other,
        ])
      : []
  }),
)

test('there is a day of that kind', () => expect(apart.length).toBeGreaterThan(1))

describe.each(apart)('%s', (_, ledger, day, field, other) => {
  const [key = ''] = Object.entries(ledger.duties).find(([, rule]) => holdingFields(ledger, rule).includes(field)) ?? []
  const [state = ''] = statesOf(ledger, key)
  const record = standing(ledger, key, field, state, water.office.id)
  const set = { ...record, data: { ...record.data, [day]: '2026-05-20' } }

  test('stays when an office comes in beside the one that it was set for', () => {
    const { record: after } = took(act(ledger, set, 'reassign', { [other]: ['urban'] }, county))
    expect([after.data[day], after.data[other]]).toEqual(['2026-05-20', ['urban']])
    expect(live(after).find((duty) => duty.key === key)?.dueOn).toBe(live(record).find((duty) => duty.key === key)?.dueOn)
  })

  test('goes with the office that it was set for', () => {
    const { record: after } = took(act(ledger, set, 'reassign', { [field]: 'urban' }, county))
    expect(after.data[day]).not.toBe('2026-05-20')
  })
})

test('what a unit had goes to a township, where the ledger has a field for each', () => {
  const ledger = ledgers.find(({ key }) => key === 'livelihood-projects') as Ledger
  const record = standing(ledger, 'finish', 'unit', 'implementing', 'water')
  const passed = took(act(ledger, record, 'reassign', { unit: null, town: 'bailu' }, xinan)).record
  expect([passed.data.unit, live(passed).map(({ key, holder }) => `${key} ${holder.id}`)]).toEqual([undefined, ['finish bailu']])
})

test('a county’s own ledger has the way written out from one key', () => {
  const bare = {
    key: 'own',
    label: { zh: '自建', en: 'Own' },
    system: 1,
    fields: {
      title: { kind: 'text', label: { zh: '标题', en: 'Title' } },
      unit: { kind: 'office', of: 'unit', label: { zh: '单位', en: 'Unit' } },
      why: { kind: 'text', only: 'event', label: { zh: '原因', en: 'Why' } },
    },
    states: {
      open: { label: { zh: '在办', en: 'Open' }, phase: 'open' },
      done: { label: { zh: '办结', en: 'Done' }, phase: 'done' },
      ended: { label: { zh: '终止', en: 'Ended' }, phase: 'void' },
    },
    initial: 'open',
    born: { opens: ['act'] },
    transitions: {
      act: { label: { zh: '办结', en: 'Act' }, from: ['open'], to: 'done', by: ['@unit'], discharges: ['act'] },
      end: { label: { zh: '终止', en: 'End' }, from: ['open'], to: 'ended', by: ['county'], asks: ['why'] },
    },
    duties: { act: { label: { zh: '办理', en: 'Act' }, basis: { zh: '规定', en: 'Rule' }, holder: ['@unit'], due: { workdays: 10 } } },
    may: { create: ['county'], read: ['county', '@unit'], edit: ['county'] },
    list: { columns: ['title'] },
  }
  expect(parseLedger(bare)).toEqual({ faults: [{ path: 'duties.act', message: expect.stringContaining('returns') }] })
  const parsed = parseLedger({ ...bare, returns: {} })
  expect('ledger' in parsed && Object.keys(parsed.ledger.transitions)).toEqual(['act', 'end', 'askReturn', 'decideReturn', 'reassign'])
  expect('ledger' in parsed && parseLedger(JSON.parse(JSON.stringify(parsed.ledger)))).toEqual(parsed)
})

test('nobody hands back an appraisal of his own: once the report is in, no unit asks, and who asked before is still answered', () => {
  const { transitions = {}, duties = {} } = ledgers.find(({ key }) => key === 'report-appraisals') ?? {}
  expect([transitions.askReturn?.from, transitions.askReturn?.owing]).toEqual([['notified'], ['statement']])
  expect(transitions.askReturn?.label.zh).not.toContain('退回')
  for (const states of [transitions.decideReturn?.from, transitions.reassign?.from, duties.decideReturn?.during])
    expect(states).toEqual(['notified', 'rectifying'])
})

test('two that ask at once are answered one by one, each by name', () => {
  const ledger = ledgers.find(({ duties }) => Object.values(duties).some((rule) => rule.holder.some((word) => isList(word.slice(1)))))
  function isList(this: void, field: string): boolean {
    return ledgers.some(({ fields, returns: _ }) => fields[field]?.kind === 'offices' && fields[field].of === 'unit')
  }
  if (!ledger) throw new Error('no ledger with a list of units')
  const [key = '', rule] =
    Object.entries(ledger.duties).find(([, each]) => holdingFields(ledger, each).some((name) => ledger.fields[name]?.kind === 'offices')) ??
    []
  const [field = ''] = rule ? holdingFields(ledger, rule) : []
  const [state = ''] = statesOf(ledger, key)
  const both = standing(ledger, key, field, state, ['water', 'urban'])
  const first = took(act(ledger, both, 'askReturn', { reason: '甲' }, water)).record
  const second = took(act(ledger, first, 'askReturn', { reason: '乙' }, urban)).record
  const unnamed = act(ledger, second, 'decideReturn', { agreed: false, reason: '不同意' }, county)
  expect(isRefusal(unnamed) && [unnamed.refused, unnamed.faults?.map(({ path }) => path)]).toEqual(['whom', ['for']])
  const { record } = took(act(ledger, second, 'decideReturn', { agreed: true, rightUnit: 'housing' }, { ...county, for: 'urban' }))
  expect(record.data[field]).toEqual(['water', 'housing'])
  expect(
    live(record)
      .filter(({ asker }) => asker)
      .map(({ asker }) => asker?.id),
  ).toEqual(['water'])
})

function statesOf(ledger: Ledger, key: string): string[] {
  return (
    ledger.duties[key]?.during ??
    Object.keys(ledger.states).filter((state) => !['done', 'void'].includes(ledger.states[state]?.phase ?? ''))
  )
}

/** A record in that state whose duty is open for these offices. */
function standing(ledger: Ledger, key: string, field: string, state: string, offices: string | string[]): LedgerRecord {
  const township = ledger.level === 'county' ? null : 'xinan'
  const list = ledger.fields[field]?.kind === 'offices'
  const born = create(
    ledger,
    { id: 'r1', township, data: { ...required(ledger), [field]: list ? [offices].flat() : offices }, bySystem: true },
    county,
    opened,
    world,
  )
  if (isRefusal(born)) throw new Error(JSON.stringify(born))
  const record = { ...born.record, state, duties: [] }
  const turn = { ledger, scope: county, today: opened, world }
  const kind = (ledger.fields[field] as { of: 'unit' | 'township' }).of
  const holders = [offices].flat().map((id) => ({ kind, id }))
  const { duties } = open(turn, owing([]), [{ key, holders }], record.data, [])
  return { ...record, duties }
}

function required(ledger: Ledger): Data {
  const plain: { [kind: string]: Data[string] } = { text: '文字', date: opened, number: 1, yesno: true, deputies: ['张桂兰'] }
  return Object.fromEntries(
    Object.entries(ledger.fields).flatMap(([key, rule]): [string, Data[string]][] => {
      if (rule.only === 'event') return []
      if (!rule.required) return rule.kind === 'date' ? [[key, opened]] : rule.kind === 'number' ? [[key, Math.max(1, rule.min ?? 1)]] : []
      if (rule.kind === 'choice') return [[key, Object.keys(rule.options)[0] ?? null]]
      if (rule.kind === 'office') return [[key, rule.of === 'unit' ? 'housing' : 'xinan']]
      if (rule.kind === 'offices') return [[key, ['housing']]]
      return [[key, plain[rule.kind] ?? null]]
    }),
  )
}

const act = (ledger: Ledger, record: LedgerRecord, name: string, given: Record<string, unknown>, scope: Scope) =>
  transition(ledger, record, name, given, scope, today, world, alone)

function took(moved: Moved | Refusal): Moved {
  if (isRefusal(moved)) throw new Error(JSON.stringify(moved))
  return moved
}

const faulty = (moved: Moved | Refusal): string[] => (isRefusal(moved) ? (moved.faults ?? []).map(({ path }) => path) : ['taken'])
const live = ({ duties }: LedgerRecord): Duty[] => duties.filter((duty) => duty.state === 'open' || duty.state === 'paused')

test('what is voted on is no piece of work that goes back: the office asks that another do what follows from it', () => {
  const told = ledgers.flatMap(({ key, fields, transitions, duties }) => {
    const { askReturn, decideReturn, reassign } = transitions
    if (!askReturn || !Object.values(fields).some(({ kind }) => kind === 'ballot')) return []
    const words = [askReturn, decideReturn, reassign].flatMap((step) => [step?.label.zh ?? '', step?.says?.zh ?? ''])
    return [
      [key, [...words, duties.decideReturn?.label.zh ?? '', duties.decideReturn?.basis.zh ?? ''].filter((each) => /退回|办理/.test(each))],
    ]
  })
  expect(told.filter(([, wrong]) => wrong?.length)).toEqual([])
  expect(told.length).toBeGreaterThan(6)
})
