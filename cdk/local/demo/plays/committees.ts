const law = '监察法制工委'
const finance = '财经工委'
const society = '社会建设工委'
const building = '环资城建工委'

const byUnit: Record<string, string> = {
  ...every('police justice petitions approval emergency fire', law),
  ...every('finance development industry commerce audit statistics tax power government', finance),
  ...every('education health civil culture labour veterans insurance science market', society),
  ...every('water transport housing agriculture ecology land urban', building),
}

/** The working committee of the county's congress that looks after a unit. */
export function committeeOf(unit: string): string {
  const found = byUnit[unit]
  if (!found) throw new Error(`no committee looks after ${unit}`)
  return found
}

function every(units: string, committee: string): Record<string, string> {
  return Object.fromEntries(units.split(' ').map((unit) => [unit, committee]))
}
