/** Numbers below a bound, the same ones for a seed. */
export type Dice = (below: number) => number

export function dice(from: number): Dice {
  let state = from >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** As many of each as it says, in an order of the dice. */
export function shuffled<K extends string>(counts: { [kind in K]: number }, roll: Dice): K[] {
  const all = (Object.entries(counts) as [K, number][]).flatMap(([kind, count]) => Array.from({ length: count }, () => kind))
  for (let at = all.length - 1; at > 0; at -= 1) {
    const other = roll(at + 1)
    ;[all[at], all[other]] = [all[other] as K, all[at] as K]
  }
  return all
}
