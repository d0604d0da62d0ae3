import { expect, test } from 'vitest'
import { officePapers } from '../../functions/papers/office.ts'
import { whyNot } from '../../functions/papers/why-not.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import { fits } from '../../shared/papers/fill.ts'
import { makeable } from '../../shared/papers/fitting.ts'
import { concerns } from '../../shared/papers/whose.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { noneOf } from '../../shared/words/papers.ts'
import { county, world, xinan } from '../cast.ts'
import { papersOf, sourceOf } from '../papers.ts'

const bare = (ledger: string, state: string, number = '2026-0001') =>
  ({ id: 'r1', ledger, number, township: 'xinan', state, data: {}, duties: [], took: {}, readers: [] }) as unknown as LedgerRecord

test('a paper that cannot be made of an item says why: the state only where that keeps it away', () => {
  let refused = 0
  for (const ledger of ledgers)
    for (const [key, paper] of papersOf(ledger).filter(([, { of }]) => of === undefined))
      for (const state of Object.keys(ledger.states)) {
        const record = bare(ledger.key, state)
        const source = sourceOf(ledger, [record])
        if (fits(paper, ledger, record, source)) continue
        refused += 1
        const { zh } = whyNot(paper, ledger, record, source.today, source)
        expect([ledger.key, key, zh.includes(`《${paper.label.zh}》`)]).toEqual([ledger.key, key, true])
        // Never that something is missing without what, nor that it comes later where it does not come.
        expect(zh, `${ledger.key} ${key} ${state}`).not.toMatch(/条件还不具备|^这件的(?!状态)|、.+、.+不能生成/)
        if (['done', 'void'].includes(ledger.states[state]?.phase ?? ''))
          expect(zh, `${ledger.key} ${key} ${state}`).not.toMatch(/^这件(已|的状态)[^。]*还不能/)
        // Told of several, it stands behind their numbers.
        expect(noneOf([{ called: '2026-0001', why: whyNot(paper, ledger, record, source.today, source) }]).zh).not.toMatch(/：的|：，/)
        if (paper.in?.includes(state) && (paper.after || paper.when)) expect(zh).not.toMatch(/这件(已|正在|的状态是|待)/)
      }
  expect(refused).toBeGreaterThan(100)
})

test('of many items each reason is told once, with those that it keeps away', () => {
  const suggestions = ledgers.find(({ key }) => key === 'suggestions')
  const paper = suggestions?.papers?.supervision
  if (!suggestions || !paper) throw new Error('no such paper')
  const why = (number: string, state: string) => {
    const record = bare('suggestions', state, number)
    const source = sourceOf(suggestions, [record])
    return { called: number, why: whyNot(paper, suggestions, record, source.today, source) }
  }
  const late = Array.from({ length: 9 }, (_, at) => why(`2026-000${at + 1}`, 'handling'))
  expect(noneOf(late).zh).toBe('这 9 件都一样，还不能生成《督办通知书》。只有重点督办的才能这样做。')
  expect(noneOf([...late, why('2026-0010', 'answered')]).zh).toBe(
    '2026-0001、2026-0002、2026-0003 等 9 件：还不能生成《督办通知书》。只有重点督办的才能这样做。' +
      '2026-0010：已答复，还不能生成《督办通知书》。',
  )
  expect(noneOf([]).zh).toBe('没有可以生成文书的事项。')
})

test('a list offers what can be made of some of its items, and nothing else', () => {
  let offered = 0
  for (const ledger of ledgers)
    for (const [key, paper] of papersOf(ledger).filter(([, { of }]) => of === undefined))
      for (const state of Object.keys(ledger.states)) {
        const record = bare(ledger.key, state)
        const source = sourceOf(ledger, [record])
        const fitting = fits(paper, ledger, record, source)
        expect(makeable(paper, ledger, [record], source), `${ledger.key} ${key} ${state}`).toBe(fitting)
        offered += Number(fitting)
      }
  expect(offered).toBeGreaterThan(50)
  const suggestions = ledgers.find(({ key }) => key === 'suggestions') ?? expect.fail('no suggestions')
  const urging = suggestions.papers?.urgingList ?? expect.fail('no such paper')
  // Nothing presses: nothing is urged.
  const record = bare('suggestions', 'handling')
  expect(makeable(urging, suggestions, [record], sourceOf(suggestions, [record]))).toBe(false)
})

test('a paper of an office’s year is made by who signs it alone, as those of items are', async () => {
  const found = ledgers.flatMap((ledger) => papersOf(ledger).flatMap(([, paper]) => (paper.of === 'office' ? [{ ledger, paper }] : [])))
  expect(found.length).toBeGreaterThan(1)
  for (const { ledger, paper } of found) {
    const maker = { scope: xinan, today: '2026-03-02', origin: '', world, catalogue: new Map() }
    // Refused before anything is read.
    const made = await officePapers(maker, ledger, { ...paper, from: 'county' }, {})
    expect(made).toMatchObject({ refused: 'role', sentence: { zh: expect.stringContaining(paper.label.zh) } })
    expect(concerns({ ...paper, from: 'county' }, { ledger, record: undefined, scope: county, world })).toBe(true)
  }
})
