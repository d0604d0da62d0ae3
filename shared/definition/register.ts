import type { Label } from '../names.ts'
import type { LedgerRecord, Value } from '../record.ts'
import type { Ledger } from './ledger.ts'
import { openStates } from './open-states.ts'

/** The states of a register (`register`) in which the deputy whose file a record is holds a seat: those that have not ended. None of any other ledger. */
export function seated({ register, states }: Pick<Ledger, 'register' | 'states'>): string[] {
  return register === undefined ? [] : openStates({ states })
}

/** Why the deputy whose file a record of a register is does not act for the time being, by its state's name: where that is paused. */
export function pausedAs({ states }: Pick<Ledger, 'states'>, { state }: Pick<LedgerRecord, 'state'>): Label | undefined {
  return states[state]?.phase === 'paused' ? states[state]?.label : undefined
}

/** The deputy whose file a record of a register is; undefined where it names none. */
export function deputyOf({ register }: Pick<Ledger, 'register'>, { data }: Pick<LedgerRecord, 'data'>): string | undefined {
  const value: Value | undefined = register === undefined ? undefined : data[register]
  const name = Array.isArray(value) ? value[0] : value
  return typeof name === 'string' ? name : undefined
}
