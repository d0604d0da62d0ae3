import { sits } from '../../shared/engine/seats.ts'
import type { Scope } from '../../shared/scope.ts'
import type { Shown, ShownDuty } from '../data.ts'
import type { View } from '../ledger/views.ts'
import { soonest } from '../parts/lamp-of.ts'
import { writeNumber } from '../parts/number.ts'
import type { PanelWords } from '../words/panel.ts'
import type { OwedDuty } from './duties.ts'

export type Waited = { record: Shown; duty: ShownDuty }

/** Of one's own records those on which somebody else must act, each with what is due first. `asked`: what is owed in the reader's stead, and his own to do. */
export function waitedFor(records: Shown[], scope: Scope, asked: (record: Shown, duty: ShownDuty) => boolean): Waited[] {
  const ours = (record: Shown) => scope.office.kind === 'county' || record.township === scope.township
  return records.filter(ours).flatMap((record) => {
    const duty = soonest(record.duties.filter((each) => !sits(scope, each.holder) && !asked(record, each)))
    return duty ? [{ record, duty }] : []
  })
}

/**
 * How many there are, with how many offices, and how many of them are late (`late`, told beside). Where only those that are due first are known, what is
 * late is told alone: all of it, or at least so much where even the last that is known is late.
 */
export function waitedSentence(
  waiting: Waited[],
  { data, next }: { data: Shown[]; next?: string },
  words: Pick<PanelWords['today'], 'waitingSentence' | 'waitingLate' | 'waitingOverdue' | 'waitingOnTime'>,
): { said?: string; late?: string } {
  const offices = (all: Waited[]) => new Set(all.map(({ duty: { holder } }) => `${holder.kind}:${holder.id}`)).size
  const late = waiting.filter(({ duty }) => duty.overdue)
  if (next === undefined) {
    const said = words.waitingSentence(offices(waiting), waiting.length)
    return late.length > 0 ? { said, late: words.waitingLate(late.length) } : { said }
  }
  return late.length > 0
    ? { late: words.waitingOverdue(offices(late), late.length, data.at(-1)?.overdue === true) }
    : data.at(-1)?.overdue
      ? {}
      : { said: words.waitingOnTime }
}

/** What the list of all that is late is called: by its number, and by the place to which all of these belong. Nothing until they are counted. */
export function allLate(
  counted: { [ledger: string]: { overdue: number } } | undefined,
  place: string,
  words: Pick<PanelWords['today'], 'allLate'>,
): string | null {
  if (!counted) return null
  return words.allLate(writeNumber(Object.values(counted).reduce((sum, { overdue }) => sum + overdue, 0)), place)
}

/** Of what stands above, how many items lie in a pile: in its state, and in its own place where it is one place's. */
export function aboveIn({ filter, own }: Pick<View, 'filter' | 'own'>, ledger: string, duties: Pick<OwedDuty, 'record'>[]): number {
  const found = duties.filter(
    ({ record }) =>
      record.ledger === ledger && record.state === filter.state && (own?.township === undefined || record.township === own.township),
  )
  return new Set(found.map(({ record }) => record.id)).size
}

/** Piles of steps that wait for me. Where only what I owe is mine all of it stands above, with its days. */
export function pilesIn(views: View[]): View[] {
  return views.filter(({ key, own }) => key.startsWith('state-') && own?.holder === undefined)
}

/** What waits for a step of mine, with the number that its list opens; null when all of it stands above as duties, which are not told twice. */
export function waits(label: string, all: number, above: number, words: { pendingAbove: (n: number) => string }): string | null {
  if (all <= above) return null
  return `${label} ${writeNumber(all)}${above > 0 ? words.pendingAbove(above) : ''}`
}
