import { definition } from '../../../functions/catalogue.ts'
import { writesOf } from '../../../functions/store/commit.ts'
import { newId } from '../../../functions/store/keys.ts'
import { goneKeys, listItems } from '../../../functions/store/lists.ts'
import { readMany, readRecord } from '../../../functions/store/records.ts'
import { systemScope } from '../../../functions/store/system-scope.ts'
import { deleteItems, type Item, putItems } from '../../../functions/store/table.ts'
import { take } from '../../../functions/transact.ts'
import { addDays } from '../../../shared/deadline/calendar.ts'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import type { LedgerRecord } from '../../../shared/record.ts'
import { as, assigned, clock, sure } from '../mail-county.ts'
import type { Dice } from './dice.ts'

/** A step that somebody means to take on a day: an office, or whoever leads by then. */
type Step = { on: string; who: string; transition: string; given?: Record<string, unknown> }
/** One suggestion that goes the way of the product, and others that go the same way beside it, each with units of its own. */
export type Cohort = { id: string; copies: { id: string; unit: string }[]; steps: Step[] }

const LEADS = ['water', 'housing', 'urban']
/** Units that are part of another one by now. */
export const became = new Map<string, string>()

/** A suggestion assigned on a day, and its brothers; what becomes of them is diced. */
export async function cohort(day: string, many: number, roll: Dice): Promise<Cohort> {
  const open = LEADS.filter((id) => !became.has(id))
  const lead = open[roll(open.length)] as string
  const others = open.filter((id) => id !== lead)
  const co = others.filter(() => roll(3) === 0)
  const due = addDays(day, 30 + roll(60))
  const { record } = await assigned(day, lead, { due, ...(co.length > 0 ? { co } : {}) })
  const free = [...open, 'silent'].filter((id) => !co.includes(id))
  const copies = Array.from({ length: many }, () => ({ id: newId('r', new Date()), unit: free[roll(free.length)] as string }))
  await follow(copies, record, lead)
  return { id: record.id, copies, steps: waysOf(day, due, co, roll) }
}

/** Takes what was meant for that day or before, for all of a cohort; what cannot be done any more is left. */
export async function move({ id, copies, steps }: Cohort, day: string): Promise<void> {
  for (let step = steps[0]; step && step.on <= day; step = steps[0]) {
    steps.shift()
    const before = await readRecord(systemScope(), 'suggestions', id)
    const lead = String(before?.data.lead)
    const given = step.given ?? {}
    const who = as(step.who === 'lead' ? lead : (became.get(step.who) ?? step.who))
    const outcome = await take(who, 'suggestions', id, { transition: step.transition, given }, undefined, clock(day))
    if (outcome && 'record' in outcome) await follow(copies, sure(outcome).record, lead)
  }
}

function waysOf(day: string, due: string, co: string[], roll: Dice): Step[] {
  const on = (from: string, least: number, spread: number) => addDays(from, least + roll(spread))
  const accepted = roll(6) === 0 ? on(day, 8, 10) : on(day, 1, 4)
  const steps: Step[] = [{ on: accepted, who: 'lead', transition: 'accept' }]
  for (const who of co) steps.push({ on: on(day, 12, 30), who, transition: 'coReply', given: { opinion: '同意。' } })
  const asked = roll(3) === 0 ? on(due, -6, 8) : undefined
  if (asked) {
    steps.push({ on: asked, who: 'lead', transition: 'askExtension', given: { reason: '还在施工' } })
    const decided = roll(2) === 0 ? { transition: 'extend', given: { due: addDays(due, 20), reason: '同意' } } : refused
    steps.push({ on: on(asked, 1, 9), who: 'county', ...decided })
  }
  if (roll(8) === 0) return byDay([...steps, { on: on(due, -10, 15), who: 'county', transition: 'cancel', given: { reason: '重复' } }])
  const answered = on(due, -20, 36)
  const answer = { reply: '已列入计划。', result: roll(2) === 0 ? 'A' : 'B' }
  const heard = on(answered, 3, 20)
  steps.push({ on: answered, who: 'lead', transition: 'answer', given: answer })
  const satisfaction = roll(5) === 0 ? 'dissatisfied' : 'satisfied'
  steps.push({ on: heard, who: 'xinan', transition: 'feedback', given: { satisfaction } })
  if (satisfaction === 'dissatisfied') {
    const again = on(heard, 20, 20)
    steps.push({ on: again, who: 'lead', transition: 'answer', given: answer })
    steps.push({ on: on(again, 3, 9), who: 'xinan', transition: 'feedback', given: { satisfaction: 'satisfied' } })
  }
  steps.push({ on: on(heard, 175, 30), who: 'xinan', transition: 'follow', given: { finding: '已完工', fulfilled: true } })
  return byDay(steps)
}

const refused = { transition: 'refuseExtension', given: { reason: '请抓紧' } }
const byDay = (steps: Step[]) => steps.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))

/** Writes the brothers as the product would have left them after the same step. */
async function follow(copies: Cohort['copies'], after: LedgerRecord, lead: string): Promise<void> {
  const scope = systemScope()
  const { ledger } = (await definition(scope, after.ledger)) as { ledger: Ledger }
  const known = await readMany(
    scope,
    copies.map(({ id }) => ({ ledger: after.ledger, id })),
  )
  const shifts = copies.map(({ id, unit }) => {
    const before = known.find((record) => record.id === id)
    const { number: _, ...rest } = JSON.parse(
      JSON.stringify(after)
        .replaceAll(after.id, id)
        .replaceAll(new RegExp(`\\b${lead}\\b`, 'g'), became.get(unit) ?? unit),
    ) as LedgerRecord
    return { ledger, ...(before ? { before } : {}), after: { ...rest, version: (before?.version ?? 0) + 1 } }
  })
  await putItems(
    shifts.flatMap((shift) => [
      ...writesOf(scope, { ...shift, events: [] }).flatMap((write) => ('put' in write ? [write.put as Item] : [])),
      ...listItems(scope, ledger, shift.after),
    ]),
  )
  await deleteItems(shifts.flatMap((shift) => goneKeys(scope, shift)))
}
