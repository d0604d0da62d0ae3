import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Values } from '../../shared/importing/instead.ts'
import { type Answers, columnFields, IGNORE } from '../../shared/importing/meanings.ts'
import type { Choices } from '../../shared/importing/read-rows.ts'
import type { HeadingRows } from '../../shared/importing/register.ts'
import type { Lang } from '../../shared/names.ts'
import type { Scope } from '../../shared/scope.ts'
import { choicesUnread, columnsUnread, headingsUnread, noSuchField, valuesUnread } from '../../shared/words/import-asked.ts'
import { readHeadings } from '../store/headings.ts'
import { ChoicesGiven, Columns, HeadingsGiven, ValuesGiven } from './import-shapes.ts'
import type { InputError } from './problem.ts'

/**
 * What headings mean: what the sender's office said with earlier files, and what he says now, out of JSON or of a form's text. What he says of no field of the ledger
 * is a fault; what was said of a field that is gone is forgotten.
 */
export async function answersOf(
  ledger: Ledger,
  said: unknown,
  scope: Scope,
  lang: Lang,
): Promise<{ answers?: Answers } | { errors: InputError[] }> {
  const known = new Set([...Object.keys(columnFields(ledger)), 'id', 'version', 'number', 'township', 'state', IGNORE])
  const parsed =
    said === undefined || said === ''
      ? { success: true as const, data: {} }
      : Columns.safeParse(typeof said === 'string' ? json(said) : said)
  if (!parsed.success) return { errors: [{ path: 'columns', message: columnsUnread[lang] }] }
  const errors = Object.entries(parsed.data)
    .filter(([, path]) => !known.has(path))
    .map(([heading, path]) => ({ path: `columns.${heading}`, message: noSuchField(heading, path)[lang] }))
  if (errors.length) return { errors }
  const earlier = Object.entries(await readHeadings(scope, ledger.key)).filter(([, path]) => known.has(path))
  const answers = { ...Object.fromEntries(earlier), ...parsed.data }
  return Object.keys(answers).length ? { answers } : {}
}

/** What was chosen where both sides changed a cell, out of JSON or of a form's text. */
export function choicesOf(said: unknown, lang: Lang): { choices?: Choices } | { errors: InputError[] } {
  if (said === undefined || said === '') return {}
  const parsed = ChoicesGiven.safeParse(typeof said === 'string' ? json(said) : said)
  return parsed.success ? { choices: parsed.data } : { errors: [{ path: 'choices', message: choicesUnread[lang] }] }
}

/** In which row of each tab the headings stand, as somebody marked it, out of JSON or of a form's text. */
export function headingsOf(said: unknown, lang: Lang): { headings?: HeadingRows } | { errors: InputError[] } {
  if (said === undefined || said === '') return {}
  const parsed = HeadingsGiven.safeParse(typeof said === 'string' ? json(said) : said)
  return parsed.success ? { headings: parsed.data } : { errors: [{ path: 'headings', message: headingsUnread[lang] }] }
}

/** What is meant by what cells say, out of JSON or of a form's text. */
export function valuesOf(said: unknown, lang: Lang): { values?: Values } | { errors: InputError[] } {
  if (said === undefined || said === '') return {}
  const parsed = ValuesGiven.safeParse(typeof said === 'string' ? json(said) : said)
  return parsed.success ? { values: parsed.data } : { errors: [{ path: 'values', message: valuesUnread[lang] }] }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // What is no JSON is told like any other wrong input.
    return null
  }
}
