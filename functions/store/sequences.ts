import type { Scope } from '../../shared/scope.ts'
import { keys } from './keys.ts'
import { deleteItem, getItem, updateItem } from './table.ts'

/** How far a sequence of numbers has come; null while none was given. */
export async function sequenceAt(scope: Scope, ledger: string, per: string): Promise<number | null> {
  return (await getItem<{ n: number }>(keys.sequence(scope, ledger, per)))?.n ?? null
}

/** Raises a sequence to at least `n`, so that new numbers continue after those of a register. */
export async function raiseSequence(scope: Scope, ledger: string, per: string, n: number): Promise<void> {
  await updateItem(keys.sequence(scope, ledger, per), {
    set: { n },
    when: { text: 'attribute_not_exists(n) OR n < :least', values: { ':least': n } },
  })
}

/** Lets a sequence go back to where it stood, if no number was given since. Numbers that are taken are passed over all the same. */
export async function lowerSequence(
  scope: Scope,
  ledger: string,
  { per, from, to }: { per: string; from: number | null; to: number },
): Promise<void> {
  const key = keys.sequence(scope, ledger, per)
  const when = { text: 'n = :n', values: { ':n': to } }
  if (from === null) await deleteItem(key, when)
  else await updateItem(key, { set: { n: from }, when })
}
