import { deputies } from './deputies.ts'
import { distinctNames } from './names.ts'
import { offices, type Words } from './offices.ts'
import { randomFrom } from './random.ts'

export type DeputyOffice = { id: string; kind: 'deputy'; name: Words; township: string }
export type Person = {
  email: string
  name: string
  role: 'admin' | 'county' | 'leader' | 'clerk' | 'liaison' | 'deputy'
  office: { kind: 'county' | 'township' | 'unit' | 'deputy'; id: string }
  township?: string
  post?: 'leader' | 'head'
  desks?: string[]
}

/** The deputies with an account, each an office of his own. */
export const deputyOffices: DeputyOffice[] = deputies.flatMap(({ account, zh, en, township }) =>
  account ? [{ id: account, kind: 'deputy' as const, name: { zh, en }, township }] : [],
)

const deskKeys = ['office', 'deputies', 'finance', 'law', 'education', 'social', 'agriculture', 'environment', 'personnel']

/**
 * One account for the county office and for each of its desks, its leader, every township, every unit and two deputies of each township; besides the leader in charge and the head of
 * every unit and the chairman of every township, to whom what is overdue climbs.
 */
export const people: Person[] = [
  { email: email('county'), name: '孟庆芳', role: 'admin', office: { kind: 'county', id: 'county' } },
  { email: email('leader'), name: '徐正海', role: 'leader', office: { kind: 'county', id: 'county' } },
  ...deskPeople(),
  ...staff(),
  ...above(),
  ...deputyOffices.map(
    ({ id, name, township }): Person => ({ email: email(id), name: name.zh, role: 'deputy', office: { kind: 'deputy', id }, township }),
  ),
]

export function email(id: string): string {
  return `${id}@duban.test`
}

function unlike(seed: number, known: string[]): string[] {
  return distinctNames(randomFrom(seed), offices.length * 5)
    .map(({ zh }) => zh)
    .filter((name) => !known.includes(name))
}

function staff(): Person[] {
  const names = unlike(
    20211208,
    deputies.map(({ zh }) => zh),
  )
  return offices
    .filter((office) => office.kind !== 'county')
    .map(({ id, kind }, at) => ({
      email: email(id),
      name: names[at] ?? id,
      role: kind === 'township' ? 'clerk' : 'liaison',
      office: { kind, id },
    }))
}

/** Every desk of the county office has an account of its own, `county-finance@…`: what it owes, and its mails, are its own. */
function deskPeople(): Person[] {
  const known = [...deputies.map(({ zh }) => zh), ...staff().map(({ name }) => name), ...above().map(({ name }) => name)]
  const names = unlike(20211210, known)
  return deskKeys.map((desk, at) => ({
    email: email(`county-${desk}`),
    name: names[at] ?? desk,
    role: 'county',
    office: { kind: 'county', id: 'county' },
    desks: [desk],
  }))
}

/** Units have a leader in charge and a head; a township's items climb to the chairman of its congress. */
function above(): Person[] {
  const names = unlike(20211209, [...deputies.map(({ zh }) => zh), ...staff().map(({ name }) => name)])
  return offices
    .filter(({ kind }) => kind !== 'county')
    .flatMap(({ id, kind }) => (kind === 'unit' ? (['leader', 'head'] as const) : (['head'] as const)).map((post) => ({ id, kind, post })))
    .map(({ id, kind, post }, at) => ({
      email: email(`${id}-${post}`),
      name: names[at] ?? id,
      role: kind === 'township' ? 'clerk' : 'liaison',
      office: { kind, id },
      post,
    }))
}
