import type { Answers } from '../../shared/importing/meanings.ts'
import type { Scope } from '../../shared/scope.ts'
import { at } from './at.ts'
import type { Key } from './expressions.ts'
import { getItem, putItem } from './table.ts'

const MOST = 200

/** What an office said earlier that headings of its files mean on a ledger; the latest last. */
export async function readHeadings(scope: Scope, ledger: string): Promise<Answers> {
  const found = await getItem<{ text: string }>(keyOf(scope, ledger))
  return found ? JSON.parse(found.text) : {}
}

/** Remembers answers for the office's next files. The oldest make room. */
export async function keepHeadings(scope: Scope, ledger: string, answers: Answers): Promise<void> {
  const earlier = Object.entries(await readHeadings(scope, ledger)).filter(([heading]) => !Object.hasOwn(answers, heading))
  const all = [...earlier, ...Object.entries(answers)].slice(-MOST)
  // As text: headings are the file's, and DynamoDB does not take every name.
  await putItem({ ...keyOf(scope, ledger), text: JSON.stringify(Object.fromEntries(all)) })
}

function keyOf({ office }: Scope, ledger: string): Key {
  return { pk: at('HEADINGS', office.kind, office.id), sk: ledger }
}
