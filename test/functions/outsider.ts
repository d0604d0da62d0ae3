import { createHash, createHmac } from 'node:crypto'
import type { EventAnswer } from '../../shared/wire.ts'

/** RFC 8785, as far as events need it; written again, so that it is checked against what the API says and not against itself. */
function json(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(json)}]`
  const keys = Object.keys(value).sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${json((value as Record<string, unknown>)[key])}`)}}`
}
const sha = (value: unknown) => createHash('sha256').update(json(value)).digest('hex')
const hmac = (key: string, value: unknown) => createHmac('sha256', key).update(json(value)).digest('hex')

/** The events that do not stand as somebody can check who has nothing but the answer; those of form 1 only by their links. */
export function unproved(events: EventAnswer[]): number[] {
  return events.filter((event, at) => !proved(event) || (at > 0 && event.prev !== events[at - 1]?.hash)).map(({ seq }) => seq)
}

function proved({ hash, changes, said, keys, ...open }: EventAnswer): boolean {
  if (open.form === 1) return true
  const { prev, ...rest } = open
  const told = [
    ...Object.entries(changes).map(([field, value]) => hmac(keys?.changes[field] ?? '', ['changes', field, value])),
    ...Object.entries(said).map(([field, value]) => hmac(keys?.said[field] ?? '', ['said', field, value])),
    ...(keys?.prev === undefined ? [] : [hmac(keys.prev, ['prev', '', prev])]),
  ]
  return hash === sha(open.bridge ? rest : open) && told.every((value) => open.commits?.includes(value))
}

/** The tries by which these values of a hidden field can be told from the others: by any hash of the answer, with all that the answer holds. */
export function found(events: EventAnswer[], field: string, tries: unknown[]): unknown[] {
  const hashes = new Set(events.flatMap(({ hash, commits = [] }) => [hash, ...commits]))
  const forms = (event: EventAnswer, value: unknown) => {
    const { hash: _, keys, commits: __, ...open } = event
    const change = { old: null, new: value }
    const known = [...Object.values(keys?.changes ?? {}), ...Object.values(keys?.said ?? {}), '']
    return [
      sha({ ...open, changes: { ...open.changes, [field]: change } }),
      sha({ ...open, form: 1, changes: { ...open.changes, [field]: change } }),
      sha(change),
      ...known.flatMap((key) => [hmac(key, ['changes', field, change]), hmac(key, change)]),
    ]
  }
  return tries.filter((value) => events.some((event) => forms(event, value).some((hash) => hashes.has(hash))))
}
