import { livesIn } from '../engine/owed.ts'
import type { Label } from '../names.ts'
import { say } from '../say.ts'
import type { Due } from './due.ts'
import type { Field } from './field.ts'
import type { DutyRule, Effects, Ledger, Transition } from './ledger.ts'

const kinds = { unit: 'rightUnit', township: 'rightTownship' } as const
type Kind = keyof typeof kinds

/** Reasons why a duty cannot be handed back, for `stays`. */
export const ownMatter = say('本单位自己的事项，不能退回', 'a matter of the office’s own, which cannot be handed back')
export const eachItsOwn = say('每个单位各办自己的一份，不能退回', 'each office has a share of its own, which cannot be handed back')
export const judgedItself = say('评的就是本单位，不能退回', 'it is the office itself that was appraised, which cannot be handed back')
export const whoRaisedIt = say('由提出的一方反馈，不能退回', 'owed by whoever raised it, and cannot be handed back')

/**
 * The ledger with its way from a wrong office to the right one written out: `askReturn` by whoever holds one of the duties, `decideReturn` within five working
 * days while the overdue reminders of who asked wait, `reassign` unasked. It ranges over all duties that a field of units or townships holds, unless one
 * `stays`: that cannot be handed back, while what was asked before is still answered. What the ledger has under these names stands; a day that was set for an office that leaves is cleared, so that the new one has the rule's own clock.
 */
export function withReturns({ returns, ...ledger }: Ledger): Ledger {
  if (!returns) return ledger
  const handed = Object.entries(ledger.duties).filter(([, rule]) => holdingFields(ledger, rule).length > 0)
  const held = handed.filter(([, rule]) => !rule.stays)
  const fields = [...new Set(held.flatMap(([, rule]) => holdingFields(ledger, rule)))]
  if (fields.length === 0) return ledger
  const here = (also: string[], duties = handed) =>
    Object.keys(ledger.states).filter((state) => also.includes(state) || duties.some(([key]) => livesIn(ledger, key, state)))
  const names = { reason: nameFor(ledger, 'reason', 'text'), agreed: ledger.fields.agreed ? 'returnAgreed' : 'agreed' }
  const right = rightOffices(ledger, fields)
  const only = fields.length === 1 ? fields[0] : undefined
  const by = returns.by ?? ['county']
  const words = wordsOf(returns)
  const { to, opens, discharges, sets } = returns
  const going: Effects = {
    ...(to ? { to } : {}),
    ...(opens ? { opens } : {}),
    ...(discharges ? { discharges } : {}),
    hands: fields.map((field) => `@${field}`),
  }
  const also: Effects['sets'] = {
    ...cleared(
      ledger,
      held.map(([, rule]) => rule),
    ),
    ...sets,
  }
  const done = { ...also, ...Object.fromEntries(right.map(({ name }) => [name, { put: null }])) }
  const swaps = fields.map((field) => [field, { swap: `@${rightName(ledger, field)}` }])
  const steps: { [key: string]: Transition } = {
    askReturn: {
      label: words.ask,
      says: words.asks,
      from: here([], held),
      by: ['holder'],
      owing: held.map(([key]) => key),
      asks: [names.reason, ...right.map(({ name }) => `${name}?`)],
      opens: ['decideReturn'],
    },
    decideReturn: {
      label: words.decide,
      says: words.decides,
      from: here([]),
      by,
      asks: [names.agreed, ...right.map(({ name }) => `${name}?`), `${names.reason}?`],
      needs: [{ field: names.reason, when: [{ field: names.agreed, is: false }] }],
      when: [{ duty: 'decideReturn', open: true }],
      discharges: ['decideReturn'],
      branches: [
        { when: [{ field: names.agreed, is: true }], ...going, sets: { ...Object.fromEntries(swaps), ...done } },
        { when: [{ field: names.agreed, is: false }], sets: Object.fromEntries(right.map(({ name }) => [name, { put: null }])) },
      ],
    },
    reassign: {
      label: say('改派', 'Reassign'),
      says: words.reassigns(only),
      from: here(returns.also ?? []),
      by,
      asks: [...(fields.length === 1 ? fields : fields.map((field) => `${field}?`)), `${names.reason}?`],
      sets: done,
      ...going,
    },
  }
  return {
    ...ledger,
    fields: {
      ...ledger.fields,
      ...asked(ledger, names, words.agreed),
      ...Object.fromEntries(right.map(({ name, field }) => [name, field])),
    },
    transitions: { ...ledger.transitions, ...missingFrom(ledger.transitions, steps) },
    duties: { ...withHold(ledger.duties, held), ...missingFrom(ledger.duties, { decideReturn: decision(by, here([]), words) }) },
    may: { ...ledger.may, read: readToo(ledger, fields) },
  }
}

/** How the way is spoken of: a piece of work goes back to whoever gave it, while of an appraisal only the rectification (`work`) can pass to another office. */
function wordsOf({ label, says, work }: NonNullable<Ledger['returns']>) {
  const words = work ? passing(work) : handingBack
  return { ...words, ask: label ?? words.ask, asks: says ?? words.asks }
}

const handingBack = {
  ask: say('申请退回', 'Ask to hand it back'),
  asks: say('{this}不属本单位职责，申请退回，改由其他单位办理。', 'Asks that {this} be handled by another office.'),
  decide: say('答复退回申请', 'Decide on the return'),
  decides: say('答复{this}的退回申请：同意的改由其他单位办理，不同意的由原单位继续办理。', 'Answers whether {this} is taken back.'),
  basis: say(
    '申请退回的，五个工作日内答复（本县设定）',
    'an answer within five working days when handing back is asked (set by the county)',
  ),
  agreed: say('同意退回', 'Handing back agreed'),
  reassigns: (only?: string) =>
    only
      ? say(`把{this}改派给{@${only}}办理。`, `Hands {this} over to {@${only}}.`)
      : say('更换或者增加{this}的办理单位。', 'Changes the offices of {this}, or adds some.'),
}

