import { inject } from 'vitest'

/**
 * Whether this run goes through all that there is (`npm run test:wide`), or makes each claim once over every definition (`npm test`). A file that asks for it
 * runs in both.
 */
export const isWide = inject('wide')

/** All of them in a wide run; otherwise the part of one of `of` that share them: together they have them all, and each has at least one. */
export function share<T>(all: T[], turn: number, of: number): T[] {
  if (isWide) return all
  const parts = Math.min(of, all.length)
  return all.filter((_, at) => at % parts === turn % parts)
}
