import { fold, words } from '../../shared/fold.ts'
import { initials } from '../../shared/initials.ts'
import { officeNames, shortNames } from '../../shared/office-names.ts'
import type { Office } from '../../shared/world.ts'
import type { Sought } from './words.ts'

/** The words of a search with the offices that each may mean: by name, short or long, or by its pinyin initials (水务局 and swj). */
export function soughtIn(q: string, offices: Office[]): Sought[] {
  const kinds = (['county', 'township', 'unit'] as const).map((kind) => ({ kind, names: officeNames(offices, kind) }))
  return words(q).map((word) => {
    const called = offices.filter((office) => callsOf(office).includes(word)).map(({ kind, id }) => `${kind}:${id}`)
    // As registers write them: with the county before, or shorter.
    const written = kinds.flatMap(({ kind, names }) => {
      const id = isHan(word) ? names.id(word) : undefined
      return id === undefined ? [] : [`${kind}:${id}`]
    })
    return { word, offices: [...new Set([...called, ...written])] }
  })
}

const isHan = (word: string): boolean => /^\p{Script=Han}{2,}$/u.test(word)

function callsOf(office: Office): string[] {
  const names = [office.name.zh, ...shortNames(office)]
  return [...names.flatMap((each) => [fold(each), initials(each)]), fold(office.name.en)]
}
