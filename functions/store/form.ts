import type { Scope } from '../../shared/scope.ts'
import { keys } from './keys.ts'
import { getItem, putItem } from './table.ts'

/** The form in which lists find their records now. One more whenever what was written before would no longer be found: see `migrate.ts`. */
export const FORM = 2

/** True when everything in the table is in the present form. */
export async function isPresent(scope: Scope): Promise<boolean> {
  return ((await getItem<{ form: number }>(keys.form(scope)))?.form ?? 1) >= FORM
}

/** Notes that it is: of a county that begins, or when all has been migrated. */
export async function markPresent(scope: Scope): Promise<void> {
  await putItem({ ...keys.form(scope), form: FORM })
}
