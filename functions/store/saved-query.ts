import type { ListQuery } from './list-query.ts'

const truths = ['overdue', 'nearDue'] as const
const numbers = ['year', 'term', 'session'] as const
const texts = ['township', 'unit', 'desk', 'holder', 'rate', 'dueBefore', 'q'] as const

/** A saved filter, `key?state=open&year=2026`, as the question of a list; null where it asks what no list is asked. */
export function readQuery(text: string): { ledger: string; query: ListQuery } | null {
  const [ledger = '', asked = ''] = text.split('?')
  const query: ListQuery = {}
  for (const [key, value] of new URLSearchParams(asked)) {
    const put = wayOf(key)
    if (!put) return null
    if (value !== '') put(query, value)
  }
  return { ledger, query }
}

function wayOf(key: string): ((query: ListQuery, value: string) => void) | undefined {
  const truth = truths.find((each) => each === key)
  const number = numbers.find((each) => each === key)
  const text = texts.find((each) => each === key)
  if (truth) return (query, value) => void (value === 'true' && Object.assign(query, { [truth]: true }))
  if (number) return (query, value) => void Object.assign(query, { [number]: Number(value) })
  if (text) return (query, value) => void Object.assign(query, { [text]: value })
  if (key === 'state') return (query, value) => void Object.assign(query, { states: value.split(',') })
  if (key === 'where') return (query, value) => void Object.assign(query, { where: pairs(value) })
  return undefined
}

const pairs = (text: string): Record<string, string> =>
  Object.fromEntries(text.split(',').map((pair) => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)]))
