import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { afterPeople, afterStep, askAllAnew, askAnew, asPath, everyKey, everyPage, told } from '../../admin/api.ts'
import { ownDuties } from '../../admin/today/duties.ts'

const paths = ['/accounts/a1', '/addresses', '/imports/i1', '/imports?limit=10', '/records?sort=dueOn', '/records/errands?limit=5']
const known = () => {
  const client = new QueryClient()
  for (const path of paths) told(client, path, {})
  // What would come of a closing is no answer to the path itself.
  client.setQueryData(['would /offices/unit/water/close', {}], {})
  return { client, stale: () => paths.filter((path) => client.getQueryState([path])?.isInvalidated) }
}

test('what is done lets those ask anew whose paths begin so, and nobody else', async () => {
  const { client, stale } = known()
  await askAnew(client, ...afterPeople, '/records?')
  expect(stale()).toEqual(['/accounts/a1', '/addresses', '/records?sort=dueOn'])
  expect(client.getQueryState(['would /offices/unit/water/close', {}])?.isInvalidated).toBe(false)
})

test('after a step what is owed is asked anew to its last page, and not what there is to learn from', async () => {
  const { client } = known()
  const [owed, learned] = [everyKey(ownDuties), everyKey('/records/errands?sort=-updatedAt&limit=100', true)]
  for (const key of [owed, learned]) client.setQueryData(key, [])
  await askAnew(client, ...afterStep(['errands']))
  expect([owed, learned].map((key) => client.getQueryState(key)?.isInvalidated)).toEqual([true, false])
})

test('an import lets everything ask anew but how far it is itself', async () => {
  const { client, stale } = known()
  await askAllAnew(client, '/imports/')
  expect(stale()).toEqual(paths.filter((path) => path !== '/imports/i1'))
})

test('the same question has one path, whatever was left empty', () => {
  expect(asPath('/counts/errands', {})).toBe('/counts/errands')
  expect(asPath('/counts/errands', { year: '', by: undefined })).toBe('/counts/errands')
  expect(asPath('/counts/errands', { year: '2026', by: 'unit' })).toBe('/counts/errands?year=2026&by=unit')
})

test('pages are read until there are enough, each from where the one before ended', async () => {
  const asked: string[] = []
  const ask = async (path: string) => {
    asked.push(path)
    return { data: [asked.length], next: `a&${asked.length}` }
  }
  expect(await everyPage(ask, '/papers', (found) => found.length >= 2)).toEqual([1, 2])
  expect(await everyPage(ask, '/papers?year=2026', (_, pages) => pages >= 2)).toEqual([3, 4])
  expect(asked).toEqual(['/papers', '/papers?cursor=a%261', '/papers?year=2026', '/papers?year=2026&cursor=a%263'])
})
