import { describe, expect, it } from 'vitest'
import { isFault } from '../../functions/sheets/fault.ts'
import { readSheets } from '../../functions/sheets/read.ts'
import { calendar } from '../../shared/deadline/calendar.ts'
import { readRows } from '../../shared/importing/read-rows.ts'
import { suggestions } from '../../shared/ledgers/suggestions.ts'
import type { Scope } from '../../shared/scope.ts'
import type { Office } from '../../shared/world.ts'
import { bookParts, type Cell, mergesXml, rowsXml, type TabXml, zip } from './workbook.ts'

const office = (kind: Office['kind'], id: string, zh: string): Office => ({ id, kind, name: { zh, en: id } })
const offices = [
  office('township', 'xinan', '新安镇'),
  office('township', 'tianlou', '田楼镇'),
  office('unit', 'water', '县水务局'),
  office('unit', 'housing', '县住房和城乡建设局'),
]
const world = { calendar: calendar(), offices }
const county: Scope = { person: 'p1', name: '李强', role: 'county', office: { kind: 'county', id: 'county' } }

const head = ['编号', '标题', '乡镇', '主办单位', '交办日期', '答复期限']
const item = (n: string, title: string): Cell[] => [n, title, '新安镇', '水务局', '2026-03-02', '2026-06-02']
const tab = (name: string, rows: Cell[][], merges: string[] = [], more: Partial<TabXml> = {}): TabXml => ({
  name,
  rows: rowsXml(rows),
  after: mergesXml(merges),
  ...more,
})

async function read(tabs: TabXml[], book = '', answers = {}) {
  const sheets = await readSheets(zip(bookParts(tabs, book)))
  if (isFault(sheets)) throw new Error(sheets.sentence.zh)
  const reading = readRows(suggestions, sheets, county, world, '2026-11-28', answers)
  if (!reading || 'faults' in reading)
    throw new Error(reading?.faults.map(({ path, message }) => `${path} ${message.zh}`).join('\n') ?? 'no headings')
  return {
    ...reading,
    numbers: reading.rows.map(({ number }) => number),
    faults: reading.rejected.map(({ cell, path, row }) => cell ?? `${row} ${path}`),
  }
}
const styled = (style: number, value: number): Cell => ({ xml: `<c s="${style}"><v>${value}</v></c>` })

describe('headings', () => {
  it('in two rows are read together: the lower counts under a group, the upper where it is joined downwards', async () => {
    const rows = [
      ['2026年代表建议台账'],
      ['编号', '标题', '乡镇', '办理情况'],
      [null, null, null, '主办单位', '交办日期', '备注'],
      ['1', '修桥', '新安镇', '水务局', '2026-03-02', '急'],
    ]
    const merged = await read([tab('台账', rows as Cell[][], ['A1:F1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:F2'])])
    const bare = await read([tab('台账', rows as Cell[][])])
    for (const { rows: found, ignored, sheets, passed } of [merged, bare]) {
      expect(found).toMatchObject([
        { row: 4, number: '1', township: 'xinan', data: { title: '修桥', lead: 'water', assignedOn: '2026-03-02' } },
      ])
      expect([ignored, sheets[0]?.heading, passed.map(({ text }) => text)]).toEqual([['办理情况备注'], 3, ['2026年代表建议台账']])
    }
  })
  it('whose lower words say nothing alone mean their group', async () => {
    const rows: Cell[][] = [
      ['编号', '标题', '乡镇', '主办单位', null, '领衔代表'],
      [null, null, null, '名称', '联系人', '姓名'],
      ['1', '修桥', '新安镇', '水务局', '王五', '张桂兰'],
    ]
    const { rows: found, ignored } = await read([tab('台账', rows, ['D1:E1', 'A1:A2', 'B1:B2', 'C1:C2'])])
    expect(found).toMatchObject([{ data: { title: '修桥', lead: 'water', deputies: ['张桂兰'] } }])
    expect(ignored).toEqual(['主办单位联系人'])
  })
  it('of columns that nothing is known of are named too, where they are joined over both rows', async () => {
    const rows: Cell[][] = [
      ['序号', '建议内容', null, '提出时间', '备注'],
      [null, '标题', '具体内容', null, null],
      [1, '修桥', '桥坏了', '2026.3.5', '重点'],
    ]
    const { rows: found, ignored } = await read([tab('台账', rows, ['B1:C1', 'A1:A2', 'D1:D2', 'E1:E2'])])
    expect(found).toMatchObject([{ data: { title: '修桥' } }])
    expect(ignored).toEqual(['序号', '提出时间', '备注'])
  })
  it('in three rows are read together', async () => {
    const rows: Cell[][] = [
      ['编号', '标题', '乡镇', '办理'],
      [null, null, null, '交办', null, '答复'],
      [null, null, null, '主办单位', '交办日期', '答复期限'],
      item('1', '修桥'),
    ]
    const { rows: found } = await read([tab('台账', rows, ['A1:A3', 'B1:B3', 'C1:C3', 'D1:F1', 'D2:E2'])])
    expect(found).toMatchObject([{ data: { lead: 'water', due: '2026-06-02' } }])
  })
  it('repeated on each page are no items', async () => {
    expect((await read([tab('台账', [head, item('1', '修桥'), head, item('2', '修路')])])).numbers).toEqual(['1', '2'])
  })
  it('that are never there leave their column named by its letter', async () => {
    const { ignored, numbers } = await read([tab('台账', [head, [...item('1', '修桥'), null, '旁注'], item('2', '修路')])])
    expect([ignored, numbers]).toEqual([['H'], ['1', '2']])
  })
})

