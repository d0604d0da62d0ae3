import type { Rung } from '../../shared/definition/ledger.ts'

export type When = 'before' | 'on' | 'after'
export type Unit = 'days' | 'workdays'

/** A rung as it is asked: before, on or after the day, so many days or working days. */
export const whenOf = (rung: Rung): When => {
  const at = amountOf(rung)
  return at < 0 ? 'before' : at === 0 ? 'on' : 'after'
}
export const unitOf = ({ workdays }: Rung): Unit => (workdays === undefined ? 'days' : 'workdays')
const amountOf = ({ days, workdays }: Rung): number => days ?? workdays ?? 0
export const sizeOf = (rung: Rung): number => Math.abs(amountOf(rung))

/** The rung with another day. On the day itself there is no amount and nothing to repeat; only what comes after it can be repeated. */
export function withDay(
  rung: Rung,
  { when = whenOf(rung), unit = unitOf(rung), size = sizeOf(rung) }: { when?: When; unit?: Unit; size?: number },
): Rung {
  const { days: _, workdays: __, every, ...rest } = rung
  const at = when === 'on' ? 0 : Math.max(1, size) * (when === 'before' ? -1 : 1)
  return { ...rest, [when === 'on' ? 'days' : unit]: at, ...(every !== undefined && when === 'after' ? { every } : {}) }
}

/** Rungs in the order in which they come. A day and a working day count the same here: the order is for the eye. */
export function inOrder(rungs: Rung[]): Rung[] {
  return [...rungs].sort((a, b) => amountOf(a) - amountOf(b))
}
