import { expect } from 'vitest'
import { carryOn } from '../../../functions/closing/carry-on.ts'
import { takeDays } from '../../../functions/days/take.ts'
import { beginClosing } from '../../../functions/store/closings.ts'
import { listOffices, type StoredOffice } from '../../../functions/store/offices.ts'
import { changePerson, clearAddress, markAddress } from '../../../functions/store/people.ts'
import { changeCountySettings, readCountySettings } from '../../../functions/store/settings.ts'
import { createRecord, take } from '../../../functions/transact.ts'
import { forgetWorld } from '../../../functions/world.ts'
import type { LedgerRecord } from '../../../shared/record.ts'
import { address, as, clock, sure } from '../mail-county.ts'
import { became } from './cohorts.ts'

let meeting: LedgerRecord

/** What happens to a county between two mornings of a year. */
export const happenings: { [day: string]: (day: string) => Promise<unknown> } = {
  '2026-05-20': (day) => called(day, '2026-06-16', ['water', 'housing']),
  '2026-06-03': (day) => moved(day, '2026-06-24'),
  '2026-06-09': (day) => closed(day, 'urban', 'housing'),
  '2026-06-11': (day) => rests(day, [{ day: '2026-06-15', name: '抗洪停工' }]),
  '2026-08-05': () => changePerson('system', 'p-vice', { posts: ['leader', 'head'] }),
  '2026-09-02': () => markAddress(address('water'), '2026-09-02', false),
  '2026-09-15': () => clearAddress('system', 'p-water'),
  '2026-10-20': (day) => called(day, '2026-12-03', ['water', 'housing']),
  '2026-11-16': (day) => moved(day, '2026-12-17'),
  '2026-12-01': () => changePerson('system', 'p-aide', { disabled: true }),
  '2027-01-11': (day) => rests(day, [{ day: '2027-01-18', name: '雪灾停工' }]),
  '2027-03-01': (day) => called(day, '2027-03-29', ['water']),
}

async function called(day: string, on: string, units: string[]): Promise<void> {
  const data = { name: '常委会会议', kind: 'committee', day: on, towns: ['xinan'], units }
  meeting = sure(await createRecord(as('county'), 'meetings', { data }, {}, clock(day))).record
  meeting = sure(await take(as('county'), 'meetings', meeting.id, { transition: 'notify', given: {} }, meeting.version, clock(day))).record
}

async function moved(day: string, to: string): Promise<void> {
  const given = { day: to, reason: '与县委全会冲突' }
  sure(await take(as('county'), 'meetings', meeting.id, { transition: 'reschedule', given }, undefined, clock(day)))
}

async function closed(day: string, id: string, into: string): Promise<void> {
  const office = (await listOffices()).find((each) => each.id === id) as StoredOffice
  const act = { id: `unit-${id}`, kind: 'unit' as const, office: id, into, reason: '机构改革', by: as('county'), at: day }
  const closing = { ...act, state: 'running' as const, progress: { done: 0, of: 0 }, lease: 0 }
  await beginClosing(closing, office)
  forgetWorld()
  expect(await carryOn(closing, () => clock(day), Number.POSITIVE_INFINITY)).toMatchObject({ state: 'done', left: [] })
  became.set(id, into)
}

async function rests(day: string, more: { day: string; name: string }[]): Promise<void> {
  const { version, off = [] } = await readCountySettings()
  await changeCountySettings(as('county'), { off: [...off, ...more] }, version)
  forgetWorld()
  expect(await takeDays(as('county'), () => clock(day), 60_000)).toMatchObject({ left: 0 })
}
