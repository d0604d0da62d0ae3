import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Scope } from '../../shared/scope.ts'
import { definitions } from '../catalogue.ts'
import type { Chosen } from '../store/closings.ts'
import { eachRef } from '../store/each.ts'
import type { Ref } from '../store/keys.ts'
import { readQuery } from '../store/saved-query.ts'
import { systemScope } from '../store/system-scope.ts'

type Office = { kind: 'township' | 'unit'; office: string; chosen?: Chosen }

/**
 * Every record that an office has to do with, each once: those that belong to it, name it, or that it may read because it held something there once. Read
 * from the office's own partitions; a ledger whose small tables name offices is looked through whole. Where something was `chosen`, only that.
 */
export async function* concerned({ kind, office, chosen }: Office, today: string): AsyncGenerator<Ref> {
  if (chosen && 'items' in chosen) return yield* chosen.items
  const asked = chosen && readQuery(chosen.query)
  const known = (await definitions(systemScope())).map(({ ledger }) => ledger).filter(({ key }) => !asked?.ledger || key === asked.ledger)
  const seen = new Set<string>()
  for (const [scope, ledgers, query] of questions(known, kind, office)) {
    for await (const { ledger, id } of eachRef(scope, ledgers, { ...query, ...asked?.query }, today)) {
      const name = `${ledger}#${id}`
      if (seen.has(name)) continue
      seen.add(name)
      yield { ledger, id }
    }
  }
}

type Question = [Scope, Ledger[], { unit?: string; township?: string }]

function questions(known: Ledger[], kind: Office['kind'], office: string): Question[] {
  const own: Scope = {
    person: 'nobody',
    name: '',
    role: 'clerk',
    office: { kind, id: office },
    ...(kind === 'township' ? { township: office } : {}),
  }
  const whole = known.filter((ledger) => namesInRows(ledger, kind) || (kind === 'township' && namesTownships(ledger)))
  const all: Question[] = [
    [own, known, {}],
    [systemScope(), known, kind === 'unit' ? { unit: office } : { township: office }],
    [systemScope(), whole, {}],
  ]
  return all.filter(([, ledgers]) => ledgers.length > 0)
}

/** Townships that a field names stand in no index of their own. */
const namesTownships = ({ fields }: Ledger): boolean =>
  Object.values(fields).some((field) => (field.kind === 'office' || field.kind === 'offices') && field.of === 'township')

function namesInRows({ fields }: Ledger, kind: string): boolean {
  return Object.values(fields).some(
    (field) => field.kind === 'items' && Object.values(field.columns).some((column) => column.kind === 'office' && column.of === kind),
  )
}
