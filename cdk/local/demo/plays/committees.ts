type Desk = 'law' | 'finance' | 'social' | 'environment'

const byUnit: Record<string, Desk> = {
  ...every('police justice petitions approval emergency fire', 'law'),
  ...every('finance development industry commerce audit statistics tax power government', 'finance'),
  ...every('education health civil culture labour veterans insurance science market', 'social'),
  ...every('water transport housing agriculture ecology land urban', 'environment'),
}

/** The desk of the county's congress that looks after a unit. */
export function deskOf(unit: string): Desk {
  const found = byUnit[unit]
  if (!found) throw new Error(`no desk looks after ${unit}`)
  return found
}

function every(units: string, desk: Desk): Record<string, Desk> {
  return Object.fromEntries(units.split(' ').map((unit) => [unit, desk]))
}
