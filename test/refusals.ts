import type { Ledger } from '../shared/definition/ledger.ts'
import { transition } from '../shared/engine/transition.ts'
import type { Label } from '../shared/names.ts'
import type { LedgerRecord } from '../shared/record.ts'
import { isRefusal } from '../shared/refusal.ts'
import { alone, county, deputy1, urban, water, world, xinan } from './cast.ts'
import { samples } from './sample.ts'

const today = '2026-03-02'
/** Long gone, and beyond every last day that the law knows. */
const far = ['2020-01-02', '2036-01-02']

/** What people are told when they take the steps of a record with days that cannot be, or on such a day. */
export function refusalsOf(ledger: Ledger, record: LedgerRecord): Label[] {
  return Object.entries(ledger.transitions).flatMap(([name, rule]) =>
    rule.from.includes(record.state)
      ? [county, xinan, water, urban, deputy1].flatMap((scope) =>
          far.flatMap((day) => {
            const given = Object.fromEntries(
              (rule.asks ?? []).flatMap((ask): [string, unknown][] => {
                const field = ledger.fields[ask.replace('?', '')]
                return field ? [[ask.replace('?', ''), field.kind === 'date' ? day : samples(field, today, today)[0]]] : []
              }),
            )
            return [today, day].flatMap((on) => {
              const moved = transition(ledger, record, name, given, scope, on, world, alone, { on: today, said: true })
              return isRefusal(moved) ? [moved.sentence, ...(moved.faults ?? []).map(({ message }) => message)] : []
            })
          }),
        )
      : [],
  )
}

/** The days that a sentence tells, however they are written. */
export function daysTold(sentence: string): string[] {
  return [...sentence.matchAll(/(\d{4})(?:-|年)(\d{1,2})(?:-|月)(\d{1,2})/g)].map(([, year, month, day]) =>
    [year, month?.padStart(2, '0'), day?.padStart(2, '0')].join('-'),
  )
}
