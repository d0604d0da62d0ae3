type Data = Record<string, unknown>
export type Clash = { field: string; was: unknown; theirs: unknown; mine: unknown }
export type Merge = { merged: Data; clashes: Clash[]; theirs: string[]; mine: string[]; taken: string[] }

/**
 * Puts two changes of one record together, field by field. What only one side changed is merged without asking; both the same is no clash; the rest is for
 * the person to choose. `merged` holds mine for the clashes until he does.
 */
export function merge(before: Data, theirs: Data, mine: Data, fields: string[]): Merge {
  const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
  const changedThere = Object.keys({ ...before, ...theirs }).filter((field) => !same(before[field], theirs[field]))
  const changedHere = fields.filter((field) => !same(before[field], mine[field]))
  const clashes = changedHere
    .filter((field) => changedThere.includes(field) && !same(theirs[field], mine[field]))
    .map((field) => ({ field, was: before[field], theirs: theirs[field], mine: mine[field] }))
  const merged: Data = { ...theirs }
  for (const field of changedHere) merged[field] = mine[field]
  const taken = [...new Set([...changedThere, ...changedHere])].filter((field) => !clashes.some((clash) => clash.field === field))
  return { merged, clashes, theirs: changedThere, mine: changedHere, taken }
}
