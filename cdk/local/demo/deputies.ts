import { distinctNames, type Name } from './names.ts'
import { townships } from './offices.ts'
import { randomFrom } from './random.ts'

export type Deputy = Name & { township: string; account?: string }

/**
 * The deputies who speak for each township; the first two of each have an account (`deputy1`, `deputy2`, … in the order of the townships).
 * Two of different townships bear one name: the second with an account in Bailu and one without in Tianlou.
 */
export const deputies: Deputy[] = enrol()

export function deputiesOf(township: string): Deputy[] {
  return deputies.filter((deputy) => deputy.township === township)
}

function enrol(): Deputy[] {
  const random = randomFrom(20220118)
  const sizes = townships.map((township) => (township.id === 'xinan' ? 40 : random.between(22, 34)))
  const names = distinctNames(
    random,
    sizes.reduce((sum, size) => sum + size, 0),
  )
  const enrolled = townships.flatMap((township, place) =>
    names.splice(0, sizes[place]).map((name, seat): Deputy => {
      return seat < 2 ? { ...name, township: township.id, account: `deputy${place * 2 + seat + 1}` } : { ...name, township: township.id }
    }),
  )
  const [zh, en] = namesake(enrolled)
  return enrolled.map((deputy, at) => (at === enrolled.findIndex((one) => one.township === 'tianlou') + 5 ? { ...deputy, zh, en } : deputy))
}

function namesake(enrolled: Deputy[]): [string, string] {
  const bearer = enrolled.filter((deputy) => deputy.township === 'bailu')[1]
  if (!bearer) throw new Error('Bailu has no second deputy')
  return [bearer.zh, bearer.en]
}
