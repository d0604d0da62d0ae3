import { type Arbitrary, fc } from '../property.ts'
import { bookParts, type Cell, letters, mergesXml, rowsXml, zip } from './workbook.ts'

/** An item as a register tells it, with what it must become. */
export type Item = {
  number: string
  title: string
  body: string
  township: string
  lead: string
  assignedOn: string
  due: string
  deputies: string[]
}
export type Register = { name: string; bytes: Buffer; hidden: number; repeats: number; ignored: string[]; passed: number }

const places = { xinan: '新安镇', tianlou: '田楼镇' }
const units = { water: '县水务局', housing: '县住房和城乡建设局' }
const words = fc.array(
  fc.constantFrom('关于', '修', '路', '桥', '的', '建议', '，', '"', "'", ';', '\t', '一', 'a b', '２', '<&>', '=x', '等3处', '合计'),
  { minLength: 1, maxLength: 8 },
)
const text = words.map((parts) => `办${parts.join('')}。`)
const day = (from: string): Arbitrary<string> =>
  fc.integer({ min: 0, max: 200 }).map((days) => new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10))

export const items: Arbitrary<Item[]> = fc
  .array(
    fc.record({
      title: text,
      body: text.map((line) => line.replace('\t', '\n')),
      township: fc.constantFrom('xinan', 'tianlou'),
      lead: fc.constantFrom('water', 'housing'),
      assignedOn: day('2026-01-05'),
      due: fc.oneof(day('2026-08-01'), fc.constant('none')),
      deputies: fc.subarray(['张桂兰', '李四', '欧阳修', 'Smith, John'], { minLength: 1 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((all) => all.map((item, at) => ({ ...item, number: String(at + 1).padStart(4, '0') })))

const headings = {
  number: ['编号', '建议编号', 'number'],
  title: ['标题', '题 目', '建议标题：', 'title'],
  body: ['内容', '正文', '建议内容'],
  township: ['乡镇', '所属乡镇'],
  lead: ['主办单位', '承办单位', '办理部门'],
  assignedOn: ['交办日期', '交办时间'],
  due: ['答复期限', '要求结办日期', '办理时限'],
  deputies: ['领衔代表', '提出人'],
} as const
type Path = keyof typeof headings
const paths = Object.keys(headings) as Path[]
const grouped: Path[] = ['lead', 'assignedOn', 'due']

/** How a register may look: order and names of columns, title, groups over headings, counted columns, tabs or lines for townships, two halves beside each other, hidden rows, totals,
 * notes, repeats, 同上, what stands beside names, how numbers and days are kept, and the kind of file. */
export const layouts = fc.record({
  order: fc.shuffledSubarray(paths, { minLength: paths.length }),
  names: fc.record(
    Object.fromEntries(paths.map((path) => [path, fc.nat({ max: headings[path].length - 1 })])) as { [path in Path]: Arbitrary<number> },
  ),
  title: fc.boolean(),
  group: fc.boolean(),
  remark: fc.boolean(),
  counts: fc.boolean(),
  halves: fc.boolean(),
  total: fc.boolean(),
  notes: fc.boolean(),
  repeat: fc.boolean(),
  blank: fc.boolean(),
  hide: fc.boolean(),
  merge: fc.boolean(),
  tabs: fc.boolean(),
  lines: fc.boolean(),
  ditto: fc.boolean(),
  beside: fc.constantFrom('', '（县）', ' 13800138000'),
  number: fc.constantFrom('text', 'zeros'),
  days: fc.constantFrom('text', 'real', 'bare', 'chinese', '1904'),
  file: fc.oneof(
    fc.constant('xlsx'),
    fc.constantFrom('csv', 'tsv', 'semicolon', 'wide', 'strokes', 'utf16', 'utf16be', 'utf16bare', 'gb18030', 'unmarked'),
  ),
  ends: fc.array(fc.constantFrom('\r\n', '\n', '\r'), { minLength: 1, maxLength: 3 }),
})
export type Layout = typeof layouts extends Arbitrary<infer L> ? L : never

/** The file of these items in this layout. */
export function written(all: Item[], layout: Layout): Register {
  return layout.file === 'xlsx' ? workbookOf(all, layout) : textOf(all, layout)
}

type Table = { rows: Cell[][]; merges: string[]; hidden: number[]; passed: number; repeats?: number }

function workbookOf(all: Item[], layout: Layout): Register {
  const apart = layout.tabs && new Set(all.map(({ township }) => township)).size > 1
  const parts = apart ? Map.groupBy(all, ({ township }) => township) : new Map([['', all]])
  const tabs = [...parts].map(([township, some]) => ({
    name: apart ? places[township as keyof typeof places] : '台账',
    ...(layout.halves && !apart && some.length > 1 ? halvesOf(some, layout) : tableOf(some, layout, apart)),
  }))
  const bytes = zip(
    bookParts(
      tabs.map(({ name, rows, merges, hidden }) => ({ name, rows: rowsXml(rows, hidden), after: mergesXml(merges) })),
      layout.days === '1904' ? '<workbookPr date1904="1"/>' : '',
    ),
  )
  return {
    name: '登记表.xlsx',
    bytes,
    hidden: tabs.flatMap(({ hidden }) => hidden).length,
    repeats: layout.repeat ? tabs.reduce((sum, { repeats = 1 }) => sum + repeats, 0) : 0,
    ignored: layout.remark ? ['备注'] : [],
    passed: tabs.reduce((sum, { passed }) => sum + passed, 0),
  }
}

/** The items in two tables beside each other, under one title. */
function halvesOf(all: Item[], layout: Layout): Table {
  const half = Math.ceil(all.length / 2)
  const plain = { ...layout, title: false, lines: false, hide: false, notes: false }
  const [left, right] = [tableOf(all.slice(0, half), plain, false), tableOf(all.slice(half), plain, false)]
  const wide = columnsOf(layout).length + 1
  const beside = Array.from({ length: Math.max(left.rows.length, right.rows.length) }, (_, at) => {
    const [mine = [], other = []] = [left.rows[at], right.rows[at]]
    return [...Array.from({ length: wide }, (_, column) => mine[column] ?? null), ...other]
  })
  const rows = [...(layout.title ? [['灌南县2026年代表建议登记表']] : []), ...beside]
  const moved = (merges: string[], columns: number) =>
    merges.map((ref) =>
      ref.replace(
        /([A-Z]+)(\d+)/g,
        (_, column: string, row: string) => `${letters(column.charCodeAt(0) - 65 + columns)}${Number(row) + Number(layout.title)}`,
      ),
    )
  return {
    rows,
    merges: [...moved(left.merges, 0), ...moved(right.merges, wide)],
    hidden: [],
    passed: left.passed + right.passed + Number(layout.title),
    repeats: 2,
  }
}

const notes = [['注：本表每月5日前报县人大。'], ['2.请于每月5日前报。'], ['主任签字：', '（盖章）']]
/** What stands between headings and items, and below them, and is none. */
const countsOf = ({ counts }: Layout, columns: number): Cell[][] => (counts ? [Array.from({ length: columns }, (_, at) => at + 1)] : [])

function tableOf(all: Item[], layout: Layout, apart: boolean): Table {
  // Each township under a line of its own, in place of a column.
  const lined = layout.lines && !apart
  const order = columnsOf(layout).filter((path) => !((apart || lined) && path === 'township'))
  const head = headOf(layout, order)
  const rows: Cell[][] = [...(layout.title ? [['灌南县2026年代表建议登记表']] : []), ...head.rows]
  const merges = head.merges(rows.length - head.rows.length + 1)
  const hidden: number[] = []
  const groups = [...(lined ? Map.groupBy(all, ({ township }) => township) : new Map([['', all]]))]
  rows.push(...countsOf(layout, order.length))
  const first = rows.length + 1
  for (const [group, [township, items]] of groups.entries()) {
    if (lined) rows.push([`${group + 1}、${places[township as keyof typeof places]}`])
    const some = layout.repeat && group === 0 && items[0] ? [...items, items[0]] : items
    for (const [at, item] of some.entries()) {
      const above = layout.ditto && at > 0 ? some[at - 1] : undefined
      rows.push(order.map((path) => (path === 'remark' ? '急' : again(path, item, above) ? '同上' : cellOf(item, path, layout))))
      if (layout.hide && at % 3 === 1) hidden.push(rows.length)
      if (layout.blank && at === 0) rows.push([])
    }
  }
  if (layout.merge && !layout.blank) joined(rows, merges, first, order.indexOf('lead'))
  if (layout.total) rows.push(['合计', `${all.length}件`])
  if (layout.notes) rows.push(...notes)
  return { rows, merges, hidden, passed: (lined ? groups.length : 0) + around(layout) }
}

const around = ({ title, counts, total, notes: said }: Layout): number =>
  Number(title) + Number(counts) + Number(total) + (said ? notes.length : 0)

function again(path: Path, item: Item, above: Item | undefined): boolean {
  return (path === 'deputies' || path === 'title') && above !== undefined && String(item[path]) === String(above[path])
}

/** Joins equal cells of a column that stand one below the other. */
function joined(rows: Cell[][], merges: string[], first: number, column: number): void {
  let top = first
  for (let row = first + 1; row <= rows.length + 1; row += 1) {
    if (row <= rows.length && rows[row - 1]?.[column] === rows[top - 1]?.[column]) continue
    if (row - 1 > top) {
      merges.push(`${letters(column)}${top}:${letters(column)}${row - 1}`)
      for (let at = top + 1; at < row; at += 1) (rows[at - 1] ?? [])[column] = null
    }
    top = row
  }
}

type Shown = Path | 'remark'

function columnsOf({ order, group, remark }: Layout): Shown[] {
  // A group stands over columns beside each other.
  const placed = group ? [...order.filter((path) => !grouped.includes(path)), ...grouped] : order
  return remark ? [...placed, 'remark'] : placed
}

function headOf({ names, group }: Layout, order: Shown[]): { rows: Cell[][]; merges: (top: number) => string[] } {
  const name = (path: Shown): string => (path === 'remark' ? '备注' : (headings[path][names[path]] ?? ''))
  if (!group) return { rows: [order.map(name)], merges: () => [] }
  const at = order.indexOf('lead')
  const upper = order.map((path) => (grouped.includes(path as Path) ? (path === 'lead' ? '办理情况' : null) : name(path)))
  const lower = order.map((path) => (grouped.includes(path as Path) ? name(path) : null))
  return {
    rows: [upper, lower],
    merges: (top) => [
      `${letters(at)}${top}:${letters(at + 2)}${top}`,
      ...order.flatMap((path, column) => (grouped.includes(path as Path) ? [] : [`${letters(column)}${top}:${letters(column)}${top + 1}`])),
    ],
  }
}

function cellOf(item: Item, path: Path, layout: Layout): Cell {
  if (path === 'number' && layout.number === 'zeros') return { xml: `<c s="2"><v>${Number(item.number)}</v></c>` }
  const said = path === 'deputies' ? item.deputies.map((name) => noted(name, layout)).join('、') : wordsOf(item, path)
  if ((path !== 'assignedOn' && path !== 'due') || !/^\d/.test(said)) return said
  const serial = (Date.parse(`${said}T00:00:00Z`) - (layout.days === '1904' ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30))) / 86_400_000
  if (layout.days === 'bare') return serial
  if (layout.days === 'real' || layout.days === '1904') return { xml: `<c s="1"><v>${serial}</v></c>` }
  return layout.days === 'chinese' ? said.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日') : said
}

const noted = (name: string, { beside }: Layout): string => (/\p{Script=Han}/u.test(name) ? `${name}${beside}` : name)

function wordsOf(item: Item, path: Path): string {
  if (path === 'township') return places[item.township as keyof typeof places]
  if (path === 'lead') return units[item.lead as keyof typeof units]
  if (path === 'deputies') return item.deputies.join('、')
  return path === 'due' && item.due === 'none' ? '无期限' : item[path]
}

const separators: { [file: string]: string } = { tsv: '\t', semicolon: ';', wide: '；', strokes: '|' }

function textOf(all: Item[], layout: Layout): Register {
  const order = columnsOf(layout)
  const plain = { ...layout, days: layout.days === 'chinese' ? ('chinese' as const) : ('text' as const), number: 'text' as const }
  const some = layout.repeat && all[0] ? [...all, all[0]] : all
  const rows = [
    ...(layout.title ? [['灌南县2026年代表建议登记表']] : []),
    ...headOf({ ...layout, group: false }, order).rows,
    ...countsOf(layout, order.length),
    ...some.map((item) => order.map((path) => (path === 'remark' ? '急' : cellOf(item, path, plain)))),
    ...(layout.total ? [['合计', `${all.length}件`]] : []),
    ...(layout.notes ? notes : []),
  ]
  const sign = separators[layout.file] ?? ','
  const quoted = (cell: Cell): string => {
    const said = String(cell ?? '').replace(/^(?='*[=])/, "'")
    return /[",;；|\t\r\n]/.test(said) ? `"${said.replace(/"/g, '""')}"` : said
  }
  const lines = rows.map((cells, at) => cells.map(quoted).join(sign) + layout.ends[at % layout.ends.length])
  return {
    name: '登记表.csv',
    bytes: encoded(lines.join(''), layout.file),
    hidden: 0,
    repeats: layout.repeat ? 1 : 0,
    ignored: layout.remark ? ['备注'] : [],
    passed: around(layout),
  }
}

function encoded(content: string, file: string): Buffer {
  if (file === 'utf16' || file === 'utf16be') {
    const bytes = Buffer.from(`\ufeff${content}`, 'utf16le')
    return file === 'utf16' ? bytes : bytes.swap16()
  }
  if (file === 'utf16bare') return Buffer.from(content, 'utf16le')
  if (file === 'gb18030') return Buffer.concat([...content].map((sign) => gb().get(sign) ?? Buffer.from(sign)))
  return Buffer.from(file === 'unmarked' ? content : `\ufeff${content}`)
}

let table: Map<string, Buffer> | undefined

/** The two-byte signs of GB18030 by what they mean, for nothing here writes them. */
function gb(): Map<string, Buffer> {
  if (table) return table
  table = new Map()
  const decoder = new TextDecoder('gb18030')
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const pair = Buffer.from([lead, trail])
      const sign = decoder.decode(pair)
      if ([...sign].length === 1 && sign !== '\ufffd') table.set(sign, pair)
    }
  return table
}
