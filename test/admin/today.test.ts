import { expect, test } from 'vitest'
import { daySentence } from '../../admin/today/day-sentence.ts'
import { allDuties, type OwedDuty, wholeOf } from '../../admin/today/duties.ts'
import { waits } from '../../admin/today/waits.ts'
import { panelZh } from '../../admin/words/panel.ts'
import { panelEn } from '../../admin/words/panel-en.ts'

test('Today counts every duty of an office, however many pages they fill', async () => {
  const all = Array.from({ length: 230 }, (_, at) => ({ id: `d${at}` }) as OwedDuty)
  const asked: number[] = []
  const found = await allDuties(async (path) => {
    const query = new URL(path, 'http://x').searchParams
    const from = Number(query.get('cursor') ?? 0)
    const till = from + Number(query.get('limit'))
    asked.push(from)
    return { data: all.slice(from, till), ...(till < all.length ? { next: String(till) } : {}) }
  })
  expect(found).toEqual(all)
  expect(asked).toEqual([0, 100, 200])
})

test('a part that is called as its whole does not say it twice', () => {
  expect(wholeOf({ heading: '基层代表培训班', partOf: '基层代表培训班' })).toBeUndefined()
  expect(wholeOf({ heading: '关于路灯的问题', partOf: '优化营商环境专题询问' })).toBe('优化营商环境专题询问')
  expect(wholeOf({ heading: '关于路灯的建议' })).toBeUndefined()
})

test('what the day holds is a whole sentence, whichever of its parts there are', () => {
  const said = (late: number, today: number, week: number, words = panelZh.today) =>
    daySentence({ late, today, week }, words)
      .map(({ text }) => text)
      .join('')
  expect(said(3, 2, 4)).toBe('有 3 件超期，2 件今天到期，本周还有 4 件。')
  expect(said(0, 2, 0)).toBe('有 2 件今天到期。')
  expect(said(0, 0, 5)).toBe('本周有 5 件要办。')
  expect(said(0, 0, 0)).toBe('')
  expect(said(0, 0, 1, panelEn.today)).toBe('You have 1 item to do this week.')
  expect(said(1, 0, 2, panelEn.today)).toBe('You have 1 overdue, 2 more this week.')
})

test('the number of what waits is that of the list which it opens, and what stands above is said', () => {
  expect(waits('待交办', 15, 8, panelZh.today)).toBe('待交办 15（8 件在上面）')
  expect(waits('待交办', 7, 0, panelZh.today)).toBe('待交办 7')
  expect(waits('待交办', 8, 8, panelZh.today)).toBeNull()
})