describe('a running count', () => {
  it('is no number; where nothing else is one and it has more than a count, it is', async () => {
    const count = await read([
      tab('台账', [
        ['序号', ...head.slice(1)],
        ['1', ...item('', '修桥').slice(1)],
        ['2', ...item('', '修路').slice(1)],
      ]),
    ])
    expect([count.numbers, count.ignored]).toEqual([[undefined, undefined], ['序号']])
    const numbered = await read([tab('台账', [['序号', ...head.slice(1)], item('2026-001', '修桥')])])
    expect([numbered.numbers, numbered.ignored]).toEqual([['2026-001'], []])
    expect(
      (
        await read([
          tab('台账', [
            ['序号', ...head],
            ['1', ...item('2026-001', '修桥')],
          ]),
        ])
      ).numbers,
    ).toEqual(['2026-001'])
  })
  it('written down for rows to come makes none', async () => {
    const { sheets, numbers } = await read([tab('台账', [['序号', ...head], ['1', ...item('2026-001', '修桥')], ['2'], ['3']])])
    expect([numbers, sheets[0]?.rows]).toEqual([['2026-001'], 1])
  })
})

describe('what stands around the table', () => {
  it.each([
    ['a total', ['合计', '2件']],
    ['a total beside its words', ['合 计', null, null, '2']],
    ['a total in one cell', ['合计12件']],
    ['a note with a count', ['注：2026年共12件']],
    ['a note', ['注：逾期的请说明原因']],
    ['a note without a mark', ['以上事项请各承办单位认真办理并按时答复']],
    ['a signature line', ['填表人：王五', null, '审核人：李四', '2026年3月2日']],
    ['a date', ['2026年3月2日']],
  ] as [string, Cell[]][])('is passed over and told: %s', async (_, line) => {
    const { numbers, faults, passed } = await read([tab('台账', [head, item('1', '修桥'), item('2', '修路'), line])])
    expect([numbers, faults, passed.map(({ row }) => row)]).toEqual([['1', '2'], [], [4]])
  })
  it('is passed over when it is joined over the table: a section between the items', async () => {
    const rows = [head, ['一、农业农村类（1件）'], item('1', '修桥'), ['二、城建类（1件）'], item('2', '修路')]
    const { numbers, passed } = await read([tab('台账', rows, ['A2:F2', 'A4:F4'])])
    expect([numbers, passed.map(({ row }) => row)]).toEqual([
      ['1', '2'],
      [2, 4],
    ])
  })
  it('is not passed over when it may be an item: a number or a title alone', async () => {
    expect((await read([tab('台账', [head, item('1', '修桥'), ['2026-0099']])])).rows).toHaveLength(2)
    expect((await read([tab('台账', [head, item('1', '修桥'), [null, '合计要公开']])])).rows).toHaveLength(2)
  })
})

describe('joined cells', () => {
  it('mean their value in every row', async () => {
    const rows: Cell[][] = [head, item('1', '修桥'), ['2', '修路', null, null, '2026-03-03', null], ['3', '修渠', null, null, null, null]]
    const { rows: found } = await read([tab('台账', rows, ['C2:C4', 'D2:D4', 'E3:E4'])])
    expect(found.map(({ township, data }) => [township, data.lead, data.assignedOn])).toEqual([
      ['xinan', 'water', '2026-03-02'],
      ['xinan', 'water', '2026-03-03'],
      ['xinan', 'water', '2026-03-03'],
    ])
  })
  it('make no item of a row that has nothing of its own', async () => {
    expect(
      (await read([tab('台账', [head, item('1', '修桥'), [null, null, null, null, null, null, '旁注']], ['A2:A3', 'C2:C9'])])).rows,
    ).toHaveLength(1)
  })
})

