/**
 * Prints shared/deadline/calendar-data.ts: the State Council's holiday notices as chinese-days has them, one line a year, and for the
 * years without a notice the days on which the lunar holidays will fall. Run by `npm run calendar` when a new notice is out.
 */
import days from 'chinese-days'
import table from 'chinese-days/dist/chinese-days.json' with { type: 'json' }

const LAST_LUNAR_YEAR = 2050
const fullNames: Record<string, string> = { 清明: '清明节', 端午: '端午节', 中秋: '中秋节', 国庆: '国庆节' }
const nameOf = (entry: string): string => {
  const name = entry.split(',')[1] ?? ''
  return fullNames[name] ?? (name.includes('抗日战争') ? '抗战胜利纪念日' : name)
}
const short = (day: string): string => day.slice(5).replace('-', '')

type Block = { name: string; off: string[]; work: string[] }
const years = new Map<string, Block[]>()
const block = (day: string, name: string): Block => {
  const year = day.slice(0, 4)
  const blocks = years.get(year) ?? []
  years.set(year, blocks)
  const found = blocks.find((b) => b.name === name)
  if (found) return found
  const made: Block = { name, off: [], work: [] }
  blocks.push(made)
  return made
}
for (const [day, entry] of Object.entries(table.holidays).sort()) block(day, nameOf(entry)).off.push(short(day))
for (const [day, entry] of Object.entries(table.workdays).sort()) block(day, nameOf(entry)).work.push(short(day))

const line = (blocks: Block[]): string =>
  blocks.map((b) => [b.name, ...b.off, ...(b.work.length > 0 ? ['+', ...b.work] : [])].join(' ')).join(', ')

const published = [...years].filter(([, blocks]) => blocks.some((b) => b.off.includes('1001'))).map(([year]) => Number(year))
const next = Math.max(...published) + 1
const lunar = (year: number): string =>
  [
    days.getSolarDateFromLunar(`${year}-01-01`).date,
    days.getSolarTermDate(year, 4, 'pure_brightness'),
    days.getSolarDateFromLunar(`${year}-05-05`).date,
    days.getSolarDateFromLunar(`${year}-08-15`).date,
  ]
    .map(short)
    .join(' ')

const out = [
  '// Written by `npm run calendar` from the npm package chinese-days (MIT); do not edit by hand.',
  '',
  '/** Published notices by year: name, days off (MMDD), after "+" the weekend days worked in exchange. */',
  'export const notices: Record<number, string> = {',
  ...[...years].filter(([year]) => published.includes(Number(year))).map(([year, blocks]) => `  ${year}: '${line(blocks)}',`),
  '}',
  '',
  '/** Spring Festival, Qingming, Dragon Boat and Mid-Autumn (MMDD) of the years that have no notice yet. */',
  'export const lunar: Record<number, string> = {',
  ...Array.from({ length: LAST_LUNAR_YEAR - next + 1 }, (_, i) => `  ${next + i}: '${lunar(next + i)}',`),
  '}',
]
process.stdout.write(`${out.join('\n')}\n`)
