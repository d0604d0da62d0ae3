/** Does a work for each, so many at a time, in their order; never throws away what came of the others. */
export async function each<T>(all: T[], atOnce: number, work: (one: T) => Promise<void>): Promise<void> {
  const rest = [...all]
  const next = async (): Promise<void> => {
    for (let one = rest.shift(); one !== undefined; one = rest.shift()) await work(one)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, next))
}