describe('tabs', () => {
  const short = head.filter((name) => name !== '乡镇')
  const without = (n: string, title: string) => item(n, title).toSpliced(2, 1)
  it('with the same headings are one register, and lie in the township that they are called after', async () => {
    const { rows, sheets } = await read([tab('新安镇', [short, without('1', '修桥')]), tab('田楼', [short, without('2', '修路')])])
    expect(rows.map(({ number, township, sheet }) => [number, township, sheet])).toEqual([
      ['1', 'xinan', '新安镇'],
      ['2', 'tianlou', '田楼'],
    ])
    expect(sheets.map(({ name }) => name)).toEqual(['新安镇', '田楼'])
  })
  it('may have their columns in another order', async () => {
    const { rows } = await read([tab('甲', [head, item('1', '修桥')]), tab('乙', [head.toReversed(), item('2', '修路').toReversed()])])
    expect(rows.map(({ data }) => data.title)).toEqual(['修桥', '修路'])
  })
  it('clash over a number with the tab named', async () => {
    const { rejected } = await read([tab('甲', [head, item('1', '修桥')]), tab('乙', [head, item('1', '修路')])])
    expect(rejected).toMatchObject([
      { sheet: '乙', row: 2, path: 'number', message: { zh: '编号 1 在“甲”第 2 行已经有了，内容却不一样。只留一行。' } },
    ])
  })
  it('that share a column which looks like a deadline ask once', async () => {
    const odd = [...head.slice(0, 5), '镇里定的期限']
    const tabs = [tab('甲', [odd, item('1', '修桥')]), tab('乙', [odd, item('2', '修路')])]
    await expect(read(tabs)).rejects.toThrow(/^columns\.镇里定的期限 [^\n]*$/)
    expect((await read(tabs, '', { 镇里定的期限: 'due' })).rows.map(({ data }) => data.due)).toEqual(['2026-06-02', '2026-06-02'])
  })
  it('with other headings are told as not read', async () => {
    const { passed, numbers } = await read([
      tab('统计', [
        ['乡镇', '件数'],
        ['新安镇', 3],
      ]),
      tab('台账', [head, item('1', '修桥')]),
      tab('说明', [['填写说明：一事一议']]),
    ])
    expect([numbers, passed.filter(({ row }) => row === undefined).map(({ sheet }) => sheet)]).toEqual([['1'], ['统计', '说明']])
  })
  it('that are hidden are read only when nothing else has headings, and said', async () => {
    const old = tab('旧表', [head, item('9', '修塘')], [], { hidden: true })
    const both = await read([old, tab('台账', [head, item('1', '修桥')])])
    expect([both.numbers, both.passed.map(({ sheet }) => sheet)]).toEqual([['1'], ['旧表']])
    const alone = await read([old, tab('说明', [['请看隐藏的表']])])
    expect([alone.numbers, alone.sheets]).toMatchObject([['9'], [{ name: '旧表', hidden: true }]])
  })
  it('that are charts, or whose part lies elsewhere, are no hindrance', async () => {
    const chart = { ...tab('图', []), kind: 'chartsheet', root: 'chartsheet' }
    expect((await read([chart, tab('台账', [head, item('1', '修桥')], [], { part: 'odd/Place.xml' })])).numbers).toEqual(['1'])
  })
})

describe('rows', () => {
  it('that a filter hides are read and counted', async () => {
    const { sheets, numbers } = await read([
      { name: '台账', rows: rowsXml([head, item('1', '修桥'), item('2', '修路'), [], item('3', '修渠')], [3]) },
    ])
    expect([numbers, sheets]).toMatchObject([['1', '2', '3'], [{ name: '台账', heading: 1, rows: 3, hiddenRows: 1, emptyRows: 1 }]])
  })
})

describe('numbers', () => {
  const numbered = async (cell: Cell) => {
    const { rows, faults } = await read([tab('台账', [head, [cell, ...item('', '修桥').slice(1)]])])
    return rows[0]?.number ?? faults[0]
  }
  it.each([
    ['zeros before it', styled(2, 7), '0007'],
    ['a prefix', styled(3, 12), '2026-0012'],
    ['thousands parted', styled(6, 20260012), '20260012'],
    ['no format', 202601010001, '202601010001'],
    ['a text', '〔2026〕1号', '〔2026〕1号'],
    ['a day as text', '2026-09-08', '2026-09-08'],
  ] as [string, Cell, string][])('with %s are read as they are shown', async (_, cell, number) =>
    expect(await numbered(cell)).toBe(number.normalize('NFKC')),
  )
  it.each([
    ['a day', styled(1, 46273)],
    ['a day of the month', styled(4, 46273)],
    ['a fraction', 2026.1],
    ['per cent', styled(5, 0.12)],
    ['sixteen digits', 2026010100011234],
    ['a text in scientific notation', '2.02601E+11'],
    ['a day written out', '9月8日'],
    ['a day in English', '8-Sep'],
    ['a day with strokes', '2026/9/8'],
    ['a formula error', { xml: '<c t="e"><v>#REF!</v></c>' }],
    ['a formula never calculated', { xml: '<c><f>A1</f></c>' }],
    ['a formula never calculated, with an empty result', { xml: '<c><f>A1</f><v></v></c>' }],
    ['a truth', { xml: '<c t="b"><v>1</v></c>' }],
  ] as [string, Cell][])('that became %s are refused at their cell', async (_, cell) => expect(await numbered(cell)).toBe('A2'))
  it('that lost digits are refused in texts too', async () => {
    const { faults } = await read([
      tab('台账', [
        ['编号', '标题', '乡镇', '内容'],
        ['1', '修桥', '新安镇', 3.20724198001011e17],
        ['2', '修路', '新安镇', '1.38E+10'],
      ]),
    ])
    expect(faults).toEqual(['D2', 'D3'])
  })
})

