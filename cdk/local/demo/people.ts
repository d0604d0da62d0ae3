import { deputies } from './deputies.ts'
import { distinctNames } from './names.ts'
import { offices, type Words } from './offices.ts'
import { randomFrom } from './random.ts'

export type DeputyOffice = { id: string; kind: 'deputy'; name: Words; township: string }
export type Person = {
  email: string
  name: string
  role: 'admin' | 'leader' | 'clerk' | 'liaison' | 'deputy'
  office: { kind: 'county' | 'township' | 'unit' | 'deputy'; id: string }
  township?: string
}

/** The deputies with an account, each an office of his own. */
export const deputyOffices: DeputyOffice[] = deputies.flatMap(({ account, zh, en, township }) =>
  account ? [{ id: account, kind: 'deputy' as const, name: { zh, en }, township }] : [],
)

/** One account for the county office, its leader, every township, every unit and two deputies of each township. */
export const people: Person[] = [
  { email: email('county'), name: '孟庆芳', role: 'admin', office: { kind: 'county', id: 'county' } },
  { email: email('leader'), name: '徐正海', role: 'leader', office: { kind: 'county', id: 'county' } },
  ...staff(),
  ...deputyOffices.map(
    ({ id, name, township }): Person => ({ email: email(id), name: name.zh, role: 'deputy', office: { kind: 'deputy', id }, township }),
  ),
]

export function email(id: string): string {
  return `${id}@duban.test`
}

function staff(): Person[] {
  const known = new Set(deputies.map((deputy) => deputy.zh))
  const names = distinctNames(randomFrom(20211208), offices.length * 2).filter((name) => !known.has(name.zh))
  return offices
    .filter((office) => office.kind !== 'county')
    .map(({ id, kind }, at) => ({
      email: email(id),
      name: names[at]?.zh ?? id,
      role: kind === 'township' ? 'clerk' : 'liaison',
      office: { kind, id },
    }))
}
