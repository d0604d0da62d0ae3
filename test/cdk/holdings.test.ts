import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { archives, people } from '../../cdk/local/demo/index.ts'
import { townships } from '../../cdk/local/demo/offices.ts'
import { foundations, plays } from '../../cdk/local/demo/plays/index.ts'
import { rules } from '../../shared/ledgers/rules.ts'

const today = '2026-11-22'
const all = plays(today)
const of = (ledger: string) => all.filter((play) => play.ledger === ledger)
const archived = (ledger: string): Record<string, string>[] =>
  archives(today)
    .filter((each) => each.ledger === ledger)
    .flatMap(({ csv }) => parse(csv.replace(/^\uFEFF/, ''), { columns: true }) as Record<string, string>[])

it('has deputies of four levels', () => {
  const filed = foundations(today).filter(({ ledger }) => ledger === 'deputies')
  expect([...new Set(filed.map(({ data }) => data.tier))].sort()).toEqual(['city', 'county', 'province', 'township'])
})

it('has rules of all five sections, in force for years', () => {
  const { part } = rules.fields
  const sections = part?.kind === 'choice' ? Object.values(part.options).map(({ zh }) => zh) : []
  expect([...new Set(archived('rules').map((row) => row.编目))].sort()).toEqual(sections.sort())
})

it('has one theme of eleven topics, one for each township’s group', () => {
  const launched = of('themes').flatMap(({ data, acts }) =>
    acts.flatMap(({ take, given }) => (take === 'launch' ? [{ theme: data.theme, topics: given?.topics as { township: string }[] }] : [])),
  )
  const whole = launched.find(({ theme }) => String(theme).startsWith('强县富民我行动'))
  expect(whole?.topics.map(({ township }) => township)).toEqual(townships.map(({ id }) => id))
})

it('has an account of its own for each desk of the county office', () => {
  const desks = people.flatMap((person) => ('desks' in person && person.desks ? [person.desks.join()] : []))
  for (const desk of ['deputies', 'finance', 'law', 'education', 'agriculture', 'environment', 'personnel']) expect(desks).toContain(desk)
})

it('votes on projects when the congress meets, each list at once, and holds no meeting that is still to come', () => {
  const first = foundations(today)
  const counts = first.flatMap(({ acts }) => acts.filter(({ take }) => take === 'count'))
  expect(counts.length).toBeGreaterThan(8)
  for (const count of counts.filter(({ at }) => at)) {
    const meeting = first.find(({ acts }) => acts.some(({ take, given }) => take === 'callVote' && given?.voteOn === count.on?.about))
    const held = meeting?.acts.find(({ take }) => take === 'hold')
    expect([count.at, held?.at]).toEqual([meeting?.data.day, meeting?.data.day])
    expect(String(count.at) <= today).toBe(true)
  }
  expect(all.flatMap(({ ledger, acts }) => acts.filter(({ take }) => ledger === 'livelihood-projects' && take === 'vote'))).toEqual([])
})
