import type { Definition, Ledger } from '../../shared/definition/ledger.ts'
import { mayCreate } from '../../shared/engine/rights.ts'
import type { Scope } from '../../shared/scope.ts'
import { definition, definitions } from '../catalogue.ts'

/** The definitions that the caller may use: those on which he may create, or on which some record could be shown to him. */
export async function usable(scope: Scope): Promise<Definition[]> {
  return (await definitions(scope)).filter(({ ledger }) => mayUse(ledger, scope))
}

/** One definition; null when there is none or the caller has no business with it. */
export async function usableOne(scope: Scope, key: string): Promise<Definition | null> {
  const found = await definition(scope, key)
  return found && mayUse(found.ledger, scope) ? found : null
}

function mayUse(ledger: Ledger, scope: Scope): boolean {
  const { kind } = scope.office
  if (kind === 'county' || mayCreate(ledger, scope)) return true
  const words = ledger.may.read.flatMap((access) => (typeof access === 'string' ? [access] : access.who))
  return words.some((word) => couldMean(ledger, word, kind))
}

/** True when a word of `may.read` could on some record mean an office of this kind. */
function couldMean(ledger: Ledger, word: string, kind: Scope['office']['kind']): boolean {
  if (word === 'public' || word === 'parent') return true
  if (word === 'owner' || word === 'township') return kind === 'township'
  if (word === 'creator') return ledger.may.create.some((create) => couldMean(ledger, create, kind))
  if (word === 'holder') return Object.values(ledger.duties).some((duty) => duty.holder.some((holder) => couldMean(ledger, holder, kind)))
  if (word.startsWith('any')) return word.slice(3).toLowerCase() === kind
  const field = word.startsWith('@') ? ledger.fields[word.slice(1)] : undefined
  if (field?.kind === 'deputies') return kind === 'deputy'
  return (field?.kind === 'office' || field?.kind === 'offices' || field?.kind === 'person') && field.of === kind
}
