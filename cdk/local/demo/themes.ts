import { readdirSync, readFileSync } from 'node:fs'

/** One side of a concern: a title with the fact, the harm and the answer that belong to it. */
export type Side = { title: string; fact: string; harm: string; done: string }

/**
 * One kind of concern, from which many suggestions are written; `themes/*.txt` hold them, a line `key: value` each and a blank line between two.
 * Slots: `{t}` township, `{v}` village or community, `{x}` one of the theme's own variants, `{u}` the lead unit, `{y-6}` six years before,
 * `{n}` the year after the answer, `{m}` the month in which the work was done, `[3-8]` a number, `[1.2-3.5]` a decimal.
 */
export type Theme = {
  key: string
  category: string
  lead: string
  co: string[]
  at: 'village' | 'community' | 'township' | 'county'
  only: string[]
  weight: number
  variants: string[]
  sides: Side[]
  asks: string[]
  planned: string
}

const folder = new URL('./themes/', import.meta.url)

export const themes: Theme[] = readdirSync(folder)
  .sort()
  .flatMap((file) => readFileSync(new URL(file, folder), 'utf8').trim().split(/\n\n+/))
  .map(readTheme)

function readTheme(text: string): Theme {
  const lines = text
    .split('\n')
    .map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()])
  const every = (key: string) => lines.filter(([name]) => name === key).map(([, value]) => value)
  const one = (key: string) => every(key)[0] ?? ''
  const [facts, harms, done] = [every('fact'), every('harm'), every('done')]
  return {
    key: one('theme'),
    category: one('category'),
    lead: one('lead'),
    co: one('co').split(' ').filter(Boolean),
    at: placeOf(one('at')),
    only: one('only').split(' ').filter(Boolean),
    weight: Number(one('weight') || '0.7'),
    variants: one('variants').split('、').filter(Boolean),
    sides: every('title').map((title, at) => ({ title, fact: facts[at] ?? '', harm: harms[at] ?? '', done: done[at] ?? '' })),
    asks: every('ask'),
    planned: one('planned'),
  }
}

function placeOf(word: string): Theme['at'] {
  if (word === 'village' || word === 'community' || word === 'township' || word === 'county') return word
  throw new Error(`a theme is about a village, a community, a township or the county, not about ${word}`)
}
