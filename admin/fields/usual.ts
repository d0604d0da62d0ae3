/** Offices chosen lately on this browser, so that they stand first next time. Names of offices only: nothing personal. */
const key = (kind: string) => `duban.usual.${kind}`
const KEPT = 3

export function usualOffices(kind: string): string[] {
  return (localStorage.getItem(key(kind)) ?? '').split(',').filter(Boolean)
}

export function rememberOffices(kind: string, ids: string[]): void {
  if (ids.length === 0) return
  const next = [...new Set([...[...ids].reverse(), ...usualOffices(kind)])].slice(0, KEPT)
  localStorage.setItem(key(kind), next.join(','))
}
