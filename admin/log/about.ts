import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Lang } from '../../shared/names.ts'
import type { Office } from '../../shared/world.ts'
import type { Account } from '../accounts/accounts.ts'
import { officeName } from '../parts/office.ts'

export type Entry = {
  id: string
  kind: 'login' | 'operation'
  at: string
  person: string
  name: string
  what: string
  about?: string
  ip?: string
}
type Known = { people: Account[]; offices: Office[]; ledgers: Ledger[]; lang: Lang }

/** What an operation was about, by name: a person, an office (`unit:water`) or a ledger (with its version or the id of an import behind it). */
export function aboutOf({ what, about = '' }: Entry, { people, offices, ledgers, lang }: Known): string {
  const [first = '', second = ''] = about.split(/[: ]/)
  if (what.startsWith('account.')) return people.find(({ id }) => id === about)?.name ?? about
  if (what.startsWith('office.')) return offices.some(({ id }) => id === second) ? officeName(offices, second, lang, first) : about
  return ledgers.find(({ key }) => key === first)?.label[lang] ?? about
}
