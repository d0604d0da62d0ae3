import { expect, test } from 'vitest'
import { cellText } from '../../admin/fields/cells.ts'
import type { Around } from '../../admin/fields/kind.ts'
import { actZh } from '../../admin/words/act.ts'
import { panelZh } from '../../admin/words/panel.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import { itemsTable } from '../../shared/papers/tables.ts'
import { written } from '../../shared/papers/written.ts'
import type { LedgerRecord, Row } from '../../shared/record.ts'
import { world } from '../cast.ts'
import { sourceOf } from '../papers.ts'

const around: Around = { lang: 'zh', words: { ...panelZh, ...actZh }, offices: world.offices, today: '2026-03-02' }

test('a yes or no of a row that nobody has said yet is no: on pages, in papers and in their sentences', () => {
  let seen = 0
  for (const ledger of ledgers)
    for (const [of, field] of Object.entries(ledger.fields)) {
      const asked = field.kind === 'items' ? Object.entries(field.columns).filter(([, { kind }]) => kind === 'yesno') : []
      for (const [key, column] of asked) {
        if (field.kind !== 'items') continue
        seen += 1
        const rows: Row[] = [{ id: 'i1' }, { id: 'i2', [key]: null }, { id: 'i3', [key]: true }]
        const open = { ...ledger, fields: { [of]: { ...field, seenBy: undefined } } } as unknown as typeof ledger
        const source = sourceOf(open, [
          { id: 'r1', ledger: ledger.key, data: { [of]: rows }, took: {}, duties: [] } as unknown as LedgerRecord,
        ])
        const at = [ledger.key, of, key]
        expect([...at, ...rows.map((row) => cellText(column, row[key], around))]).toEqual([...at, '否', '否', '是'])
        const table = itemsTable({ as: 'items', of, columns: [key] }, source)
        expect([...at, ...(table?.rows.map((cells) => cells.at(-1)) ?? [])]).toEqual([...at, '否', '否', '是'])
        expect([...at, written(field, open.fields, rows, source.names)]).toEqual([...at, '否；否；是'])
      }
    }
  expect(seen).toBeGreaterThan(2)
})
