import { expect, it } from 'vitest'
import { closest, likeness, looksAround, questionsFor } from '../../../admin/ledger/form/likeness.ts'
import { suggestions } from '../../../shared/ledgers/suggestions.ts'
import { errands } from '../sample-ledger.ts'

const ledger = { ...errands, label: { zh: '代表建议', en: 'Suggestions' } }
const title = '关于加快新安镇幸福路排水管网改造的建议'
const record = (id: string, heading: string) => ({ id, heading })

it('is asked in at most three pairs of words that tell titles apart', () => {
  const questions = questionsFor(title, ledger)
  expect(questions.length).toBeGreaterThan(0)
  expect(questions.length).toBeLessThanOrEqual(3)
  for (const question of questions) {
    for (const word of question.split(' ')) expect(title).toContain(word)
    expect(question).not.toMatch(/关于|建议|加快/)
  }
})

it('asks each thing once, and nothing for a title of common words', () => {
  expect(questionsFor('关于解决问题的建议', ledger)).toEqual([])
  expect(new Set(questionsFor('排水管网', ledger)).size).toBe(questionsFor('排水管网', ledger).length)
})

it('finds the same wish in other words, and no other wish that begins and ends alike', () => {
  const same = record('r1', '关于改造新安镇幸福路排水管网的建议')
  const near = record('r2', '关于新安镇幸福路排水管网清淤的建议')
  const other = record('r3', '关于加快推进农村学校食堂建设的建议')
  expect(closest(title, [other, near, same, same])).toEqual([same, near])
  expect(likeness(title, title)).toBe(1)
})

it('shows three at most', () => {
  const many = Array.from({ length: 6 }, (_, at) => record(`r${at}`, title))
  expect(closest(title, many)).toHaveLength(3)
})

it('is looked for where an item is registered or answered, and not where it is handed on', () => {
  const steps = Object.keys(suggestions.transitions).filter((step) => looksAround(suggestions, step))
  expect(steps).toEqual(['register', 'answer'])
})
