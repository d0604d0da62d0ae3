export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** The merge patch (RFC 7396) that turns `base` into `now`: only what differs, null for what is gone, lists whole. Undefined when nothing differs. */
export function diffPatch(base: Json, now: Json): Json | undefined {
  if (JSON.stringify(base) === JSON.stringify(now)) return undefined
  if (!isObject(base) || !isObject(now)) return now
  const patch: { [key: string]: Json } = {}
  for (const key of Object.keys(base)) if (!(key in now)) patch[key] = null
  for (const [key, value] of Object.entries(now)) {
    const before = base[key]
    const change = before === undefined ? value : diffPatch(before, value)
    if (change !== undefined) patch[key] = change
  }
  return Object.keys(patch).length > 0 ? patch : undefined
}

function isObject(value: Json): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
