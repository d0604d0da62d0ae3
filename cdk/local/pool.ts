import { type FunctionSpec, type Instance, startInstance } from './instance.ts'

export type LocalFunction = { name: string; invoke: (event: unknown) => Promise<unknown>; busy: () => number; stop: () => Promise<unknown> }

const LIMIT = 6 * 1024 * 1024

/** A function: as many warm instances as there are events at once, up to `most`; what comes beyond waits. */
export function pool(spec: FunctionSpec, most: number): LocalFunction {
  const idle: Instance[] = []
  const all = new Set<Instance>()
  const waiting: ((instance: Instance | undefined) => void)[] = []
  let places = most
  let busy = 0

  return { name: spec.name, invoke, busy: () => busy, stop: () => Promise.all([...all].map((instance) => instance.stop())) }

  async function invoke(event: unknown): Promise<unknown> {
    refuseLarge(event, 'event')
    busy++
    const instance = await free()
    try {
      const answer = await instance.take(event)
      refuseLarge(answer, 'answer')
      return answer
    } finally {
      busy--
      giveBack(instance)
    }
  }

  async function free(): Promise<Instance> {
    const warm = idle.pop() ?? (places === 0 ? await new Promise<Instance | undefined>((next) => waiting.push(next)) : undefined)
    if (warm) return warm
    places--
    const instance = await startInstance(spec).catch((error) => {
      places++
      busy--
      throw error
    })
    all.add(instance)
    return instance
  }

  function giveBack(instance: Instance): void {
    if (!instance.alive()) {
      all.delete(instance)
      places++
    }
    const next = waiting.shift()
    if (next) next(instance.alive() ? instance : undefined)
    else if (instance.alive()) idle.push(instance)
  }

  function refuseLarge(value: unknown, what: string): void {
    if (JSON.stringify(value ?? null).length > LIMIT) throw new TooLarge(`${spec.name}: its ${what} is over the 6 MB that Lambda takes`)
  }
}

export class TooLarge extends Error {}
