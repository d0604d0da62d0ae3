import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Shown } from '../../../admin/data.ts'
import { askNotices, keepIn } from '../../../admin/ledger/useRecord.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const record = { ledger: 'errands', id: 'r1', version: 2 } as Shown
const keys = [['/counts/errands'], ['/notices?record=r1&limit=100'], ['/notices?record=r2&limit=100']]
const known = () => {
  const client = new QueryClient()
  for (const key of keys) client.setQueryData(key, {})
  return { client, asked: () => keys.map((key) => client.getQueryState(key)?.isInvalidated) }
}

test('after an act what counts it is asked for anew, and the mails of the step once they are written down', () => {
  const { client, asked } = known()
  keepIn(client, record)
  expect(asked()).toEqual([true, false, false])
  vi.runAllTimers()
  expect(asked()).toEqual([true, true, false])
  expect(client.getQueryData(['errands', 'getOne', { id: 'r1', meta: undefined }])).toBe(record)
})

test('after an act on many at once, lists ask anew once', () => {
  const { client } = known()
  const asks = vi.spyOn(client, 'invalidateQueries')
  keepIn(client, record)
  const once = asks.mock.calls.length
  asks.mockClear()
  const many = Array.from({ length: 20 }, (_, at) => ({ ...record, id: `r${at}` }))
  keepIn(client, ...many)
  expect(asks).toHaveBeenCalledTimes(once)
  for (const each of many) expect(client.getQueryData(['errands', 'getOne', { id: each.id, meta: undefined }])).toEqual(each)
  asks.mockClear()
  keepIn(client)
  expect(asks).not.toHaveBeenCalled()
})

test('after urging the mails about the item are asked for anew at once', () => {
  const { client, asked } = known()
  askNotices(client, 'r1')
  expect(asked()).toEqual([false, true, false])
})
