import { expect, it } from 'vitest'
import { manyLines } from '../../../shared/text.ts'
import { fc, holds } from '../../property.ts'

it('a text is kept with one kind of line end and no mark without width', () => {
  expect(manyLines(' \ufeff第一行\r\n第二\u200b行\r第三行\v第四行\t。\u2028 ')).toBe('第一行\n第二行\n第三行\n第四行\t。')
})

it('no sign of a text is dropped without a trace but those without width', async () => {
  const sign = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit))
  const low = fc.integer({ min: 0, max: 0x9f }).map((unit) => String.fromCharCode(unit))
  await holds([fc.oneof(low, sign)], (given) => {
    expect(manyLines(`a${given}b`).length).toBe(/[\ufeff\u200b]/.test(given) ? 2 : 3)
    expect(manyLines(`a${given}b`)).not.toMatch(/(?![\t\n])\p{Cc}/u)
  })
})