const passing = ({ zh, en }: Label): typeof handingBack => ({
  ask: say(`申请改由其他单位${zh}`, `Ask that another office ${en}`),
  asks: say(`{this}的${zh}不属本单位职责，申请改由其他单位${zh}。`, `Of {this}, asks that another office ${en}.`),
  decide: say('答复改派申请', 'Decide on another office'),
  decides: say(
    `答复{this}的改派申请：同意的改由其他单位${zh}，不同意的仍由原单位${zh}。`,
    `Of {this}, answers whether another office is to ${en}.`,
  ),
  basis: say(
    '申请改派的，五个工作日内答复（本县设定）',
    'an answer within five working days when another office is asked for (set by the county)',
  ),
  agreed: say('同意改派', 'Another office agreed'),
  reassigns: (only?: string) =>
    only
      ? say(`{this}改由{@${only}}${zh}。`, `Of {this}, has {@${only}} ${en}.`)
      : say(`更换或者增加{this}负责${zh}的单位。`, `Changes the offices of {this}, or adds some.`),
})

/** The fields of units or townships through which a duty is held. */
export function holdingFields(ledger: Pick<Ledger, 'fields'>, rule: Pick<DutyRule, 'holder'>): string[] {
  return rule.holder
    .filter((word) => word.startsWith('@'))
    .map((word) => word.slice(1))
    .filter((key) => kindOf(ledger, key) !== undefined)
}

function kindOf(ledger: Pick<Ledger, 'fields'>, key: string): Kind | undefined {
  const field = ledger.fields[key]
  return (field?.kind === 'office' || field?.kind === 'offices') && field.of !== 'county' ? field.of : undefined
}

const rightName = (ledger: Ledger, field: string): string => kinds[kindOf(ledger, field) ?? 'unit']

function rightOffices(ledger: Ledger, fields: string[]): { name: string; field: Field }[] {
  const of = [...new Set(fields.map((field) => kindOf(ledger, field) ?? 'unit'))]
  const label = { unit: say('应由哪个单位办理', 'Right unit'), township: say('应由哪个乡镇办理', 'Right township') }
  return of.map((kind) => ({ name: kinds[kind], field: { kind: 'office', of: kind, label: label[kind] } }))
}

function asked(ledger: Ledger, { reason, agreed }: { reason: string; agreed: string }, label: Label): Ledger['fields'] {
  const own: Ledger['fields'] = {
    [reason]: { kind: 'text', only: 'event', label: say('理由', 'Reason') },
    [agreed]: { kind: 'yesno', only: 'event', label },
  }
  return missingFrom(ledger.fields, own)
}

/** The ledger's own field of that name where it is one that is only said, else another name. */
function nameFor(ledger: Ledger, name: string, kind: Field['kind']): string {
  const field = ledger.fields[name]
  return !field || (field.kind === kind && field.only === 'event' && !field.seenBy)
    ? name
    : `return${name[0]?.toUpperCase()}${name.slice(1)}`
}

function missingFrom<T>(there: { [key: string]: T }, more: { [key: string]: T }): { [key: string]: T } {
  return Object.fromEntries(Object.entries(more).filter(([key]) => !Object.hasOwn(there, key)))
}

/** Days that were set by hand before a rule of its own comes: they were meant for the office that had it, and stay while it has it. */
function cleared(ledger: Ledger, rules: DutyRule[]): NonNullable<Effects['sets']> {
  const days = rules.flatMap((rule) => {
    const left = holdingFields(ledger, rule).map((field): `@${string}` => `@${field}`)
    return 'first' in rule.due ? rule.due.first.slice(0, -1).flatMap((due) => dayOf(due).map((day) => ({ day, left }))) : []
  })
  const fieldsOf = (day: string) => [...new Set(days.flatMap((each) => (each.day === day ? each.left : [])))]
  return Object.fromEntries(days.map(({ day }) => [day, { put: null, left: fieldsOf(day) }]))
}

const dayOf = (due: Due): string[] => ('on' in due ? [due.on.slice(1)] : [])

function withHold(duties: Ledger['duties'], held: [string, DutyRule][]): Ledger['duties'] {
  const hold = (rule: DutyRule): DutyRule => ({ ...rule, heldBy: [...new Set([...(rule.heldBy ?? []), 'decideReturn'])] })
  return { ...duties, ...Object.fromEntries(held.map(([key, rule]) => [key, hold(rule)])) }
}

function decision(by: string[], during: string[], { decide, basis }: ReturnType<typeof wordsOf>): DutyRule {
  return {
    label: decide,
    basis,
    holder: by,
    due: { workdays: 5 },
    during,
    asker: true,
    ...(by.every((word) => word.startsWith('county')) ? {} : { stays: ownMatter }),
    reminders: 'short',
  }
}

/** Whoever reads it as the office that has it goes on reading it as one that had it. */
function readToo({ may }: Ledger, fields: string[]): Ledger['may']['read'] {
  const words = may.read.filter((access) => typeof access === 'string')
  const through = may.read.some((access) =>
    (typeof access === 'string' ? [access] : access.who).some((word) => fields.includes(word.slice(1))),
  )
  return !through || words.includes('holder') ? may.read : [...may.read, 'holder']
}
