import type { Shown } from '../admin/data.ts'
import { arrange, isVoid } from '../admin/ledger/acts.ts'
import { bandSentence } from '../admin/ledger/record/band.ts'
import { bandDuty } from '../admin/ledger/record/band-duty.ts'
import { roadThrough, targets } from '../admin/ledger/road.ts'
import { panelZh } from '../admin/words/panel.ts'
import { asksForTime } from '../shared/definition/discharger.ts'
import type { Ledger } from '../shared/definition/ledger.ts'
import { may } from '../shared/engine/may.ts'
import { heading } from '../shared/heading.ts'
import type { LedgerRecord } from '../shared/record.ts'
import { alone, bailu, county, deputy1, leader, urban, water, world, xinan } from './cast.ts'

const people = [county, leader, xinan, bailu, water, urban, deputy1]
const today = '2026-03-02'

/** Where a record's page would fill another button than its band asks for, or ask for something without a button that could be pressed. */
export function mainActFaults(ledger: Ledger, record: LedgerRecord): string[] {
  return people.flatMap((scope) => {
    const shown = asShown(ledger, record, scope)
    const found = bandDuty(ledger, shown, scope)
    const { primary, secondary } = arrange(ledger, shown, scope)
    const possible = (shown.may?.transitions ?? []).filter((act) => act.possible && !isVoid(ledger, act.key))
    const answers = possible.filter((act) => found && (act.discharges?.includes(found.duty.id) || act.key === found.act))
    const label = primary && ledger.transitions[primary.key]?.label.zh
    const sentence = bandSentence(ledger, shown, label, { scope, offices: world.offices, words: panelZh, lang: 'zh', world })
    const where = `${record.state}, ${scope.office.id}: ${sentence} [${primary?.key ?? '-'}]`
    if (primary && isVoid(ledger, primary.key)) return [`${where}: filled although it ends the item`]
    if (primary && secondary.includes(primary)) return [`${where}: stands twice`]
    const idle = secondary.find(({ key, discharges = [] }) => {
      const rule = ledger.transitions[key]
      const instead = !found && primary && rule && targets(rule).some((to) => to !== record.state)
      const alone =
        !primary && possible.filter((act) => !act.for && act.key !== 'askReturn').length === 1 && !ledger.transitions[key]?.moves
      const time = found?.mine && asksForTime(ledger, key, found.duty.key)
      return (
        !instead && !alone && !time && !record.duties.some(({ id, state }) => ['open', 'paused'].includes(state) && discharges.includes(id))
      )
    })
    if (idle) return [`${where}: nobody asked for ${idle.key}`]
    if (found?.mine && answers.length > 0 && !answers.some((act) => act === primary)) return [`${where}: does not answer ${found.duty.key}`]
    if (found?.mine && answers.length === 0 && primary) return [`${where}: ${found.duty.key} is asked for`]
    if (found && !found.mine && primary) return [`${where}: others are waited for`]
    if (!found && primary && !sentence.includes(label ?? '?')) return [`${where}: the band does not name it`]
    return []
  })
}

/** Where a page tells as soon possible what is another's, more than a step off or not asked for, or leaves out what the road brings next. */
export function soonFaults(ledger: Ledger, record: LedgerRecord): string[] {
  const steps = Object.values(ledger.transitions).filter(({ from }) => from.includes(record.state))
  const next = [record.state, ...steps.flatMap(targets)]
  const [, after] = roadThrough(ledger, record.state, record.took, record.data).ahead
  return people.flatMap((scope) => {
    const { soon, far } = arrange(ledger, asShown(ledger, record, scope), scope)
    const where = `${record.state}, ${scope.office.id}`
    const waits = (ledger.transitions[after?.transition ?? '']?.when ?? []).some((each) => 'duty' in each)
    const left = !waits && far.some(({ key, for: whom }) => !whom && key === after?.transition)
    return [
      ...soon.flatMap(({ key, for: whom, why }) => {
        const near = next.some((state) => ledger.transitions[key]?.from.includes(state))
        const said = typeof why === 'object' ? why.zh : ''
        return whom || !near || !said || /^现在没有[^；]*不用办。$/.test(said) ? [`${where}: ${key} (${said})`] : []
      }),
      ...(left ? [`${where}: leaves out ${after?.transition}`] : []),
      ...(soon.length > 12 ? [`${where}: ${soon.length} at once`] : []),
    ]
  })
}

function asShown(ledger: Ledger, record: LedgerRecord, scope: typeof county): Shown {
  const duties = record.duties.map((duty) => ({
    ...duty,
    overdue: duty.dueOn !== null && duty.dueOn < today,
    daysLeft: null,
    label: ledger.duties[duty.key]?.label ?? { zh: duty.key, en: duty.key },
  }))
  return {
    ...record,
    duties,
    heading: heading(ledger, record),
    dueOn: null,
    overdue: false,
    refs: [],
    may: may(ledger, record, scope, today, world, alone),
  }
}
