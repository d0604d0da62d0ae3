/** Things by a name that each has, in the order in which they come. */
export function grouped<T>(list: T[], nameOf: (of: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const each of list) {
    const group = groups.get(nameOf(each))
    if (group) group.push(each)
    else groups.set(nameOf(each), [each])
  }
  return groups
}
