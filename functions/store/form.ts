import type { Scope } from '../../shared/scope.ts'
import { keys } from './keys.ts'
import { getItem, putItem } from './table.ts'

/** The form in which lists, counters and figures find their records now. One more whenever what was written before would no longer do: see `migrate.ts`. */
export const FORM = 5

/**
 * What entries, searched words, items of open duties and rows of figures tell of a record. One more whenever they tell more than before: until the
 * night has written all anew (`refreshChanged`), older ones do.
 */
export const TOLD = 5

/** What has been migrated: the form that all of the table is in, and where a migration that was cut off goes on. */
export type Form = { form: number; next?: { ledger: string; sk: string } }

/** How far the table has been migrated; the first form where nothing says. */
export async function readForm(scope: Scope): Promise<Form> {
  return (await getItem<Form>(keys.form(scope))) ?? { form: 1 }
}

/** Keeps how far the table has been migrated. */
export async function writeForm(scope: Scope, { form, next }: Form): Promise<void> {
  await putItem({ ...keys.form(scope), form, ...(next ? { next } : {}) })
}

const seen = new Map<string, Promise<boolean>>()

/** True when the table is in the form that this release reads and writes: neither an earlier one, still to be migrated, nor that of a later release. */
export async function isPresent(scope: Scope): Promise<boolean> {
  const name = `${process.env.TABLE} ${keys.form(scope).pk}`
  const known = seen.get(name) ?? readForm(scope).then(({ form }) => form === FORM)
  seen.set(name, known)
  // Once it is, it stays so for this process; before, it is asked again each time.
  const present = await known.catch(() => false)
  if (!present) seen.delete(name)
  return present
}

/** Notes that it is: of a county that begins, or when all has been migrated. */
export async function markPresent(scope: Scope): Promise<void> {
  await writeForm(scope, { form: FORM })
}
