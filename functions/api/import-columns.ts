import type { Ledger } from '../../shared/definition/ledger.ts'
import { type Answers, cellFields, IGNORE } from '../../shared/importing/meanings.ts'
import type { Lang } from '../../shared/names.ts'
import { columnsUnread, noSuchField } from '../../shared/words/sheets.ts'
import { Columns } from './import-shapes.ts'
import type { InputError } from './problem.ts'

/** What the sender says that headings mean, out of JSON or of a form's text; every one that names no field of the ledger is a fault. */
export function answersOf(ledger: Ledger, said: unknown, lang: Lang): { answers?: Answers } | { errors: InputError[] } {
  if (said === undefined || said === '') return {}
  const parsed = Columns.safeParse(typeof said === 'string' ? json(said) : said)
  if (!parsed.success) return { errors: [{ path: 'columns', message: columnsUnread[lang] }] }
  const known = new Set([...Object.keys(cellFields(ledger)), 'id', 'number', 'township', IGNORE])
  const errors = Object.entries(parsed.data)
    .filter(([, path]) => !known.has(path))
    .map(([heading, path]) => ({ path: `columns.${heading}`, message: noSuchField(heading, path)[lang] }))
  return errors.length ? { errors } : { answers: parsed.data }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // What is no JSON is told like any other wrong input.
    return null
  }
}
