const STEPS = [1, 2, 5]

/** Round numbers from 0 to at or above the largest value, five at most, for the lines behind a chart. */
export function ticks(largest: number): number[] {
  const rough = Math.max(largest, 1) / 4
  const power = 10 ** Math.max(0, Math.floor(Math.log10(rough)))
  const step = [...STEPS, 10].map((each) => each * power).find((each) => each >= rough) ?? 10 * power
  return Array.from({ length: Math.ceil(Math.max(largest, 1) / step) + 1 }, (_, at) => at * step)
}

/** The places of values between a left and a right end, the same distance apart; a single one stands at the right. */
export function places(count: number, left: number, right: number): number[] {
  if (count === 1) return [right]
  return Array.from({ length: count }, (_, at) => left + ((right - left) * at) / (count - 1))
}
