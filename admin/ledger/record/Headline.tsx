import { Box, Link } from '@mui/material'
import { Link as To } from 'react-router'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { seated } from '../../../shared/definition/register.ts'
import type { Shown } from '../../data.ts'
import { list } from '../../fields/kind.ts'
import { fieldText } from '../../fields/kinds.tsx'
import { deputyPage } from '../../fields/register.ts'
import { useAround } from '../../fields/useAround.ts'
import { usePanel } from '../../panel.ts'
import { officeName } from '../../parts/office.ts'
import { StateChip } from '../../parts/StateChip.tsx'
import { isEmpty } from '../sections.ts'

/** What it is, how it reads, where it leads. */
type Fact = [string, string, string | undefined]

/** State, number, township, first people, first office: what tells one record from the next. */
export function Headline({ ledger, record }: { ledger: Ledger; record: Shown }) {
  const { words, lang, offices } = usePanel()
  const around = useAround(ledger, record)
  const entries = Object.entries(ledger.fields)
  const people = entries.find(([, field]) => field.kind === 'deputies')
  const office = entries.find(([, field]) => field.kind === 'office')
  const facts: Fact[] = [
    ...(record.number ? [[words.record.number, record.number, undefined] as Fact] : []),
    ...(record.township
      ? [[words.record.township, officeName(offices, record.township, lang, 'township'), `/offices/township/${record.township}`] as Fact]
      : []),
    ...[people, office].flatMap((found): Fact[] => {
      if (!found || isEmpty(record.data[found[0]])) return []
      const value = record.data[found[0]]
      const text = found[1].kind === 'office' ? officeName(offices, String(value), lang, found[1].of) : fieldText(found[1], value, around)
      const page =
        found[1].kind === 'office'
          ? `/offices/${found[1].of}/${String(value)}`
          : deputyPage(offices, record, ledger.register === found[0] && seated(ledger).includes(record.state), list(value)[0] ?? '')
      return [[found[1].label[lang], text, page]]
    }),
  ]
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 5, rowGap: 1, mb: 3 }}>
      <StateChip ledger={ledger} state={record.state} took={record.took} />
      {facts.map(([label, value, to]) => (
        <span key={label}>
          <Box component="span" sx={{ color: 'text.secondary', mr: 1.5 }}>
            {label}
          </Box>
          {to ? (
            <Link component={To} to={to}>
              {value}
            </Link>
          ) : (
            value
          )}
        </span>
      ))}
    </Box>
  )
}
