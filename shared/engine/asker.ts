import type { Ledger, Transition } from '../definition/ledger.ts'
import type { Holder } from '../duty.ts'
import { type Label, labelled, listed } from '../names.ts'
import type { LedgerRecord } from '../record.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Scope } from '../scope.ts'
import type { World } from '../world.ts'
import { live, type Owed } from './owed.ts'
import { sameHolder } from './seats.ts'

/** The offices whose requests wait for this step, in the order in which they asked; none for a step that decides no request. */
export function askers(ledger: Ledger, record: Pick<LedgerRecord, 'duties'>, rule: Transition): Holder[] {
  const decided = (rule.discharges ?? []).filter((key) => ledger.duties[key]?.asker)
  const waiting = record.duties.filter((duty) => live(duty) && decided.includes(duty.key)).flatMap(({ asker }) => asker ?? [])
  return waiting.filter((asker, at) => waiting.findIndex((other) => sameHolder(other, asker)) === at)
}

/** Whose request the step decides: the only one, or the one that `scope.for` names. With several and none named it is asked (422 `whom`). */
export function decidedFor(
  ledger: Ledger,
  record: LedgerRecord,
  rule: Transition,
  scope: Scope,
  world: World,
): Holder | undefined | Refusal {
  const all = askers(ledger, record, rule)
  const named = all.find(({ id }) => id === scope.for)
  if (named || all.length < 2) return named ?? all[0]
  return askWhom(all, world, { zh: '请说明答复哪个单位的申请', en: 'Say whose request' })
}

/** Asks which of these offices is meant, at `for`; where there is none, says so. */
export function askWhom(holders: Holder[], { offices }: World, { zh, en }: Label): Refusal {
  const names = listed(holders.map(({ kind, id }) => labelled(offices.find((each) => each.kind === kind && each.id === id)?.name, id)))
  const message = holders.length > 0 ? { zh: `${zh}：${names.zh}。`, en: `${en}: ${names.en}.` } : forNobody
  return refuse('whom', message, [{ path: 'for', code: 'whom', message }])
}

const forNobody: Label = {
  zh: '这一步由本单位办理，请不要写代哪个单位。',
  en: 'Your own office takes this step; name none.',
}

/** A request lives as long as who asked owes something: what he has done, or what was taken from him, needs no decision any more. */
export function voidAnswered(owed: Owed): Owed {
  const owing = owed.duties.filter((duty) => live(duty) && !duty.asker).map(({ holder }) => holder)
  const idle = owed.duties.filter(({ asker, ...duty }) => asker && live(duty) && !owing.some((holder) => sameHolder(holder, asker)))
  return {
    ...owed,
    duties: owed.duties.map((duty) => (idle.includes(duty) ? { ...duty, state: 'void' as const } : duty)),
    voided: [...owed.voided, ...idle.map(({ id }) => id)],
  }
}
