import { Box, Typography } from '@mui/material'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { optionsOf } from '../../shared/definition/options.ts'
import type { Lang } from '../../shared/names.ts'
import { marks, rateMark, share } from '../../shared/papers/marks.ts'
import { usePanel } from '../panel.ts'
import { officeName } from '../parts/office.ts'
import { reportWords } from '../words/reports.ts'
import { Items } from './Items.tsx'
import type { Item, WholeReport } from './report.ts'

type Numbered = { title: string; items: Item[] }

/**
 * Every number of the report, or of one ledger in it (`named`), with the items behind it: options, rates, and each township or office with what is over, late
 * and met in it.
 */
export function Figures({ ledger, report, named = false }: { ledger: Ledger; report: WholeReport; named?: boolean }) {
  const { lang, offices } = usePanel()
  const say = reportWords[lang]
  const nameOf = (id: string) => officeName(offices, id, lang)
  const counted = countedIn(ledger, report.of, lang, nameOf)
  const rates = ratesIn(ledger, report.of, lang)
  if (counted.length + rates.length === 0 && !named) return null
  const line = ({ title, items }: Numbered) => `${title}：${say.count(items.length)}`
  return (
    <Box component="section" sx={{ mb: 4 }}>
      <Typography variant="h2">{named ? `${say.figures} · ${ledger.label[lang]}` : say.figures}</Typography>
      {named && <Items title={line({ title: ledger.label[lang], items: report.of })} items={report.of} report={report} />}
      {counted.map((each) => (
        <Box key={each.title}>
          <Items title={line(each)} items={each.items} report={report} />
          {each.inside && (
            <Box sx={{ pl: 6 }}>
              {[...marksIn(each, say), ...ratesIn(ledger, each.items, lang)].map((inner) => (
                <Items key={inner.title} title={line(inner)} items={inner.items} report={report} />
              ))}
            </Box>
          )}
        </Box>
      ))}
      {rates.map((each) => (
        <Items key={each.title} title={line(each)} items={each.items} report={report} />
      ))}
    </Box>
  )
}

/** The options of choices, and the townships and offices by which the report groups. */
function countedIn(
  { fields }: Ledger,
  items: Item[],
  lang: Lang,
  nameOf: (id: string) => string,
): (Numbered & { inside: boolean; holder?: string })[] {
  const grouped = items.some(({ by }) => by[marks.done] ?? by[marks.late])
  return ['township', ...Object.keys(fields)].flatMap((key) => {
    const field = fields[key]
    const options = optionsOf(field, fields)
    const ids = options ? Object.keys(options) : [...new Set(items.flatMap(({ by }) => by[key] ?? []))]
    return ids.flatMap((id) => {
      const found = items.filter(({ by }) => by[key]?.includes(id))
      const name = options?.[id]
      const title = name ? `${field?.label[lang]} · ${name[lang]}` : nameOf(id)
      // An office that a field names is late by what it owes itself.
      const holder = field && 'of' in field && (field.kind === 'office' || field.kind === 'offices') ? { holder: `${field.of}:${id}` } : {}
      return found.length > 0 ? [{ title, items: found, inside: grouped && !options, ...holder }] : []
    })
  })
}

function marksIn({ items, holder }: Numbered & { holder?: string }, say: (typeof reportWords)[Lang]): Numbered[] {
  // Reports kept from before say only that something is late.
  const isLate = ({ by: { [marks.late]: late } }: Item) => late && (!holder || late.includes(holder) || late.includes('yes'))
  return [
    { title: say.done, items: items.filter(({ by }) => by[marks.done]) },
    { title: say.late, items: items.filter(isLate) },
  ].filter((each) => each.items.length > 0)
}

/** Of each rate the items that meet it, and those in its base that do not. */
function ratesIn({ report }: Ledger, items: Item[], lang: Lang): Numbered[] {
  return Object.entries(report?.rates ?? {}).flatMap(([key, { label }]) => {
    const base = items.filter(({ by }) => by[rateMark(key)])
    const met = base.filter(({ by }) => by[rateMark(key)]?.includes('of'))
    const not = base.filter((each) => !met.includes(each))
    const parts = [
      { title: `${label[lang]} ${share(met.length, base.length)}`, items: met },
      { title: `${label[lang]} · ${reportWords[lang].unmet}`, items: not },
    ]
    return base.length > 0 ? parts.filter((each) => each.items.length > 0 || each === parts[0]) : []
  })
}
