import { afterAll, expect, inject, it } from 'vitest'
import { daily } from '../../functions/mail/daily.ts'
import { foresee } from '../../functions/mail/forecast.ts'
import { readLetters } from '../../functions/store/letters.ts'
import { readProof } from '../../functions/store/proofs.ts'
import { systemScope } from '../../functions/store/system-scope.ts'
import { addDays, calendar, isWorkday } from '../../shared/deadline/calendar.ts'
import { mortal } from '../mortal.ts'
import { along, assigned, colleague, county, mails } from './mail-county.ts'

const parts = inject('parts')
const life = mortal()
afterAll(life.close)

/** `MORNINGS_SEED=…` runs one of them again. */
const seed = Number(process.env.MORNINGS_SEED ?? 20261128)
const HOUR = 3_600_000

/** Numbers below a bound, the same ones for a seed. */
function dice(from: number): (below: number) => number {
  let state = from >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

it(`through mornings that die at any step, are missed or run twice, nothing owed is lost and nothing is said twice unseen (seed ${seed})`, async () => {
  // One try each, so that a dead process does not outlive its death.
  process.env.AWS_MAX_ATTEMPTS = '1'
  await county({ ...parts, dynamo: await life.through(parts.dynamo), mail: await life.through(parts.mail) })
  await colleague('vice', 'water', ['leader'])
  await assigned('2026-03-02', 'water').then((moves) => along(moves, '2026-03-03', ['water', 'accept']))
  await assigned('2026-03-16', 'urban', { co: ['housing'] }).then((moves) => along(moves, '2026-03-17', ['urban', 'accept']))
  const roll = dice(seed)
  let [deaths, seen, now] = [0, 0, Date.now()]
  for (let day = '2026-05-18'; day <= '2026-07-03'; day = addDays(day, 1)) {
    now += 24 * HOUR
    if (!isWorkday(calendar(), day) || roll(6) === 0) continue
    const expected = new Set((await foresee(day, day)).foreseen.map(({ reader }) => reader.email))
    const at = roll(60) + 1
    const said = `seed ${seed}, ${day}, died at ${at}`
    life.dieAt(at, roll(2) === 0)
    await Promise.allSettled(Array.from({ length: 1 + roll(2) }, () => daily(day, new Date(now))))
    if (await life.revive()) deaths += 1
    // An hour later the claims of the dead are stale.
    await daily(day, new Date(now + HOUR))
    const sent = (await mails(parts)).slice(seen).map(({ destination }) => destination.to[0] ?? '')
    seen += sent.length
    expect(new Set(sent), said).toEqual(expected)
    const twice = [...expected].filter((email) => sent.filter((each) => each === email).length > 1)
    const people = twice.map((email) => `p-${email.split('@')[0]}`)
    const letters = await readLetters(
      systemScope(),
      people.map((person) => ({ person, on: day })),
    )
    expect(
      letters.map((letter) => letter?.again),
      said,
    ).toEqual(people.map(() => true))
    expect(sent.length - expected.size, said).toBe(twice.length)
    expect(await readProof(day), said).toMatchObject({ mails: expected.size, planned: 0, faults: [] })
    expect((await foresee(day, day)).foreseen, said).toEqual([])
  }
  expect(deaths, `seed ${seed}`).toBeGreaterThan(10)
})
