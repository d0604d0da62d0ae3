import { expect, test } from 'vitest'
import { fieldText } from '../../admin/fields/kinds.tsx'
import { chosenBy } from '../../admin/ledger/print/Sheet.tsx'
import { sheetTitle, signing } from '../../admin/ledger/print/sheet-title.ts'
import { roleOf } from '../../admin/office/YearSheet.tsx'
import { actZh } from '../../admin/words/act.ts'
import { panelZh } from '../../admin/words/panel.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import { ledgers } from '../../shared/ledgers/index.ts'

const ledgerOf = (key: string) => ledgers.find((one) => one.key === key) ?? expect.fail(key)

test('a sheet is signed by those who have to do with it: a unit or a deputy only where they have a part in it, and is named after that', () => {
  expect(signing(ledgerOf('suggestions'))).toEqual(['unit', 'congress', 'deputy'])
  for (const key of ['stations', 'appointments', 'meetings']) expect(signing(ledgerOf(key))).toEqual(['congress'])
  const titles = ['suggestions', 'stations', 'deputies'].map((key) => sheetTitle(ledgerOf(key), actZh, 'zh'))
  expect(titles).toEqual(['代表建议办理单', '代表之家（站）登记表', '代表档案登记表'])
  for (const ledger of ledgers) expect(signing(ledger)).toContain('congress')
})

test('a sheet tells what was chosen with a step, of every ledger, and no long text twice', () => {
  const all = ledgers.flatMap((ledger) =>
    Object.entries(ledger.transitions).map(([transition, { asks = [] }]) => {
      const keys = asks.map((key) => key.replace('?', ''))
      const changes = Object.fromEntries(keys.map((key) => [key, { old: null, new: 'x' }]))
      return Object.keys(chosenBy(ledger, { transition, changes, said: {} } as unknown as LedgerEvent)).map(
        (key) => ledger.fields[key]?.kind,
      )
    }),
  )
  expect(all.flat().length).toBeGreaterThan(20)
  expect(all.flat().filter((kind) => !['choice', 'choices', 'yesno'].includes(kind ?? ''))).toEqual([])
})

test('who is named in an item is told as what, and a class with its letter', () => {
  const { key, fields } = ledgerOf('livelihood-projects')
  expect(roleOf(ledgerOf(key), { data: { watchers: ['何保洲'] } }, '何保洲', 'zh')).toBe(fields.watchers?.label.zh)
  const suggestions = ledgerOf('suggestions')
  const deputies = suggestions.fields.deputies
  const rest = deputies && 'rest' in deputies ? deputies.rest?.zh : undefined
  expect(roleOf(suggestions, { data: { deputies: ['张三', '何保洲'] } }, '何保洲', 'zh')).toBe(rest)
  expect(fieldText(suggestions.fields.result as never, 'A', { lang: 'zh', words: panelZh } as never)).toBe('A 类（已解决）')
})
