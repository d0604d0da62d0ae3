import { useCallback } from 'react'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import type { Shown } from '../../data.ts'
import { usePanel } from '../../panel.ts'
import { type Happened, ownDay, stepHappened } from '../form/happened.ts'
import type { Values } from '../form/useAnswers.ts'
import { faultsOf, foresee } from './foresee.ts'
import { useEngine } from './useEngine.ts'

/** Tells of a step on which day it happened to a record, by what is answered; `own` where a field of the step says it. */
export function useDay(ledger: Ledger, transition: string) {
  const { ledgers, scope, today, world } = usePanel()
  const engine = useEngine()
  const told = useCallback(
    (record: Shown, values: Values, given: Record<string, unknown>, whom?: string): Happened =>
      stepHappened(ledger, transition, values, (day) => {
        const around = { ledger, ledgers, scope, today, world }
        const outcome = engine && foresee(engine.transition, record, { key: transition }, given, whom, around, day)
        return outcome !== undefined && faultsOf(outcome).some(({ path }) => path === 'on')
      }),
    [ledger, transition, engine, ledgers, scope, today, world],
  )
  return { told, own: ownDay(ledger, transition) !== undefined }
}
