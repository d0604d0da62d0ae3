import type { Duty } from '../../../shared/duty.ts'
import type { Moved } from '../../../shared/engine/moved.ts'
import { live } from '../../../shared/engine/owed.ts'
import { sits } from '../../../shared/engine/seats.ts'
import type { Scope } from '../../../shared/scope.ts'

/** What this office has asked for and nobody has answered, and what a step would make of no account. */
export function givenUp<D extends Duty>(duties: D[], { record }: Pick<Moved, 'record'>, scope: Scope): D[] {
  const gone = (id: string) => record.duties.some((duty) => duty.id === id && duty.state === 'void')
  return duties.filter((duty) => live(duty) && duty.asker !== undefined && sits(scope, duty.asker) && gone(duty.id))
}
