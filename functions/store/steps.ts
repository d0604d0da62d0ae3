import type { Scope } from '../../shared/scope.ts'
import { keys } from './keys.ts'
import { EVERYBODY } from './parts.ts'
import { type Item, query } from './table.ts'

/**
 * How far a ledger's counters of everybody at the county have stepped. Whatever changes its rows of figures steps one of them in the same transaction:
 * as long as this stands still, so do they.
 */
export type Steps = string

/** What the counters of a ledger begin with, of one year or of all. */
export function counterPrefix(ledger: string, year?: number | undefined): string {
  return year === undefined ? `${ledger}#` : `${ledger}#${year}#`
}

/** The counter that is stepped where rows of figures of a year are put right and no entry moves. It counts nothing. */
export function mendedCounter(ledger: string, year: number): string {
  return `${counterPrefix(ledger, year)}#`
}

/** The steps of a ledger, of one year or of all; of every ledger where none is named. One small Query. */
export async function readSteps(scope: Scope, ledger?: string, year?: number): Promise<Map<string, Steps>> {
  const steps = new Map<string, Steps>()
  const begins = ledger === undefined ? {} : { begins: counterPrefix(ledger, year) }
  for await (const item of query<Item>({ pk: keys.counters(scope, EVERYBODY), eventual: true, moved: true, ...begins }))
    addStep(steps, item)
  return steps
}

/** Adds a counter to the steps of its ledger. */
export function addStep(steps: Map<string, Steps>, { sk, rev = 0 }: Item): void {
  const ledger = sk.slice(0, sk.indexOf('#'))
  steps.set(ledger, `${steps.get(ledger) ?? ''}${sk}:${rev} `)
}
