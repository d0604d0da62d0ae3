import { expect, it, vi } from 'vitest'
import { inbox } from '../../cdk/local/mail.ts'
import { definitions } from '../../functions/catalogue.ts'
import { daily } from '../../functions/mail/daily.ts'
import { foresee } from '../../functions/mail/forecast.ts'
import { systemScope } from '../../functions/store/system-scope.ts'
import { world } from '../../functions/world.ts'
import { addDays, isWorkday } from '../../shared/deadline/calendar.ts'
import { partsHere } from '../parts-here.ts'
import { life } from '../unruly.ts'
import { colleague, county, deputy } from './mail-county.ts'
import { agree, heard } from './year/checks.ts'
import { type Cohort, cohort, move } from './year/cohorts.ts'
import { dice, shuffled } from './year/dice.ts'
import { happenings } from './year/happenings.ts'
import { fatesOf, isUnfinished, type Way, ways } from './year/ways.ts'

const parts = partsHere()

/**
 * `YEAR_SEED=…` runs one again; `YEAR_UNTIL=2027-05-14` goes on for the whole of it, and `YEAR_FROM=2026-11-02` begins in the middle; `YEAR_BROTHERS=40` lays more
 * beside each suggestion.
 */
const seed = Number(process.env.YEAR_SEED ?? 7)
const [from, until] = [process.env.YEAR_FROM ?? '2026-05-18', process.env.YEAR_UNTIL ?? '2026-07-03']
const brothers = Number(process.env.YEAR_BROTHERS ?? 8)
const [HOUR, MINUTE] = [3_600_000, 60_000]

it(`through a year of mornings that die at any step, are missed, run twice or meet faults, nothing owed is lost and nothing is said twice unseen (seed ${seed})`, async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  await county(parts)
  await colleague('vice', 'water', ['leader'])
  await colleague('aide', 'housing', ['liaison'])
  await deputy('deputy1', '张桂兰')
  const roll = dice(seed)
  const cohorts: Cohort[] = []
  for (const days of [-77, -63, -41, -21]) cohorts.push(await cohort(addDays(from, days), brothers, roll))
  const deck: Way[] = shuffled({ ...ways, calm: 252 - Object.values(ways).reduce((sum, each) => sum + each) }, roll)
  const came = mailbox()
  const counts = { mornings: 0, died: 0, mails: 0, doubtful: 0, late: 0 }
  let now = Date.now()
  // Offices that were closed before are closed.
  for (const [day, happens] of Object.entries(happenings)) if (day < from) await happens(day)
  for (let day = from, at = 0; day <= until; day = addDays(day, 1)) {
    now += 24 * HOUR
    await happenings[day]?.(day)
    const { calendar } = await world()
    await definitions(systemScope())
    const works = isWorkday(calendar, day)
    if (works && (at % 5 === 0 || at % 7 === 3)) cohorts.push(await cohort(day, brothers, roll))
    for (const each of works ? cohorts : []) await move(each, day)
    const way = works ? (deck[at++ % deck.length] as Way) : 'calm'
    if (way === 'missed' || (!works && roll(4) > 0)) continue
    const said = `seed ${seed}, ${day}, ${way}`
    await came()
    const { foreseen } = await foresee(day, day)
    const { rounds, drift } = fatesOf(way, roll)
    // At whatever hour somebody begins it.
    const begins = now + roll(10) * HOUR
    let open = false
    for (const [round, fates] of rounds.entries()) {
      const clocks = (n: number) => new Date(begins + (round * 20 + n * drift) * MINUTE)
      const ended = await Promise.all(fates.map((fate, n) => life(() => daily(day, clocks(n)), fate)))
      counts.died += ended.filter((each) => 'died' in each).length
      open = isUnfinished(ended)
    }
    // An hour later the claims of the dead are stale; what was refused for good is left for the next morning.
    if (open && way !== 'refused') expect(isUnfinished([await life(() => daily(day, new Date(begins + HOUR)))]), said).toBe(false)
    const inbox = await came()
    counts.doubtful += await agree(day, foreseen, { refused: way === 'refused', inbox }, said)
    counts.mails += inbox.length
    if (!works) expect(inbox, said).toEqual([])
    else counts.mornings += 1
    // What fell on a morning that was missed is said on the next one, which is no rest day.
    if (works && way !== 'refused' && at % 8 === 0) {
      counts.late += await heard(day, said)
      expect((await foresee(day, day)).foreseen, said).toEqual([])
    }
  }
  console.log(`seed ${seed}:`, { ...counts, suggestions: cohorts.length * (brothers + 1) })
  expect(counts.died, `seed ${seed}`).toBeGreaterThan(counts.mornings / 20)
})

/** Answers who got the mails that came since it was asked last. */
function mailbox(): () => Promise<string[]> {
  const known = new Set<string>()
  let since = Math.floor(Date.now() / 1000) - 1
  return async () => {
    const asked = Math.floor(Date.now() / 1000) - 1
    const mails = (await inbox(parts.mail, since)).filter(({ messageId }) => !known.has(messageId))
    since = asked
    for (const { messageId } of mails) known.add(messageId)
    const own = `@${process.env.TABLE}.test`
    return mails.flatMap(({ destination }) => destination.to.filter((to) => to.endsWith(own)))
  }
}
