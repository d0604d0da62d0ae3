import type { Ledger } from '../shared/definition/ledger.ts'
import { deputyOf, seated } from '../shared/definition/register.ts'
import { eachRecord } from './store/each.ts'
import { systemScope } from './store/system-scope.ts'

/** Of more names than these the whole register is read: each is a search of its own. */
const FEW = 4

/**
 * For which townships those of these names stand, as their files tell; of a name that nobody bears who holds a seat, as ended files tell. By name, empty
 * for whom no file names.
 */
export async function homesOf(names: string[], ledgers: Ledger[], today: string): Promise<Map<string, (string | null)[]>> {
  const registers = ledgers.filter((ledger) => seated(ledger).length > 0)
  const questions = names.length > FEW ? [{}] : names.map((q) => ({ q }))
  const asked = registers.flatMap((ledger) => questions.map((question) => filesFor(ledger, question, today)))
  const files = (await Promise.all(asked)).flat()
  const homes = (name: string) => {
    const own = files.filter((file) => file.name === name)
    const sitting = own.filter((file) => file.seated)
    return [...new Set((sitting.length > 0 ? sitting : own).map(({ township }) => township))]
  }
  return new Map(names.map((name) => [name, homes(name)]))
}

type File = { name: string | undefined; township: string | null; seated: boolean }

async function filesFor(ledger: Ledger, question: { q?: string }, today: string): Promise<File[]> {
  const files: File[] = []
  for await (const record of eachRecord(systemScope(), ledger, question, today))
    if (ledger.states[record.state]?.phase !== 'void')
      files.push({ name: deputyOf(ledger, record), township: record.township, seated: seated(ledger).includes(record.state) })
  return files
}
