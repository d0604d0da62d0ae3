import type { Ledger } from '../../../shared/definition/ledger.ts'
import { sits } from '../../../shared/engine/seats.ts'
import type { Scope } from '../../../shared/scope.ts'
import type { Shown, ShownDuty } from '../../data.ts'
import { soonest } from '../../parts/lamp-of.ts'
import { actAsked } from '../asked-of.ts'
import { roadThrough } from '../road.ts'

type Given = Pick<Shown, 'state' | 'duties' | 'may'>

/**
 * The duty that the band speaks of: mine before another's; of mine first what I can do now. What an office owes in a deputy's stead is his, by that `act`. Of
 * another's what is late, then what the next step of the road answers, since the item waits for that and not for an opinion beside it. Each the soonest.
 */
export function bandDuty(ledger: Ledger, record: Given, scope: Scope): { duty: ShownDuty; mine: boolean; act?: string } | undefined {
  const own = scope.role === 'leader' ? [] : record.duties.filter((duty) => sits(scope, duty.holder))
  const can = (record.may?.transitions ?? []).flatMap((act) => (act.possible ? (act.discharges ?? []) : []))
  const mine = soonest(own.filter(({ id }) => can.includes(id))) ?? soonest(own)
  if (mine) return { duty: mine, mine: true }
  const acts = (record.may?.transitions ?? []).filter((act) => act.possible && !act.for).map(({ key }) => key)
  const actOf = ({ key }: ShownDuty) => actAsked(ledger, record.state, key, scope, (act) => acts.includes(act))
  const asked = soonest(record.duties.filter((duty) => actOf(duty) !== undefined))
  const act = asked && actOf(asked)
  if (asked && act) return { duty: asked, mine: true, act }
  const step = roadThrough(ledger, record.state).ahead[0]?.transition ?? ''
  const awaited = record.duties.filter(({ key }) => ledger.transitions[step]?.discharges?.includes(key))
  const other = soonest(record.duties.filter(({ overdue }) => overdue)) ?? soonest(awaited) ?? soonest(record.duties)
  return other && { duty: other, mine: false }
}
