import { beforeAll, expect, test } from 'vitest'
import { bookOf } from '../../../functions/papers/book-of.ts'
import { type Book, bookWrites, type Entry, lastNo } from '../../../functions/store/issued.ts'
import { transactItems } from '../../../functions/store/transaction.ts'
import type { Scope } from '../../../shared/scope.ts'
import type { World } from '../../../shared/world.ts'
import { county, newCounty } from './county.ts'

beforeAll(newCounty)

const clerk: Scope = { person: 'p-xinan', name: '李强', role: 'clerk', office: { kind: 'township', id: 'xinan' }, township: 'xinan' }
const called = (zh: string) => ({ offices: [{ kind: 'township', id: 'xinan', name: { zh, en: zh } }] }) as unknown as World
const bookNow = (name: string) => bookOf('township:xinan', '人大办函', clerk, called(name), '2026-03-02')

/** The next number of a book, and what came of taking it. */
async function next(book: Book): Promise<number> {
  const no = (await lastNo(county, book)) + 1
  const taken = await transactItems(bookWrites({ ...book, no, paper: 'urging', edition: 1 } as unknown as Entry))
  expect(taken).toBeNull()
  return no
}

test('a township that is called otherwise goes on counting its papers, those of an earlier release among them', async () => {
  const before: Book = { organ: 'township:xinan', word: '新安镇人大函', year: 2026 }
  expect([await next(before), await next(before)]).toEqual([1, 2])
  expect(bookNow('新安镇').word).toBe('新安镇人大函')
  expect([await next(bookNow('新安镇')), await next(bookNow('新安街道'))]).toEqual([3, 4])
  expect(await next(bookNow('新安镇'))).toBe(5)
})

test('of two who would give the same number one begins again, also where the book goes on from an earlier release', async () => {
  const before: Book = { organ: 'township:tanggou', word: '汤沟镇人大函', year: 2026 }
  await next(before)
  const book: Book = { ...before, series: '人大函' }
  const second = bookWrites({ ...book, no: 2 } as unknown as Entry)
  expect([(await transactItems(second)) === null, (await transactItems(second)) === null]).toEqual([true, false])
})
