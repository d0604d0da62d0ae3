import { describe, expect, test } from 'vitest'
import type { Shown } from '../../../admin/data.ts'
import { creatableFields, defaultsOf, filledIn } from '../../../admin/ledger/form/filling.ts'
import { handInFaults } from '../../../admin/ledger/form/hand-in.ts'
import { handInStep, isKept } from '../../../admin/ledger/form/hand-in-step.ts'
import { bandSentence } from '../../../admin/ledger/record/band.ts'
import { panelZh } from '../../../admin/words/panel.ts'
import type { Condition } from '../../../shared/definition/condition.ts'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { create } from '../../../shared/engine/creation.ts'
import { mayCreate } from '../../../shared/engine/rights.ts'
import { mayAct } from '../../../shared/engine/transition.ts'
import { diaries } from '../../../shared/ledgers/diaries.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'
import { suggestions } from '../../../shared/ledgers/suggestions.ts'
import type { LedgerRecord } from '../../../shared/record.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import type { Scope } from '../../../shared/scope.ts'
import { county, deputy1, world, xinan } from '../../cast.ts'
import { samples } from '../../sample.ts'

const TODAY = '2026-03-02'
const around = (scope: Scope) => ({ scope, today: TODAY, world })

/** What the county chooses in the form. */
const placeOf = (ledger: Ledger, { office }: Scope) => (office.kind === 'county' && ledger.level !== 'county' ? 'xinan' : undefined)

/** As the form creates it when only what must be filled in is. */
function born(ledger: Ledger, scope: Scope, more: Record<string, unknown> = {}): LedgerRecord {
  const required = Object.entries(ledger.fields).flatMap(([key, field]) =>
    field.required ? [[key, samples(field, TODAY, '2026-03-03')[0]]] : [],
  )
  const township = placeOf(ledger, scope)
  const values = { ...Object.fromEntries(required), ...defaultsOf(ledger, scope), ...more }
  const data = filledIn(ledger, creatableFields(ledger, scope, world), values, TODAY, scope.person)
  const made = create(ledger, { id: 'r1', data, ...(township ? { township } : {}) }, scope, TODAY, world)
  if (isRefusal(made)) throw new Error(`${ledger.key}: ${JSON.stringify(made)}`)
  return made.record
}

test('a bill with too few names is told so at the names, with how many there are and both ways out', () => {
  const bill = born(suggestions, deputy1, { kind: 'bill' })
  const fields = creatableFields(suggestions, deputy1, world)
  const [fault, ...more] = handInFaults(suggestions, bill, handInStep(suggestions, deputy1, world) ?? '', fields, around(deputy1))
  expect(more).toEqual([])
  expect(fault?.path).toBe('deputies')
  expect(fault?.message.zh).toBe('类型是“议案”的，领衔代表、附议代表合计要有 10 人以上，现在是 1 人。请补足，或者把类型改为“建议”。')
  expect(handInFaults(suggestions, born(suggestions, deputy1), 'submit', fields, around(deputy1))).toEqual([])
})

test('a draft waits for whoever writes it, and says what it lacks', () => {
  const at = { scope: deputy1, offices: world.offices, words: panelZh, lang: 'zh' as const, world }
  const draft = (may: object) =>
    ({ state: 'draft', duties: [], data: {}, took: {}, may: { delete: true, edit: [], ...may } }) as unknown as Shown
  const lacks = { key: 'submit', possible: false, why: { zh: '要补足。', en: 'Add.' } }
  expect(bandSentence(suggestions, draft({ transitions: [lacks] }), undefined, at)).toBe('这件的状态是草稿，还没有提交。要补足。')
  for (const ledger of ledgers.filter(({ states, initial }) => states[initial]?.phase === 'draft')) {
    const own = { ...draft({ edit: ['title'], transitions: [] }), state: ledger.initial } as Shown
    expect(bandSentence(ledger, own, undefined, at), ledger.key).not.toContain('不用您')
  }
})

describe('a form that creates and hands in at once', () => {
  const offered = ledgers.flatMap((ledger) => {
    return [county, xinan, deputy1].flatMap((scope) => {
      const step = mayCreate(ledger, scope) ? handInStep(ledger, scope, world, placeOf(ledger, scope)) : undefined
      return step ? [{ ledger, step, scope }] : []
    })
  })

  test('offers it to whoever may take it, of all definitions', () => {
    expect(offered.length).toBeGreaterThan(5)
    expect(handInStep(diaries, county, world)).toBe(undefined)
    for (const { ledger, step, scope } of offered) {
      const rule = ledger.transitions[step]
      const acting = rule && mayAct(ledger, born(ledger, scope), step, rule, scope, world)
      expect(isRefusal(acting) && acting.refused === 'role', `${ledger.key} ${scope.office.kind}`).toBe(false)
    }
  })

  test('a deputy hands in himself, of all definitions, or somebody owes the next step by then and nothing is called a draft', () => {
    const theirs = ledgers.filter((ledger) => mayCreate(ledger, deputy1) && ledger.states[ledger.initial]?.phase === 'draft')
    expect(theirs.map(({ key }) => key)).toEqual(expect.arrayContaining(['suggestions', 'town-suggestions', 'group-activities']))
    for (const ledger of theirs) {
      const others = born(ledger, deputy1).duties.filter(({ state, holder }) => state === 'open' && holder.kind !== 'deputy')
      const step = handInStep(ledger, deputy1, world)
      expect([ledger.key, step !== undefined, isKept(ledger)]).toEqual([ledger.key, others.length === 0, others.length === 0])
    }
  })

  test('has the field at which it tells why not, of all definitions', () => {
    const named = (conditions: Condition[]): string[] =>
      conditions.flatMap((each) => ('any' in each ? named(each.any) : 'field' in each ? [each.field] : []))
    for (const { ledger, step, scope } of offered) {
      const fields = creatableFields(ledger, scope, world)
      expect(fields, `${ledger.key} ${scope.office.kind}`).toEqual(expect.arrayContaining(named(ledger.transitions[step]?.when ?? [])))
    }
  })
})
