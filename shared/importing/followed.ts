/** So few numbers far ahead of all others are slips of the hand, and no register of their own. */
const FEW = 3

/**
 * How far a sequence that stands at `at` goes on when a register brings these numbers, and those that it does not follow (`ahead`): one or two that lie far beyond all others, as a mistyped one
 * does. Whoever numbers passes over them when he comes to them.
 */
export function followed(at: number, brought: number[]): { to: number; ahead: number[] } {
  const beyond = [...new Set(brought)].filter((n) => n > at).sort((a, b) => a - b)
  let to = at
  for (const [place, n] of beyond.entries()) {
    if (to > 0 && n > 2 * to + 100 && beyond.length - place < FEW) return { to, ahead: beyond.slice(place) }
    to = n
  }
  return { to, ahead: [] }
}
