import { seriesOf, wordOf } from '../../shared/papers/whose.ts'
import type { Scope } from '../../shared/scope.ts'
import type { World } from '../../shared/world.ts'
import type { Book } from '../store/issued.ts'

/** The book of an organ in which a paper of that register gets its number on a day. */
export function bookOf(organ: string, register: string, { office }: Scope, world: World, day: string): Book {
  const [word, series] = [wordOf(register, office, world), seriesOf(register, office)]
  return { organ, word, ...(series === word ? {} : { series }), year: Number(day.slice(0, 4)) }
}
