import { beforeEach, expect, it } from 'vitest'
import { foresee } from '../../functions/mail/forecast.ts'
import { handler as remind } from '../../functions/remind.ts'
import { readProof } from '../../functions/store/proofs.ts'
import { addDays, calendar, isWorkday } from '../../shared/deadline/calendar.ts'
import { partsHere } from '../parts-here.ts'
import { along, assigned, colleague, county, mails } from './mail-county.ts'

const parts = partsHere()

beforeEach(() => county(parts))

it('over weeks with a holiday, what was foreseen is what was sent: day by day, person by person, and the proof agrees', async () => {
  await colleague('vice', 'water', ['leader'])
  await assigned('2026-02-16', 'water').then((moves) => along(moves, '2026-02-25', ['water', 'accept']))
  await assigned('2026-03-02', 'urban', { co: ['housing'] }).then((moves) => along(moves, '2026-03-03', ['urban', 'accept']))
  await assigned('2026-04-10', 'silent')
  // 1 to 5 May are off, 9 May is worked.
  const [from, to] = ['2026-04-20', '2026-06-05']
  const { foreseen } = await foresee(from, to)
  const expected = new Map<string, Set<string>>()
  for (const { date, reader } of foreseen) expected.set(date, (expected.get(date) ?? new Set()).add(reader.email))
  let seen = 0
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (!isWorkday(calendar(), day)) continue
    await remind({ date: day })
    const sent = await mails(parts)
    expect(new Set(sent.slice(seen).map(({ destination }) => destination.to[0])), day).toEqual(expected.get(day) ?? new Set())
    expect(sent.length - seen).toBe(expected.get(day)?.size ?? 0)
    seen = sent.length
    const proof = await readProof(day)
    expect([proof?.mails, proof?.sent, proof?.planned], day).toEqual([
      expected.get(day)?.size ?? 0,
      foreseen.filter(({ date }) => date === day).length,
      0,
    ])
  }
  expect(seen).toBeGreaterThan(30)
})

it('whoever has had his mail of today hears the rest with the next one', async () => {
  await assigned('2026-03-02', 'water')
  const [first] = (await foresee('2026-06-05', '2026-06-05')).foreseen
  expect(first?.date).toBe('2026-06-05')
  await remind({ date: '2026-06-05' })
  expect((await foresee('2026-06-05', '2026-06-05')).foreseen).toEqual([])
})
