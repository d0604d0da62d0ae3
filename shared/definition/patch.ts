import { same } from '../canonical.ts'

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type Object = { [key: string]: Json }

/**
 * What a county changes of one of our definitions: a merge patch over it and, where the county declares parts in another order (of fields on forms, of
 * states on the road), their keys by the path of what holds them. What we ship later stands behind those.
 */
export type Amendment = { patch: Json; order?: { [path: string]: string[] } | undefined }

/** One of our definitions as a county amended it. The result goes through the gate. */
export function amended(base: Json, { patch, order = {} }: Amendment): Json {
  return Object.entries(order).reduce((whole, [path, keys]) => reordered(whole, path.split('.'), keys), mergePatch(base, patch))
}

/** The amendment that makes `now` of `base`: only what differs. Null when nothing does. */
export function difference(base: Json, now: Json): Amendment | null {
  const patch = differing(base, now) ?? {}
  const merged = new Map(orders(mergePatch(base, patch)))
  const order = Object.fromEntries(orders(now).filter(([path, keys]) => !same(merged.get(path), keys)))
  if (Object.keys(order).length > 0) return { patch, order }
  return same(patch, {}) ? null : { patch }
}

/**
 * Lays a merge patch (RFC 7396) over a definition. Arrays are replaced whole; null takes a key away, with one exception: a step's `{put: null}` is what
 * clears a field, and is kept.
 */
export function mergePatch(base: Json, patch: Json, under: string[] = []): Json {
  if (!isObject(patch)) return patch
  const merged = new Map(isObject(base) ? Object.entries(base) : [])
  for (const [key, value] of Object.entries(patch)) {
    if (value === null && !clears(patch, under, key)) merged.delete(key)
    else merged.set(key, mergePatch(merged.get(key) ?? null, value, [...under, key]))
  }
  return Object.fromEntries(merged)
}

/** True for the null of `sets: {field: {put: null}}`, at birth or in a step, unless another kind of value takes its place. */
function clears(patch: Object, under: string[], key: string): boolean {
  const [part, ...inside] = under
  const sets = part === 'born' ? inside.slice(0, -1) : part === 'transitions' ? inside.slice(1, -1) : []
  return key === 'put' && sets.length === 1 && sets[0] === 'sets' && Object.values(patch).every((value) => value === null)
}

function differing(base: Json, now: Json): Json | undefined {
  if (same(base, now)) return undefined
  if (!isObject(base) || !isObject(now)) return now
  const gone = Object.keys(base).filter((key) => !Object.hasOwn(now, key))
  const changed = Object.entries(now).flatMap(([key, value]): [string, Json][] => {
    const change = Object.hasOwn(base, key) ? differing(base[key] as Json, value) : value
    return change === undefined ? [] : [[key, change]]
  })
  return Object.fromEntries([...gone.map((key): [string, Json] => [key, null]), ...changed])
}

/** Parts whose order says something: how forms ask, where a road leads, which step the engine tries first. */
const ordered = ['fields', 'states', 'transitions', 'duties', 'options', 'columns', 'rates']

/** The keys of every part whose order says something, by the part's path. */
export function orders(whole: Json, path: string[] = []): [string, string[]][] {
  if (!isObject(whole)) return []
  const own: [string, string[]][] = ordered.includes(path.at(-1) ?? '') ? [[path.join('.'), Object.keys(whole)]] : []
  return [...own, ...Object.entries(whole).flatMap(([key, value]) => orders(value, [...path, key]))]
}

function reordered(whole: Json, [head, ...rest]: string[], keys: string[]): Json {
  if (!isObject(whole)) return whole
  if (head === undefined) return Object.fromEntries([...new Set([...keys, ...Object.keys(whole)])].flatMap((key) => entry(whole, key)))
  return Object.hasOwn(whole, head) ? { ...whole, [head]: reordered(whole[head] as Json, rest, keys) } : whole
}

const entry = (whole: Object, key: string): [string, Json][] => (Object.hasOwn(whole, key) ? [[key, whole[key] as Json]] : [])

function isObject(value: Json): value is Object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
