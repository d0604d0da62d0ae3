import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { markIndexed } from '../../../functions/store/definitions.ts'
import { keys } from '../../../functions/store/keys.ts'
import { listRecords } from '../../../functions/store/pages.ts'
import { ownerOf } from '../../../functions/store/parts.ts'
import { type Item, putItem, query } from '../../../functions/store/table.ts'
import { refreshChanged } from '../../../functions/transact/refresh-changed.ts'
import { createRecord } from '../../../functions/transact.ts'
import { canonical } from '../../../shared/canonical.ts'
import { suggestions } from '../../../shared/ledgers/suggestions.ts'
import { county, gather, newCounty, on, recordOf } from './county.ts'

const day = '2026-03-02'

beforeAll(newCounty)

test('what an earlier release stored is found by its initials once the night has written it anew', async () => {
  const data = { title: '修桥', body: '桥坏了', deputies: ['张桂兰'] }
  recordOf(await createRecord(county, 'suggestions', { township: 'xinan', data }, {}, on(day)))
  const found = async (q: string) => {
    const page = await listRecords(county, suggestions, { q }, day)
    return 'data' in page ? page.data.length : page
  }
  expect(await found('zgl')).toBe(1)
  const [item] = await gather(query<Item>({ pk: keys.words(county, ownerOf('xinan')) }))
  const text = String(item?.text).replace('\nzgl', '')
  await putItem({ ...(item as Item), text })
  await markIndexed(county, 'suggestions', createHash('sha256').update(canonical(suggestions)).digest('hex'))
  expect([await found('zgl'), await found('张桂兰')]).toEqual([0, 1])
  expect(await refreshChanged(on(day))).toBe(1)
  expect([await found('zgl'), await refreshChanged(on(day))]).toEqual([1, 0])
})
