import { expect, it } from 'vitest'
import { neededDays } from '../../../shared/importing/needed-days.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'

const of = (key: string) => {
  const ledger = ledgers.find((each) => each.key === key) ?? expect.fail(`no ${key}`)
  return neededDays(ledger).map(({ field, day }) => `${field} ${day}`)
}

it('what an answer brings, and what comes after it, needs the day of the answer', () => {
  const needed = of('suggestions')
  expect(needed).toEqual(expect.arrayContaining(['reply repliedOn', 'result repliedOn', 'satisfaction repliedOn']))
  for (const own of ['lead', 'due', 'assignedOn', 'supervisor', 'title']) expect(needed).not.toContain(`${own} repliedOn`)
})

it('asks for days of the ledger itself', () => {
  for (const ledger of ledgers)
    for (const { field, day } of neededDays(ledger))
      expect([ledger.key, ledger.fields[field]?.only, ledger.fields[day]?.kind]).toEqual([ledger.key, undefined, 'date'])
})
