import { shanghaiDay, writeDay } from '../../../shared/deadline/days.ts'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import type { Shown } from '../../data.ts'
import type { Around } from '../../fields/kind.ts'
import { fieldText } from '../../fields/kinds.tsx'
import { usePanel } from '../../panel.ts'
import { Lamp } from '../../parts/Lamp.tsx'
import { recordLamp } from '../../parts/lamp-of.ts'
import { holderNames, officeName } from '../../parts/office.ts'
import type { Column } from '../columns.ts'
import { stateText } from '../sent-back.ts'

/** One cell of a list, in text; the lamp and the heading are drawn by the table. */
export function cellText(column: Column, record: Shown, ledger: Ledger, around: Around): string {
  const { lang, today, offices, words } = around
  const day = (value: string | null | undefined) => (value ? writeDay(value, lang, { year: 'auto', today, weekday: false }) : '')
  switch (column.as) {
    case 'number':
      return record.number ?? ''
    case 'heading':
      return record.heading
    case 'township':
      return record.township === null ? words.record.county : officeName(offices, record.township, lang, 'township')
    case 'state':
      return stateText(ledger, record, lang)
    case 'duties':
      return holderNames(record, offices, lang)
    case 'dueOn':
      return day(record.dueOn)
    case 'year':
      return String(record.year)
    case 'createdAt':
      return day(shanghaiDay(record.createdAt))
    case 'updatedAt':
      return day(shanghaiDay(record.updatedAt))
    default: {
      const field = ledger.fields[column.source]
      return field ? fieldText(field, record.data[column.source], around) : ''
    }
  }
}

export function RecordLamp({ record, ledger }: { record: Shown; ledger: Ledger }) {
  const { words, lang } = usePanel()
  return <Lamp {...recordLamp(record, ledger, words, lang)} />
}
