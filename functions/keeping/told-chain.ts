import { createHash, createHmac } from 'node:crypto'
import { canonical } from '../../shared/canonical.ts'
import type { EventAnswer } from '../../shared/wire.ts'

/**
 * The events, oldest first as the API answered them, that do not stand as anybody can check who has nothing but the answer: neither a secret nor the table.
 * Of form 1, whose hashes only those are told from whom nothing is hidden, what was told is checked. `after`: the hash before the first, where a page begins later.
 */
export function unproved(events: EventAnswer[], after?: string): number[] {
  return events
    .filter((event, at) => {
      const before = at > 0 ? events[at - 1]?.hash : after
      const linked = before === undefined || event.prev === before || (event.prev === '' && (event.bridge === true || event.form === 1))
      return !linked || !(event.form === 1 ? provedOld(event) : proved(event))
    })
    .map(({ seq }) => seq)
}

function provedOld({ hash, ...event }: EventAnswer): boolean {
  return hash === '' || hash === sha(event)
}

function proved({ hash, changes, said, keys, ...open }: EventAnswer): boolean {
  const { prev, ...rest } = open
  const told = [
    ...Object.entries(changes).map(([field, value]) => hmac(keys?.changes[field], ['changes', field, value])),
    ...Object.entries(said).map(([field, value]) => hmac(keys?.said[field], ['said', field, value])),
    ...(keys?.prev === undefined ? [] : [hmac(keys.prev, ['prev', '', prev])]),
  ]
  return hash === sha(open.bridge ? rest : open) && told.every((value) => open.commits?.includes(value))
}

const sha = (value: unknown): string => createHash('sha256').update(canonical(value)).digest('hex')
const hmac = (key = '', value: unknown): string => createHmac('sha256', key).update(canonical(value)).digest('hex')
