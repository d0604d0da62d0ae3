import type { Ledger } from '../../shared/definition/ledger.ts'
import { fieldsOf } from '../../shared/figures/facts.ts'
import type { Label } from '../../shared/names.ts'

/** The rate that every ledger with a duty of its report has. */
export const ON_TIME = 'onTime'

/** The rates of a ledger, on time first; `hidden`: it looks at a field that not everybody sees, so no list is asked for it. */
export function ratesOf(
  { report, fields }: Ledger,
  onTime: string,
  say: (label: Label) => string,
): { key: string; label: string; hidden?: true }[] {
  return [
    ...(report?.duty ? [{ key: ON_TIME, label: onTime }] : []),
    ...Object.entries(report?.rates ?? {}).map(([key, { label, of, over }]) => ({
      key,
      label: say(label),
      ...([...of, ...over].flatMap(fieldsOf).some((field) => fields[field]?.seenBy) ? { hidden: true as const } : {}),
    })),
  ]
}
