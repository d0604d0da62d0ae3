import { beforeEach, expect, it, vi } from 'vitest'
import { daily } from '../../functions/mail/daily.ts'
import { foresee } from '../../functions/mail/forecast.ts'
import { whatIf } from '../../functions/mail/what-if.ts'
import { readProof } from '../../functions/store/proofs.ts'
import { world } from '../../functions/world.ts'
import { partsHere } from '../parts-here.ts'
import { life } from '../unruly.ts'
import { along, as, assigned, clock, county, deputy, mails } from './mail-county.ts'

const parts = partsHere()
const [day, now] = ['2026-06-05', new Date()]

beforeEach(() => county(parts))

it('a morning asks no more of the database for people who are owed nothing, and nothing of what was said long ago', async () => {
  await assigned('2026-03-02', 'water')
  const before = await life(() => daily(day, now, { dryRun: true }))
  for (let n = 1; n <= 12; n += 1) await deputy(`deputy${n}`, `代表${n}`)
  // What the county is was learnt anew with each of them.
  await world()
  const after = await life(() => daily(day, now, { dryRun: true }))
  expect(after).toMatchObject({ answer: { planned: 4 } })
  expect(after.asked).toBe(before.asked)
})

it('what would become of a step is told without reading what others owe', async () => {
  const { record } = await assigned('2026-03-02', 'water')
  const ask = () => whatIf(as('county'), record, { transition: 'cancel', given: { reason: '重复' } }, { from: day, to: day }, clock(day))
  const alone = await life(ask)
  for (let n = 0; n < 3; n += 1) await assigned('2026-03-02', 'housing')
  const among = await life(ask)
  expect('answer' in among && among.answer).toMatchObject({ after: [] })
  expect(among.asked).toBe(alone.asked)
})

it('a letter that cannot be written down keeps nobody else from his, and the morning is begun again', async () => {
  await assigned('2026-03-02', 'water')
  await assigned('2026-03-02', 'housing')
  const expected = new Set((await foresee(day, day)).foreseen.map(({ reader }) => reader.email))
  const TOO_LARGE = { status: 400, code: 'ValidationException', message: 'Item size has exceeded the maximum allowed size' }
  const isHis = ({ what, body }: { what: string; body: string }) => what === 'PutItem' && body.includes('#LETTER#p-water#')
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  const ended = await life(() => daily(day, now), { mishap: (asked) => (isHis(asked) ? { says: TOO_LARGE } : undefined) })
  expect('failed' in ended && String(ended.failed)).toContain('1 of')
  expect(said).toHaveBeenCalled()
  said.mockRestore()
  expect((await mails(parts)).map(({ destination }) => destination.to[0])).not.toContain('water')
  expect(await readProof(day)).toMatchObject({ mails: expected.size - 1, faults: [{ kind: 'lost', office: 'unit:water' }] })
  await daily(day, now)
  const sent = (await mails(parts)).map(({ destination }) => destination.to[0] ?? '')
  expect([sent.length, new Set(sent)]).toEqual([expected.size, expected])
  expect(await readProof(day)).toMatchObject({ mails: expected.size, planned: 0, faults: [] })
})

it('a morning that is run after a later one says nothing again, and its proof stands as it was', async () => {
  await assigned('2026-03-02', 'water').then((moves) => along(moves, '2026-03-03', ['water', 'accept']))
  const first = '2026-05-28'
  await daily(first, now)
  const proof = await readProof(first)
  expect(proof?.sent).toBeGreaterThan(1)
  await daily('2026-06-09', now)
  const before = (await mails(parts)).length
  for (const missed of ['2026-06-03', '2026-06-04']) {
    expect(await daily(missed, now)).toMatchObject({ planned: 0, sent: 0 })
    expect(await readProof(missed)).toMatchObject({ mails: 0, faults: [] })
  }
  await daily(first, now)
  expect((await mails(parts)).length).toBe(before)
  expect(await readProof(first)).toEqual(proof)
})
