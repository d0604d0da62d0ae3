import { sits } from '../../../shared/engine/seats.ts'
import type { Scope } from '../../../shared/scope.ts'
import type { Shown, ShownDuty } from '../../data.ts'

export type Late = { record: Shown; duty: ShownDuty }
/** What one office owes and is late with. */
export type LateOffice = { holder: ShownDuty['holder']; late: Late[] }

/**
 * Of these records, what others are late with, by who owes it: the office with most of it first, each by how late. As with one by one, the county urges
 * everybody, a township about its own records, a leader nobody.
 */
export function lateOffices(records: Shown[], scope: Scope): LateOffice[] {
  const found = new Map<string, LateOffice>()
  for (const record of records.filter((each) => mayUrge(scope, each))) {
    for (const duty of record.duties.filter((each) => each.overdue && each.state === 'open' && !sits(scope, each.holder))) {
      const { kind, id, desk = '' } = duty.holder
      const office = found.get(`${kind}:${id}:${desk}`) ?? { holder: duty.holder, late: [] }
      office.late.push({ record, duty })
      found.set(`${kind}:${id}:${desk}`, office)
    }
  }
  for (const { late } of found.values()) late.sort((a, b) => (a.duty.dueOn ?? '').localeCompare(b.duty.dueOn ?? ''))
  return [...found.values()].sort((a, b) => b.late.length - a.late.length)
}

/** Whether somebody may urge others about a record. */
export function mayUrge(scope: Scope, { township }: Pick<Shown, 'township'>): boolean {
  if (scope.role === 'leader') return false
  return scope.office.kind === 'county' || (scope.office.kind === 'township' && scope.office.id === township)
}
