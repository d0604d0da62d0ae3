import { beforeAll, expect, test } from 'vitest'
import { claimLetter, confirmLetter, failLetter, readLetters } from '../../../functions/store/letters.ts'
import { claimNotice, confirmNotice, failNotice, type Notice, readNotice, unfinishedHeap } from '../../../functions/store/notices.ts'
import { queryPage } from '../../../functions/store/table.ts'
import { county, newCounty } from './county.ts'

beforeAll(newCounty)

const now = new Date('2026-06-10T01:00:00Z')
const anHourLater = new Date('2026-06-10T02:00:00Z')
const notice: Notice = {
  ...{ id: 'n1', record: { ledger: 'suggestions', id: 'r1', heading: '修路' }, owner: 'xinan', rule: 'T+0d', on: '2026-06-10' },
  ...{ to: 'water@duban.test', office: 'water', subject: { zh: '今天到期', en: 'Due today' }, state: 'planned', at: '' },
}

test('a notice is unfinished from its claim to its confirmation, and no longer', async () => {
  const waiting = async () => (await queryPage({ pk: unfinishedHeap(county), index: 'g2' })).items.length
  expect(await claimNotice(county, notice, now)).toBe(true)
  expect(await waiting()).toBe(1)
  await confirmNotice(county, 'n1', 'm1')
  expect(await waiting()).toBe(0)
  expect(await readNotice(county, 'n1')).toMatchObject({ state: 'sent', messageId: 'm1' })
})

test('a run that wakes up late does not take back what another one has sent in its place', async () => {
  const late = { id: 'n2', at: now.toISOString() }
  for (const at of [now, anHourLater]) expect(await claimNotice(county, { ...notice, id: 'n2' }, at)).toBe(true)
  await failNotice(county, late, 'later', 'failed', true)
  expect(await readNotice(county, 'n2')).toMatchObject({ state: 'claimed' })
  await confirmNotice(county, 'n2', 'm2')
  await failNotice(county, late, 'later', 'failed', true)
  expect(await readNotice(county, 'n2')).toMatchObject({ state: 'sent', messageId: 'm2' })

  const letter = { person: 'p1', on: '2026-06-10', says: 1 }
  for (const at of [now, anHourLater]) expect(await claimLetter(county, letter, {}, at)).toBe(true)
  await confirmLetter(county, 'p1', '2026-06-10', 'm3')
  await failLetter(county, { ...letter, at: now.toISOString() }, 'later', { again: true })
  expect(await readLetters(county, [letter])).toMatchObject([{ state: 'sent', messageId: 'm3', again: true }])
  expect(await claimLetter(county, letter, {}, new Date('2026-06-10T05:00:00Z'))).toBe(false)
})

test('a mail that surely did not go out is claimed again without a doubt, one whose answer was lost with one', async () => {
  for (const [person, doubt] of [
    ['p2', false],
    ['p3', true],
  ] as const) {
    const letter = { person, on: '2026-06-10', says: 1 }
    await claimLetter(county, letter, {}, now)
    await failLetter(county, { ...letter, at: now.toISOString() }, 'later', { again: true, doubt })
    expect(await claimLetter(county, letter, {}, anHourLater)).toBe(true)
    expect((await readLetters(county, [letter]))[0]?.again).toBe(doubt || undefined)
  }
})
