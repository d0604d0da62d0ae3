import { beforeAll, expect, test } from 'vitest'
import { claimNotice, confirmNotice, type Notice, readNotice, unfinishedHeap } from '../../../functions/store/notices.ts'
import { queryPage } from '../../../functions/store/table.ts'
import { county, newCounty } from './county.ts'

beforeAll(newCounty)

test('a notice is unfinished from its claim to its confirmation, and no longer', async () => {
  const now = new Date('2026-06-10T01:00:00Z')
  const notice: Notice = {
    ...{ id: 'n1', record: { ledger: 'suggestions', id: 'r1', heading: '修路' }, owner: 'xinan', rule: 'T+0d', on: '2026-06-10' },
    ...{ to: 'water@duban.test', office: 'water', subject: { zh: '今天到期', en: 'Due today' }, state: 'planned', at: '' },
  }
  const waiting = async () => (await queryPage({ pk: unfinishedHeap(county), index: 'g2' })).items.length
  expect(await claimNotice(county, notice, now)).toBe(true)
  expect(await waiting()).toBe(1)
  await confirmNotice(county, 'n1', 'm1')
  expect(await waiting()).toBe(0)
  expect(await readNotice(county, 'n1')).toMatchObject({ state: 'sent', messageId: 'm1' })
})
