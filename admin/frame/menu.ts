import type { Ledger } from '../../shared/definition/ledger.ts'
import { otherGroup, systemGroups, systemOf } from '../../shared/definition/systems.ts'
import type { Label } from '../../shared/names.ts'
import type { Scope } from '../../shared/scope.ts'

export type SystemEntry = { number: number; label: Label; ledgers: Ledger[]; owed: number }
export type GroupEntry = { key: string; label: Label; systems: SystemEntry[] }

/**
 * The menu's groups of systems, only those that this person has ledgers of. A system opens its first ledger that is no mere part of another;
 * `owed` counts the open duties of his office there. A ledger of no known system stands under 其他 with its own label.
 */
export function menuGroups(ledgers: Ledger[], scope: Scope, owed: Record<string, number>): GroupEntry[] {
  const mine = ledgers.filter((ledger) => (owed[ledger.key] ?? 0) > 0 || concerns(ledger, scope))
  const entry = (number: number, label: Label, own: Ledger[]): SystemEntry => ({
    number,
    label,
    ledgers: [...own].sort((a, b) => Number(a.part ?? false) - Number(b.part ?? false)),
    owed: own.reduce((sum, ledger) => sum + (owed[ledger.key] ?? 0), 0),
  })
  const ours = systemGroups.map((group) => ({
    key: group.key,
    label: group.label,
    systems: group.systems.map(({ number, label }) =>
      entry(
        number,
        label,
        mine.filter((ledger) => ledger.system === number),
      ),
    ),
  }))
  const others = mine.filter((ledger) => systemOf(ledger.system).system === undefined)
  const other = {
    key: otherGroup.key,
    label: otherGroup.label,
    systems: others.map((ledger) => entry(ledger.system, ledger.label, [ledger])),
  }
  return [...ours, other]
    .map((group) => ({ ...group, systems: group.systems.filter(({ ledgers: own }) => own.length > 0) }))
    .filter((group) => group.systems.length > 0)
}

/** The groups that stand open in a menu of so many rows: the one of the present page, then those with duties, then the others in their order. */
export function opened(groups: GroupEntry[], pathname: string, rows: number): string[] {
  const here = ({ systems }: GroupEntry) => systems.some(({ ledgers }) => ledgers.some(({ key }) => pathname.split('/')[1] === key))
  const owes = ({ systems }: GroupEntry) => systems.some(({ owed }) => owed > 0)
  const rank = (group: GroupEntry) => (here(group) ? 0 : owes(group) ? 1 : 2)
  let left = rows
  return [...groups]
    .sort((a, b) => rank(a) - rank(b))
    .filter((group) => {
      const fits = here(group) || group.systems.length <= left
      if (fits) left -= group.systems.length
      return fits
    })
    .map(({ key }) => key)
}

/** Other ledgers of the same system, shown as tabs above a list. */
export function siblings(ledgers: Ledger[], ledger: Ledger): Ledger[] {
  if (systemOf(ledger.system).system === undefined) return [ledger]
  return ledgers.filter((each) => each.system === ledger.system).sort((a, b) => Number(a.part ?? false) - Number(b.part ?? false))
}

/** Whether an office of this kind ever creates, reads by right, acts or owes on the ledger. The county and its leader see all of them. */
export function concerns(ledger: Ledger, scope: Scope): boolean {
  const { kind } = scope.office
  if (kind === 'county') return true
  if (
    kind === 'township' &&
    ledger.level === 'county' &&
    !wordsOf(ledger).some((word) => word === 'anyTownship' || names(ledger, word, kind))
  )
    return false
  const any = { township: ['owner', 'township', 'anyTownship', 'creator'], unit: ['anyUnit'], deputy: ['anyDeputy', 'creator'] }[kind]
  return wordsOf(ledger).some((word) => any.includes(word) || names(ledger, word, kind))
}

function wordsOf(ledger: Ledger): string[] {
  return [
    ...ledger.may.create,
    ...ledger.may.read.flatMap((access) => (typeof access === 'string' ? [access] : access.who)),
    ...Object.values(ledger.transitions).flatMap((transition) => transition.by),
    ...Object.values(ledger.duties).flatMap((duty) => duty.holder),
  ]
}

function names(ledger: Ledger, word: string, kind: string): boolean {
  const field = word.startsWith('@') ? ledger.fields[word.slice(1)] : undefined
  if (!field) return false
  if (field.kind === 'deputies') return kind === 'deputy'
  return 'of' in field && field.of === kind
}
