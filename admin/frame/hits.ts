import { initials } from '../../shared/initials.ts'
import type { Lang } from '../../shared/names.ts'
import type { Office } from '../../shared/world.ts'
import { broughtFirst } from '../cursors.ts'
import type { Shown } from '../data.ts'
import { officeName } from '../parts/office.ts'

/** One line below the search: an office or a record that was found, or a word that was looked for before (`again`). */
export type Hit = { key: string; label: string; sub?: string; number?: string; to?: string; again?: string }

/** So many records are asked for, and so many lines shown: what came of an item often fills the first, and the item itself comes after. */
export const ASKED = 24
const LINES = 8

/** Records found as lines: what they are called, and where they stand. */
export function hitsOf(records: Shown[], label: (ledger: string) => string): Hit[] {
  return broughtFirst(records)
    .slice(0, LINES)
    .map(({ ledger, id, heading, number }) => ({
      key: id,
      label: heading,
      sub: [number, label(ledger)].filter(Boolean).join(' · '),
      to: `/${ledger}/${id}/show`,
      ...(number ? { number } : {}),
    }))
}

const MOST = 3

/** Townships, units and deputies that are called so, by their names or the initials of these: each has a page of its own. */
export function officesCalled(offices: Office[], q: string, lang: Lang, kinds: Record<string, string>): Hit[] {
  const letters = /^[a-z]{2,}$/i.test(q) ? q.toLowerCase() : undefined
  const isMeant = ({ kind, closed, name }: Office) =>
    kind !== 'county' && !closed && (letters ? initials(name.zh).startsWith(letters) : [...q].length > 1 && name[lang].includes(q))
  return offices
    .filter(isMeant)
    .slice(0, MOST)
    .map(({ kind, id, name, township }) => ({
      key: `${kind}/${id}`,
      label: name[lang],
      sub: [kinds[kind], township && officeName(offices, township, lang, 'township')].filter(Boolean).join(' · '),
      to: `/offices/${kind}/${id}`,
    }))
}

/** Words looked for before, newest first. */
export function againOf(last: string[]): Hit[] {
  return last.map((word) => ({ key: `again-${word}`, label: word, again: word }))
}
