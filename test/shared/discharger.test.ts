import { expect, test } from 'vitest'
import { requestsAbout } from '../../shared/definition/by-mail.ts'
import { dischargerOf } from '../../shared/definition/discharger.ts'
import { livesIn } from '../../shared/engine/owed.ts'
import { ledgers } from '../../shared/ledgers/index.ts'

const of = (key: string) => ledgers.find((ledger) => ledger.key === key) ?? expect.fail(`no ledger ${key}`)

test('a duty waits for a step of its holder, not for one of somebody else that ends it sooner', () => {
  expect(dischargerOf(of('suggestions'), 'handling', 'rehandle')).toBe('answer')
  expect(dischargerOf(of('inquiry-questions'), 'open', 'name')).toBe('name')
  expect(dischargerOf(of('commitments'), 'delivered', 'verify')).toBe('verify')
})

test('what a unit owes it can do: no duty of one waits for a step that no unit may take', () => {
  const fields = ledgers.flatMap((ledger) =>
    Object.entries(ledger.duties)
      .filter(([, { holder }]) => holder.every((word) => word.startsWith('@')))
      .flatMap(([duty, { holder }]) =>
        Object.keys(ledger.states)
          .filter((state) => livesIn(ledger, duty, state))
          .map((state) => ({ ledger, duty, holder, step: dischargerOf(ledger, state, duty) ?? '' })),
      ),
  )
  const wrong = fields.filter(({ ledger, holder, step }) => {
    const by = ledger.transitions[step]?.by ?? []
    return !by.includes('holder') && !holder.some((word) => by.includes(word))
  })
  expect(wrong.map(({ ledger, duty, step }) => `${ledger.key} ${duty} ${step}`)).toEqual([])
})

test('a duty waits for the step of its own name before any other that its holder could take', () => {
  const named = ledgers.flatMap((ledger) =>
    Object.entries(ledger.duties).flatMap(([duty, { holder }]) =>
      Object.keys(ledger.states)
        .filter((state) => livesIn(ledger, duty, state) && ledger.transitions[duty]?.from.includes(state))
        .filter(
          () => ledger.transitions[duty]?.discharges?.includes(duty) && holder.some((word) => ledger.transitions[duty]?.by.includes(word)),
        )
        .map((state) => [ledger.key, state, duty, dischargerOf(ledger, state, duty)]),
    ),
  )
  expect(named.length).toBeGreaterThan(50)
  expect(named.filter(([, , duty, step]) => duty !== step)).toEqual([])
  expect(dischargerOf(of('suggestions'), 'registered', 'assign')).toBe('assign')
})

test('what answers a request waits for it to be granted, not to be refused', () => {
  const refusing = ledgers.flatMap((ledger) =>
    Object.keys(ledger.duties).flatMap((duty) =>
      Object.keys(ledger.states)
        .filter((state) => livesIn(ledger, duty, state))
        .map((state) => [ledger.key, state, duty, ledger.transitions[dischargerOf(ledger, state, duty) ?? '']?.label.zh]),
    ),
  )
  expect(refusing.length).toBeGreaterThan(150)
  expect(refusing.filter(([, , , label]) => label?.startsWith('不'))).toEqual([])
  expect(dischargerOf(of('suggestions'), 'handling', 'decideExtension')).toBe('extend')
  expect(dischargerOf(of('invitation-replies'), 'invited', 'answer')).toBe('confirm')
  expect(dischargerOf(of('audit-issues'), 'open', 'statutory')).toBe('tell')
  expect(dischargerOf(of('livelihood-projects'), 'preliminary', 'confirm')).toBe('nominate')
  // What answers one thing alone comes before what answers it with others.
  expect(dischargerOf(of('livelihood-projects'), 'finished', 'monthly')).toBe('report')
})

test('whoever can hand an item back by himself is offered that in a mail, and does not ask for it', () => {
  expect(requestsAbout(of('suggestions'), 'assigned', 'accept')).toEqual(['decline'])
  expect(requestsAbout(of('suggestions'), 'handling', 'reply')).toEqual(['askExtension', 'askReturn'])
  expect(requestsAbout(of('suggestions'), 'assigned', 'coOpinion')).toEqual(['askReturn'])
  const [divided, answered] = [of('divided-suggestions'), (step: string) => step !== 'decline']
  expect(requestsAbout(divided, 'handling', 'rehandle')).toEqual(['decline'])
  expect(requestsAbout(divided, 'handling', 'rehandle', answered)).toEqual(['askReturn'])
})
