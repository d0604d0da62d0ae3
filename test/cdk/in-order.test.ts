import { describe, expect, test } from 'vitest'
import { datesOf } from '../../cdk/local/demo/history.ts'
import { foundations, plays } from '../../cdk/local/demo/plays/index.ts'
import type { Act, Play } from '../../cdk/local/demo/plays/play.ts'
import { isSitting } from '../../cdk/local/demo/plays/sitting.ts'
import { type Ledger, truly } from '../../cdk/local/demo/truth.ts'
import { dayOf } from '../../functions/clock.ts'
import { ledgers } from '../../shared/ledgers/index.ts'

/** A play as it is told on a day: what it says, and on which day each step was taken. */
type Told = { play: Play; begun: string; steps: (Act & { day: string })[] }

const toldOn = (today: string): Told[] =>
  plays(today).map((play, nth) => {
    const dates = datesOf(play, nth, today, new Date(`${today}T10:00:00Z`))
    const told = truly(play, dates, ledgers as unknown as Ledger[])
    return { play: told, begun: dayOf(dates.at), steps: told.acts.map((act, at) => ({ ...act, day: dayOf(dates.acts[at] as Date) })) }
  })
const own = ({ steps }: Told) => steps.filter(({ on }) => !on)
const said = (told: Told, field: string, until: string) =>
  [told.play.data[field], ...own(told).flatMap(({ day, given }) => (day <= until ? (given?.[field] ?? []) : []))].findLast(Boolean)
const called = ({ play: { ledger, data } }: Told) =>
  `${ledger} ${data.topic ?? data.matter ?? data.law ?? data.subject ?? data.name ?? data.title}`

describe.each(['2026-11-30', '2026-11-22', '2026-03-02', '2027-01-04'])('as it stands on %s', (today) => {
  const all = toldOn(today)
  const last = foundations(today).find(
    ({ ledger, acts }) => ledger === 'meetings' && acts.some(({ take, given }) => take === 'hold' && given?.leave),
  )
  const held = last?.acts.find(({ take }) => take === 'hold')
  const { expected, present, leave } = (held?.given ?? {}) as { expected: number; present: number; leave: string[] }

  test('those of the standing committee who are there and who are on leave make up its members', () => {
    expect(present + leave.length).toBe(expected)
  })

  test('whatever the committee voted on, it counts the members and those present as its meeting does, and votes where it meets', () => {
    const days = new Set<string>()
    const wrong = all.flatMap((told) =>
      own(told).flatMap((step) => {
        const ballot = step.given?.ballot as { all: number; present: number } | undefined
        if (!ballot || ballot.all > 100 || !isSitting(told.play, step)) return []
        // What has its season by law was voted on in it.
        if (told.play.ledger !== 'budget-reviews') days.add(step.day)
        return ballot.all === expected && ballot.present === present ? [] : [`${called(told)} ${step.take} ${JSON.stringify(ballot)}`]
      }),
    )
    expect(wrong).toEqual([])
    expect([...days].length).toBeLessThanOrEqual(2)
  })

  test('what was decided was decided at the meeting that it names, and so bears a number of that year', () => {
    const wrong = all.flatMap((told) =>
      own(told)
        .filter((step) => isSitting(told.play, step) && told.play.ledger !== 'deliberation-opinions')
        .flatMap(({ take, day }) => {
          const meetingOn = said(told, 'meetingOn', day)
          return meetingOn === undefined || meetingOn === day ? [] : [`${called(told)}: ${take} on ${day}, meeting on ${meetingOn}`]
        }),
    )
    expect(wrong).toEqual([])
  })

  test('an opinion is written, signed and answered after the meeting that it speaks of', () => {
    const opinions = all.filter(({ play }) => play.ledger === 'deliberation-opinions')
    expect(opinions.length).toBeGreaterThan(10)
    for (const told of opinions)
      for (const { take, day } of told.steps)
        expect([called(told), take, day >= String(told.play.data.meetingOn ?? '')]).toEqual([called(told), take, true])
  })

  test('an inspection begins on the day of its plan, before anything of it is gathered, reported or closed', () => {
    for (const told of all.filter(({ play }) => play.ledger === 'law-inspections')) {
      const begun = own(told).find(({ take }) => take === 'inspect')?.day
      if (begun === undefined) continue
      expect([called(told), said(told, 'startOn', today)]).toEqual([called(told), begun])
      for (const { take, day } of told.steps.slice(told.steps.findIndex((each) => each.take === 'inspect')))
        expect([called(told), take, day >= begun]).toEqual([called(told), take, true])
    }
  })

  test('an activity is arranged and told of before its day, held on it and recorded after', () => {
    const held = all.filter((told) => told.play.ledger === 'group-activities' && own(told).some(({ take }) => take === 'hold'))
    expect(held.length).toBeGreaterThan(5)
    for (const told of held) {
      const day = (take: string) => own(told).find((step) => step.take === take)?.day ?? '9'
      const days = [told.begun, day('notify'), String(said(told, 'date', today))]
      expect([called(told), days]).toEqual([called(told), days.toSorted()])
      expect([called(told), day('hold'), day('record') >= day('hold')]).toEqual([called(told), said(told, 'date', today), true])
    }
  })

  test('a roster names days on which its home is open, and a plan of a year gone by was adopted in that year', () => {
    const rosters = all
      .filter(({ play }) => play.ledger === 'stations')
      .flatMap(({ steps }) => steps.flatMap(({ given }) => given?.roster ?? []))
    expect(rosters.length).toBeGreaterThan(10)
    expect((rosters as { on: string }[]).filter(({ on }) => !/-(05|15|25)$/.test(on))).toEqual([])
    for (const told of all.filter(({ play }) => play.ledger === 'work-plans' && String(play.data.endOn) < today)) {
      const day = own(told).find(({ take }) => take === 'adopt')?.day
      expect([called(told), (day ?? String(told.play.data.endOn)) <= String(told.play.data.endOn)]).toEqual([called(told), true])
    }
  })

  test('the steps of one item follow one another, and none of them lies ahead', () => {
    for (const told of all) {
      const days = [told.begun, ...told.steps.map(({ day }) => day)]
      expect([called(told), days]).toEqual([called(told), days.toSorted()])
      expect(days.filter((day) => day > today)).toEqual([])
    }
  })
})
