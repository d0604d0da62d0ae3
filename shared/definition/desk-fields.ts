import type { Ledger } from './ledger.ts'

/**
 * The choices that name the desk in charge, whatever they are called: those to whose desk a duty falls (`county:@field`). What is hidden from some names none.
 * @returns keys of fields, in the order of the definition
 */
export function deskFields({ fields, duties }: Pick<Ledger, 'fields' | 'duties'>): string[] {
  const named = Object.values(duties).flatMap(({ holder }) =>
    holder.flatMap((word) => (word.startsWith(AT) ? [word.slice(AT.length)] : [])),
  )
  return Object.keys(fields).filter((key) => named.includes(key) && !fields[key]?.seenBy)
}

const AT = 'county:@'
