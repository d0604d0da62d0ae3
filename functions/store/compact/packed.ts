import { deflateRawSync, inflateRawSync } from 'node:zlib'

type Node = string | number | boolean | null | number[]

/**
 * Values as bytes in which nothing is told twice: each text, list and object stands once, by the places of what it is made of, and each set of names once.
 * What is undefined is left out.
 */
export function packed(values: unknown[]): Uint8Array {
  const nodes: Node[] = []
  const places = new Map<string, number>()
  const names: string[][] = []
  const shapes = new Map<string, number>()
  const placed = (node: Node): number => {
    const name = JSON.stringify(node)
    const known = places.get(name)
    if (known !== undefined) return known
    places.set(name, nodes.length)
    return nodes.push(node) - 1
  }
  const shapeOf = (own: string[]): number => {
    const name = JSON.stringify(own)
    const known = shapes.get(name)
    if (known !== undefined) return known
    shapes.set(name, names.push(own))
    return names.length
  }
  const place = (value: unknown): number => {
    if (typeof value !== 'object' || value === null) return placed(value as Node)
    if (Array.isArray(value)) return placed([A_LIST, ...value.map(place)])
    const own = Object.entries(value).filter(([, each]) => each !== undefined)
    return placed([shapeOf(own.map(([name]) => name)), ...own.map(([, each]) => place(each))])
  }
  const top = values.map(place)
  return deflateRawSync(JSON.stringify({ names, nodes, top }))
}

/** The values again. What is told alike is one and the same: nobody may change it. */
export function unpacked(bytes: Uint8Array): unknown[] {
  const { names, nodes, top } = JSON.parse(inflateRawSync(bytes).toString()) as { names: string[][]; nodes: Node[]; top: number[] }
  const values: unknown[] = []
  for (const node of nodes) {
    if (!Array.isArray(node)) values.push(node)
    else if (node[0] === A_LIST) values.push(node.slice(1).map((at) => values[at]))
    else {
      const value: Record<string, unknown> = {}
      for (const [at, name] of (names[(node[0] as number) - 1] ?? []).entries()) value[name] = values[node[at + 1] as number]
      values.push(value)
    }
  }
  return top.map((at) => values[at])
}

/** First place of a list; an object has there the place of its names, from 1 on. */
const A_LIST = 0