describe('days', () => {
  it('as bare numbers count from the first day of the workbook', async () => {
    const row = (n: number): Cell[] => ['1', '修桥', '新安镇', '水务局', n, '无期限']
    expect((await read([tab('台账', [head, row(46083)])])).rows[0]?.data.assignedOn).toBe('2026-03-02')
    expect((await read([tab('台账', [head, row(44621)])], '<workbookPr date1904="true"/>')).rows[0]?.data.assignedOn).toBe('2026-03-02')
  })
  it('that a formula gave are read, an empty text that it gave is a blank', async () => {
    const cells: Cell[] = [{ xml: '<c s="1"><f>TODAY()</f><v>46083</v></c>' }, { xml: '<c t="str"><f>IF(1,"")</f><v></v></c>' }]
    const { rows, faults } = await read([tab('台账', [head, ['1', '修桥', '新安镇', '水务局', ...cells]])])
    expect([rows[0]?.data, faults]).toEqual([{ title: '修桥', lead: 'water', assignedOn: '2026-03-02' }, []])
  })
  it('of a blank that a formula took for the first day there is are refused', async () => {
    expect((await read([tab('台账', [head, ['1', '修桥', '新安镇', '水务局', styled(1, 0)]])])).faults).toEqual(['E2'])
  })
  it('still to come are refused for what has happened', async () => {
    expect((await read([tab('台账', [head, ['1', '修桥', '新安镇', '水务局', '2026-11-29', '2026-12-31']])])).faults).toEqual(['E2'])
  })
})

describe('however the XML is written', () => {
  const inner = '<row r="1"><c r="A1" t="str"><v>编号</v></c><c r="B1" t="str"><v>标题</v></c></row>'
  const body = (cells: string) => [{ name: '台账', rows: `${inner}${cells}` }]
  it.each([
    ['blanks around the sign', '<row r = "2"><c r = "A2" t = "str"><v>1</v></c><c r = "B2" t="str"><v>修桥</v></c></row>'],
    ['single quotes, tabs and line ends', "<row\tr='2'><c\n r='A2' t='str'><v>1</v></c><c r='B2' t='str'><v>修桥</v></c></row>"],
    [
      'a comment with cells',
      '<!-- <row r="9"><c r="A9"><v>5</v></c></row> --><row r="2"><c t="str"><v>1</v></c><c t="str"><v>修桥</v></c></row>',
    ],
    ['CDATA', '<row><c t="inlineStr"><is><t>1</t></is></c><c t="str"><v><![CDATA[修桥]]></v></c></row>'],
    ['a prefix', '<x:row xmlns:x="y" r="2"><x:c r="A2" t="str"><x:v>1</x:v></x:c><x:c r="B2" t="str"><x:v>修桥</x:v></x:c></x:row>'],
    [
      'runs of letters and how they are read',
      '<row><c><v>1</v></c><c t="inlineStr"><is><r><rPr><b/></rPr><t>修</t></r><r><t>桥</t></r><rPh sb="0" eb="1"><t>xiu</t></rPh></is></c></row>',
    ],
    ['rows out of order', '<row r="5"><c r="A5"><v>1</v></c><c r="B5" t="str"><v>修桥</v></c></row><row r="3"/>'],
    ['cells out of order', '<row r="2"><c r="B2" t="str"><v>修桥</v></c><c r="A2"><v>1</v></c></row>'],
    ['a reference to a sign', '<row r="2"><c r="A2"><v>&#49;</v></c><c r="B2" t="str"><v>修&#x6865;</v></c></row>'],
  ])('%s', async (_, cells) => {
    const { rows } = await read(body(cells))
    expect(rows).toMatchObject([{ number: '1', data: { title: '修桥' } }])
  })
})
