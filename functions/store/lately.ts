/**
 * What this process read lately, by name: of all that is put in, the last used, as much as weighs no more than `most` together; the last one stays whatever
 * it weighs.
 */
export class Lately<Value> {
  readonly #kept = new Map<string, Value>()
  readonly #most: number
  readonly #weigh: (value: Value) => number

  constructor(most: number, weigh: (value: Value) => number) {
    this.#most = most
    this.#weigh = weigh
  }

  get(name: string): Value | undefined {
    return this.#kept.get(name)
  }

  put(name: string, value: Value): void {
    this.#kept.delete(name)
    this.#kept.set(name, value)
    let sum = [...this.#kept.values()].reduce((all, each) => all + this.#weigh(each), 0)
    for (const [oldest, each] of this.#kept) {
      if (sum <= this.#most || oldest === name) return
      this.#kept.delete(oldest)
      sum -= this.#weigh(each)
    }
  }
}
