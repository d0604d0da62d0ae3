import { townships } from './offices.ts'
import type { Random } from './random.ts'
import { type Theme, themes } from './themes.ts'
import { placesFor, type Setting, writeTitle } from './writing.ts'

export type Topic = Setting & { title: string }

const shares: Record<string, number> = {
  xinan: 21,
  duigougang: 12,
  tianlou: 9,
  beichenji: 6,
  zhangdian: 6.5,
  sankou: 8,
  mengxingzhuang: 7.5,
  tanggou: 5,
  bailu: 10,
  xinji: 8,
  lijiji: 7,
}

/** Gives a new topic at each call: no title twice, and no village complains twice of one thing. */
export function topicSource(random: Random): (year: number) => Topic {
  const titles = new Set<string>()
  const raised = new Set<string>()
  return (year) => {
    for (let tries = 0; tries < 5000; tries++) {
      const setting = newSetting(year, random)
      const title = writeTitle(setting)
      const key = keyOf(setting)
      if (titles.has(title) || raised.has(key)) continue
      titles.add(title)
      raised.add(key)
      return { ...setting, title }
    }
    throw new Error('the themes of the demonstration county are exhausted')
  }
}

function newSetting(year: number, random: Random): Setting {
  const township = random.weighted(townships, ({ id }) => shares[id] ?? 0).id
  const theme = random.weighted(themes, (one) => weightIn(one, township))
  const setting = { ...random.pick(placesFor(theme, township)), theme, side: random.pick(theme.sides), year }
  return theme.variants.length > 0 ? { ...setting, variant: random.pick(theme.variants) } : setting
}

/** Urban themes weigh less where there are few communities. */
function weightIn(theme: Theme, township: string): number {
  const places = placesFor(theme, township).length
  if (places === 0) return 0
  return theme.at === 'community' ? theme.weight * Math.min(1, places / 6) : theme.weight
}

function keyOf({ theme, township, village, variant }: Setting): string {
  if (theme.at === 'village') return `${theme.key} ${township} ${village}`
  return theme.at === 'county' ? `${theme.key} ${variant}` : `${theme.key} ${township} ${village} ${variant}`
}
