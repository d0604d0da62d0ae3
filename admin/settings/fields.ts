import type { Field } from '../../shared/definition/field.ts'
import { unfilled } from '../../shared/definition/gate/filled.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { basicFields } from '../../shared/engine/rights.ts'
import type { Label } from '../../shared/names.ts'

/** The kinds that need no more than a name. */
export const plainKinds = ['text', 'number', 'date', 'yesno'] as const
export type NewField = { key: string; label: Label; kind: (typeof plainKinds)[number]; like: string; listed: boolean }

/** Fields beside which a new one may stand: those that a form asks by itself, so that somebody fills in the new one too. */
export function neighbours(ledger: Ledger): string[] {
  const label = { zh: '', en: '' }
  const isFilled = (like: string) => !unfilled(withField(ledger, { key: 'new', label, kind: 'text', like, listed: false })).includes('new')
  return basicFields(ledger).filter((key) => !ledger.fields[key]?.retired && isFilled(key))
}

/** A copy of the ledger with one more field: whoever edits `like` edits it too, and when `listed` it stands beside that one in the list. */
export function withField(ledger: Ledger, { key, label, kind, like, listed }: NewField): Ledger {
  const field: Field = { kind, label }
  return {
    ...ledger,
    fields: { ...ledger.fields, [key]: field },
    may: {
      ...ledger.may,
      edit: ledger.may.edit.map((access) =>
        typeof access === 'object' && access.fields?.includes(like) ? { ...access, fields: beside(access.fields, like, key) } : access,
      ),
    },
    list: listed ? { ...ledger.list, columns: beside(ledger.list.columns, like, key) } : ledger.list,
  }
}

/** The list with `key` behind `like`, at the end when that is not in it. */
function beside(list: string[], like: string, key: string): string[] {
  const at = list.indexOf(like)
  return at < 0 ? [...list, key] : [...list.slice(0, at + 1), key, ...list.slice(at + 1)]
}
