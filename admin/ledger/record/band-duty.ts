import { sits } from '../../../shared/engine/seats.ts'
import type { Scope } from '../../../shared/scope.ts'
import type { Shown, ShownDuty } from '../../data.ts'
import { soonest } from '../../parts/lamp-of.ts'

/** The duty that the band speaks of: mine before another's; of mine first what I can do now; each the soonest. */
export function bandDuty(record: Pick<Shown, 'duties' | 'may'>, scope: Scope): { duty: ShownDuty; mine: boolean } | undefined {
  const own = scope.role === 'leader' ? [] : record.duties.filter((duty) => sits(scope, duty.holder))
  const can = (record.may?.transitions ?? []).flatMap((act) => (act.possible ? (act.discharges ?? []) : []))
  const mine = soonest(own.filter(({ id }) => can.includes(id))) ?? soonest(own)
  if (mine) return { duty: mine, mine: true }
  const other = soonest(record.duties)
  return other && { duty: other, mine: false }
}
