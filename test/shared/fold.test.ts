import { describe, expect, it } from 'vitest'
import { fold, foundIn, words } from '../../shared/fold.ts'
import { fc, holds } from '../property.ts'

describe('a search does not see', () => {
  it.each([
    ['关于“修路”的建议', '关于"修路"的建议'],
    ['关于「修路」的建议', '关于修路的建议'],
    ['（2026）12号', '(2026)12号'],
    ['ＡＢＣ１２', 'abc12'],
    ['張桂蘭', '张桂兰'],
    ['縣鄉道路養護', '县乡道路养护'],
    ['张\u200b桂兰', '张桂兰'],
    ['张 桂　兰', '张桂兰'],
    ['【急】水渠', '水渠'.padStart(3, '急')],
  ])('%s is %s', (one, other) => expect(fold(one)).toBe(fold(other)))
  it('quotes alone ask for nothing', () => expect(words(' "" 「」 路 ')).toEqual(['路']))
})

it('found words are told at their place in the text as it is written', () => {
  const text = '关于“修 路”的建議'
  const [first, second] = foundIn(text, '修路 建议')
  expect([text.slice(first?.from, first?.to), text.slice(second?.from, second?.to)]).toEqual(['修 路', '建議'])
  expect(foundIn(text, '桥')).toEqual([])
  expect(foundIn('ﬁx', 'x').map(({ from, to }) => 'ﬁx'.slice(from, to))).toEqual(['x'])
})
const text = fc
  .array(fc.constantFrom('修', '路', '縣', '“', '”', '（', 'Ａ', 'b', ' ', '\u200b', '１', '㈱', '議', 'é', '😀'), { maxLength: 30 })
  .map((signs) => signs.join(''))
it('what is found folds to the word that was asked, in any text', () =>
  holds([text, fc.nat(20), fc.integer({ min: 1, max: 5 })], (text, at, length) => {
    const word = fold([...text].slice(at, at + length).join(''))
    fc.pre(word !== '' && !/\s/.test(word))
    const hits = foundIn(text, word)
    expect(hits.length).toBeGreaterThan(0)
    for (const { from, to } of hits) expect(fold(text.slice(from, to))).toContain(word)
  }))
