export type Pattern = { [key: string]: Pattern | Rule[] }
type Rule = string | number | boolean | null | { prefix: string } | { suffix: string } | { exists: boolean } | { 'anything-but': unknown[] }

/** Whether an event passes one of a mapping's filter patterns, as Lambda reads them; without patterns everything passes. */
export function passes(event: unknown, patterns: Pattern[]): boolean {
  return patterns.length === 0 || patterns.some((pattern) => matches(event, pattern))
}

function matches(value: unknown, pattern: Pattern | Rule[]): boolean {
  if (Array.isArray(pattern)) return pattern.some((rule) => holds(value, rule))
  const inside = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  return Object.entries(pattern).every(([key, wanted]) => matches(inside[key], wanted))
}

function holds(value: unknown, rule: Rule): boolean {
  if (typeof rule !== 'object' || rule === null) return value === rule
  if ('prefix' in rule) return typeof value === 'string' && value.startsWith(rule.prefix)
  if ('suffix' in rule) return typeof value === 'string' && value.endsWith(rule.suffix)
  if ('exists' in rule) return (value !== undefined) === rule.exists
  if ('anything-but' in rule) return !rule['anything-but'].includes(value)
  throw new Error(`This machine does not know the filter ${JSON.stringify(rule)}`)
}
