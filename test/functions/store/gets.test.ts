import { beforeAll, expect, test } from 'vitest'
import { inCounty, placeHere } from '../../../functions/store/county.ts'
import { getItem, getItems, putItems } from '../../../functions/store/table.ts'
import { meter } from '../../bench/meter.ts'
import { newCounty } from './county.ts'

const key = (n: number) => ({ pk: `gets#${n}`, sk: 'A' })
let spent: ReturnType<typeof meter>

beforeAll(async () => {
  await newCounty()
  await putItems(Array.from({ length: 130 }, (_, n) => ({ ...key(n), n })))
  spent = meter()
})

const working = <T>(work: () => T) => inCounty({ ...placeHere() }, work)
const numbers = (items: (unknown | undefined)[]) => items.map((item) => (item as { n: number } | undefined)?.n)

async function requests<T>(work: () => Promise<T>): Promise<[T, number]> {
  spent.clear()
  const found = await work()
  return [found, spent.requests]
}

test('what a piece of work asks for at the same time goes as one request, each with its own answer', async () => {
  const later = async () => {
    await Promise.resolve()
    return getItem(key(3))
  }
  const [found, asked] = await requests(() =>
    working(() => Promise.all([getItem(key(1)), getItems([key(2), key(999), key(1)]), later(), getItem(key(998))])),
  )
  expect([asked, numbers([found[0]]), numbers(found[1]), numbers([found[2], found[3]])]).toEqual([
    1,
    [1],
    [2, undefined, 1],
    [3, undefined],
  ])
})

test('what it asks for one after the other is read anew each time', async () => {
  const [found, asked] = await requests(() =>
    working(async () => {
      const before = await getItem(key(4))
      await putItems([{ ...key(4), n: 44 }])
      return [before, await getItem(key(4))]
    }),
  )
  expect([asked, numbers(found)]).toEqual([3, [4, 44]])
})

test('two pieces of work share no request, nor do reads that may be behind with those that may not', async () => {
  const [, apart] = await requests(() => Promise.all([working(() => getItem(key(5))), working(() => getItem(key(6)))]))
  const [, mixed] = await requests(() => working(() => Promise.all([getItem(key(5)), getItem(key(6), { eventual: true })])))
  expect([apart, mixed]).toEqual([2, 2])
})

test('more than a request takes goes as several at once', async () => {
  const [found, asked] = await requests(() =>
    working(() => Promise.all([0, 1].map((half) => getItems(Array.from({ length: 65 }, (_, n) => key(half * 65 + n)))))),
  )
  expect([asked, spent.trips, numbers(found.flat()).filter((n) => n !== undefined).length]).toEqual([2, 1, 130])
})

test('what fails fails for everybody who asked, and the next is asked anew', async () => {
  const table = process.env.TABLE
  await working(async () => {
    process.env.TABLE = 'nowhere'
    const both = await Promise.allSettled([getItem(key(7)), getItem(key(8))])
    Object.assign(process.env, { TABLE: table })
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(numbers([await getItem(key(7))])).toEqual([7])
  })
})
