import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Scope } from '../../shared/scope.ts'
import { definitions } from '../catalogue.ts'
import type { Ref } from '../store/keys.ts'
import { eachRef } from '../store/pages.ts'
import { systemScope } from '../store/system-scope.ts'

type Office = { kind: 'township' | 'unit'; office: string }

/**
 * Every record that an office has to do with, each once: those that belong to it, name it, or that it may read because it held something there once. Read
 * from the office's own partitions; a ledger whose small tables name offices is looked through whole.
 */
export async function* concerned({ kind, office }: Office, today: string): AsyncGenerator<Ref> {
  const seen = new Set<string>()
  for (const { ledger } of await definitions(systemScope())) {
    for (const [scope, query] of questions(ledger, kind, office)) {
      for await (const { id } of eachRef(scope, ledger, query, today)) {
        const name = `${ledger.key}#${id}`
        if (seen.has(name)) continue
        seen.add(name)
        yield { ledger: ledger.key, id }
      }
    }
  }
}

type Question = [Scope, { unit?: string; township?: string }]

function questions(ledger: Ledger, kind: Office['kind'], office: string): Question[] {
  const own: Scope = {
    person: 'nobody',
    name: '',
    role: 'clerk',
    office: { kind, id: office },
    ...(kind === 'township' ? { township: office } : {}),
  }
  if (namesInRows(ledger, kind)) return [[systemScope(), {}]]
  return [
    [own, {}],
    [systemScope(), kind === 'unit' ? { unit: office } : { township: office }],
    ...(kind === 'township' && namesTownships(ledger) ? [[systemScope(), {}] as Question] : []),
  ]
}

/** Townships that a field names stand in no index of their own. */
const namesTownships = ({ fields }: Ledger): boolean =>
  Object.values(fields).some((field) => (field.kind === 'office' || field.kind === 'offices') && field.of === 'township')

function namesInRows({ fields }: Ledger, kind: string): boolean {
  return Object.values(fields).some(
    (field) => field.kind === 'items' && Object.values(field.columns).some((column) => column.kind === 'office' && column.of === kind),
  )
}
