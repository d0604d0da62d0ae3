import { afterAll, expect, inject, it } from 'vitest'
import { carryOn } from '../../functions/closing/carry-on.ts'
import { takeDays } from '../../functions/days/take.ts'
import { daily } from '../../functions/mail/daily.ts'
import { foresee } from '../../functions/mail/forecast.ts'
import { beginClosing } from '../../functions/store/closings.ts'
import { readLetters } from '../../functions/store/letters.ts'
import { listOffices, type StoredOffice } from '../../functions/store/offices.ts'
import { readProof } from '../../functions/store/proofs.ts'
import { changeCountySettings, readCountySettings } from '../../functions/store/settings.ts'
import { systemScope } from '../../functions/store/system-scope.ts'
import { createRecord, take } from '../../functions/transact.ts'
import { forgetWorld, world } from '../../functions/world.ts'
import { addDays, isWorkday } from '../../shared/deadline/calendar.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { mortal } from '../mortal.ts'
import { along, as, assigned, clock, colleague, county, mails, sure } from './mail-county.ts'

const parts = inject('parts')
const life = mortal()
afterAll(life.close)

/** `MORNINGS_SEED=…` runs one of them again; `MORNINGS_UNTIL=2027-05-31` goes on for a year. */
const until = process.env.MORNINGS_UNTIL ?? '2026-07-03'
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

/** What happens between two mornings: a meeting is called and moved, a bureau becomes part of another, the county rests on one day more. */
const happenings: { [day: string]: (day: string) => Promise<unknown> } = {
  '2026-05-20': async (day) => {
    const data = { name: '第六次会议', kind: 'committee', day: '2026-06-16', towns: ['xinan'], units: ['water'] }
    meeting = sure(await createRecord(as('county'), 'meetings', { data }, {}, clock(day))).record
    meeting = sure(
      await take(as('county'), 'meetings', meeting.id, { transition: 'notify', given: {} }, meeting.version, clock(day)),
    ).record
  },
  '2026-06-03': async (day) => {
    const given = { day: '2026-06-24', reason: '与县委全会冲突' }
    await take(as('county'), 'meetings', meeting.id, { transition: 'reschedule', given }, undefined, clock(day))
  },
  '2026-06-09': async (day) => {
    const office = (await listOffices()).find(({ id }) => id === 'urban') as StoredOffice
    const act = { id: 'unit-urban', kind: 'unit' as const, office: 'urban', into: 'housing', reason: '机构改革', by: as('county'), at: day }
    const closing = { ...act, state: 'running' as const, progress: { done: 0, of: 0 }, lease: 0 }
    await beginClosing(closing, office)
    forgetWorld()
    expect(await carryOn(closing, () => clock(day), Number.POSITIVE_INFINITY)).toMatchObject({ state: 'done', left: [] })
  },
  '2026-06-11': async (day) => {
    const { version } = await readCountySettings()
    await changeCountySettings(as('county'), { off: [{ day: '2026-06-15', name: '抗洪停工' }] }, version)
    forgetWorld()
    expect(await takeDays(as('county'), () => clock(day), 60_000)).toMatchObject({ left: 0 })
  },
}
let meeting: LedgerRecord

it(`through mornings that die at any step, are missed or run twice, nothing owed is lost and nothing is said twice unseen (seed ${seed})`, async () => {
  // One try each, so that a dead process does not outlive its death.
  process.env.AWS_MAX_ATTEMPTS = '1'
  await county({ ...parts, dynamo: await life.through(parts.dynamo), mail: await life.through(parts.mail) })
  await colleague('vice', 'water', ['leader'])
  await assigned('2026-03-02', 'water').then((moves) => along(moves, '2026-03-03', ['water', 'accept']))
  await assigned('2026-03-16', 'urban', { co: ['housing'] }).then((moves) => along(moves, '2026-03-17', ['urban', 'accept']))
  const roll = dice(seed)
  let [deaths, seen, now] = [0, 0, Date.now()]
  for (let day = '2026-05-18'; day <= until; day = addDays(day, 1)) {
    now += 24 * HOUR
    await happenings[day]?.(day)
    if (!isWorkday((await world()).calendar, day) || roll(6) === 0) continue
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
