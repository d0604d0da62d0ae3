import { globSync, readFileSync } from 'node:fs'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { type Panel, PanelContext } from '../../admin/panel.ts'
import { useInSentence } from '../../admin/parts/spoken.ts'
import { heading } from '../../shared/heading.ts'
import { ledgers } from '../../shared/ledgers/index.ts'

const of = (naming: string) => {
  const ledger = ledgers.find(({ fields }) => Object.values(fields).find(({ required }) => required)?.kind === naming)
  if (!ledger) throw new Error(naming)
  return ledger
}

type Item = { ledger: string; id: string; number?: string; heading: string }
const Said = ({ record }: { record: Item }) => useInSentence()(record)

/** How the panel names an item of a ledger in a sentence. */
function said({ key: ledger }: { key: string }, record: Omit<Item, 'ledger'>): string {
  const panel = { ledgers, lang: 'zh' } as unknown as Panel
  return renderToStaticMarkup(
    createElement(PanelContext.Provider, { value: panel }, createElement(Said, { record: { ledger, ...record } })),
  )
}

describe('a sentence of the panel names an item as its mail does', () => {
  const [texts, names] = [of('text'), of('deputies')]

  it('by number and title, or by number and the name that is no title', () => {
    const both = [true, undefined].map((title) => ledgers.find(({ spoken }) => spoken?.title === title))
    expect(both).not.toContain(undefined)
    const told = both.map((ledger) => ledger && said(ledger, { id: 'r01abc', number: '2026-0147', heading: '修路' }))
    expect(told).toEqual([`${both[0]?.label.zh} 2026-0147《修路》`, `${both[1]?.label.zh} 2026-0147“修路”`])
  })

  it('with quotation marks of one kind within another', () => {
    const titled = ledgers.find(({ spoken }) => spoken?.title) ?? expect.fail()
    const record = { id: 'r01abc', heading: '“两会”与《代表法》' }
    expect(said(texts, record)).toBe(`${texts.label.zh}“‘两会’与《代表法》”`)
    expect(said(titled, { id: 'r01abc', heading: '《代表法》' })).toBe(`${titled.label.zh}《代表法》`)
    expect(said(titled, record)).toBe(`${titled.label.zh}《“两会”与〈代表法〉》`)
  })

  it('by the names of deputies, which are no title', () => {
    const [key = ''] = Object.entries(names.fields).find(([, { kind }]) => kind === 'deputies') ?? []
    const record = { id: 'r01abc', data: { [key]: ['张三'] } }
    expect(said(names, { ...record, heading: heading(names, record) })).toBe(`${names.label.zh} 张三`)
  })

  it('not by its id, where it has neither number nor text', () => {
    for (const ledger of [texts, names]) {
      const record = { id: 'r01abc', data: {} }
      expect(said(ledger, { ...record, heading: heading(ledger, record) })).toBe(ledger.label.zh)
    }
  })

  it('wherever it makes one', () => {
    const around = globSync('admin/**/*.{ts,tsx}').filter((file) =>
      /\babout\b[^;]*from '[./]*shared\/words\/sentence/.test(readFileSync(file, 'utf8')),
    )
    expect(around).toEqual([])
  })
})
