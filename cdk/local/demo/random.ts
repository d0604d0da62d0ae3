export type Random = {
  /** A number in [0, 1). */
  next: () => number
  /** A whole number from `low` to `high`, both included. */
  between: (low: number, high: number) => number
  chance: (share: number) => boolean
  pick: <T>(from: readonly T[]) => T
  weighted: <T>(from: readonly T[], weight: (item: T) => number) => T
  shuffled: <T>(from: readonly T[]) => T[]
}

/** The same seed gives the same sequence on every machine (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(from: readonly T[]): T => from[between(0, from.length - 1)] as T
  return {
    next,
    between,
    pick,
    chance: (share) => next() < share,
    weighted: (from, weight) => {
      let left = next() * from.reduce((sum, item) => sum + weight(item), 0)
      for (const item of from) {
        left -= weight(item)
        if (left < 0) return item
      }
      return from[from.length - 1] as (typeof from)[number]
    },
    shuffled: (from) => {
      const items = [...from]
      for (let last = items.length - 1; last > 0; last--) {
        const other = between(0, last)
        const held = items[last] as (typeof items)[number]
        items[last] = items[other] as (typeof items)[number]
        items[other] = held
      }
      return items
    },
  }
}
