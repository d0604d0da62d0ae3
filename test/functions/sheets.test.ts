import { describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { isFault } from '../../functions/sheets/fault.ts'
import { readSheets } from '../../functions/sheets/read.ts'
import { writeText, writeWorkbook } from '../../functions/sheets/write.ts'
import type { SheetCell, WrittenCell } from '../../shared/importing/sheet.ts'
import { fc, holds } from '../property.ts'
import { mergesXml, parts, workbook, zip } from './workbook.ts'

const cells = async (bytes: Uint8Array) => {
  const sheets = await readSheets(bytes)
  if ('status' in sheets) throw new Error(sheets.sentence.zh)
  return sheets[0]?.rows.map((row) => row.cells)
}
const refusal = async (bytes: Uint8Array) => {
  const sheets = await readSheets(bytes)
  return 'status' in sheets ? [sheets.status, sheets.sentence.en.split('.')[0]] : 'read'
}
/** A text file with control signs would be taken for no text at all. */
const replaced = (content: string) => content.replace(/(?![\t\n\r])\p{Cc}/gu, '\ufffd')
const text = (content: string) => Buffer.from(content, 'utf8')

describe('text files', () => {
  const rows = [
    ['编号', '标题'],
    ['2026-001', '修路，“快修”'],
  ]
  it('are read in UTF-8 with and without a mark, in UTF-16 and in GB18030', async () => {
    const csv = '编号,标题\r\n2026-001,修路，“快修”\r\n'
    // 编号,标题 … as GB18030; Node encodes UTF-8 only, so the bytes are written out.
    const gb = Buffer.from('b1e0bac52cb1eacce20d0a323032362d3030312cd0dec2b7a3aca1b0bfecd0dea1b10d0a', 'hex')
    for (const bytes of [text(csv), text(`\ufeff${csv}`), gb, Buffer.from(`\ufeff${csv}`, 'utf16le')])
      expect(await cells(bytes)).toEqual(rows)
  })
  it('may be parted by tabs or semicolons, hold line breaks and quotes', async () => {
    expect(await cells(text('a\tb\n1\t2,3'))).toEqual([
      ['a', 'b'],
      ['1', '2,3'],
    ])
    expect(await cells(text('a;b\n1;2'))).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
    expect(await cells(text('a,b\n"x\ny","say ""hi"""'))).toEqual([
      ['a', 'b'],
      ['x\ny', 'say "hi"'],
    ])
  })
  it('keep the row numbers that a spreadsheet shows', async () => {
    expect(await readSheets(text('a,b\n\n,\n"x\ny",1\n2,3'), '表.csv')).toMatchObject([
      {
        name: '表',
        rows: [
          { row: 1, cells: ['a', 'b'] },
          { row: 4, cells: ['x\ny', '1'] },
          { row: 5, cells: ['2', '3'] },
        ],
      },
    ])
  })
})

describe('workbooks', () => {
  it('give real dates as days in any time zone, with a time too', async () => {
    const before = process.env.TZ
    for (const zone of ['Asia/Shanghai', 'UTC', 'America/Los_Angeles']) {
      process.env.TZ = zone
      const bytes = await writeXlsxFile([
        ['日期', { value: new Date(Date.UTC(2026, 2, 2)), type: Date, format: 'yyyy-mm-dd' }],
        ['时间', { value: new Date(Date.UTC(2026, 2, 2, 23, 59, 59)), type: Date, format: 'yyyy/mm/dd hh:mm' }],
      ]).toBuffer()
      expect(await cells(bytes)).toEqual([
        ['日期', { day: '2026-03-02' }],
        ['时间', { day: '2026-03-02' }],
      ])
    }
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  })
  it('of the 1904 kind give the same days', async () => {
    const row = '<row r="1"><c r="A1" s="1"><v>44621</v></c></row>'
    expect(await cells(workbook(row, '<workbookPr date1904="1"/>'))).toEqual([[{ day: '2026-03-02' }]])
    expect(await cells(workbook(row))).toEqual([[{ day: '2022-03-01' }]])
  })
  it('give numbers and truths as they are', async () => {
    expect(await cells(workbook('<row r="1"><c r="A1"><v>7</v></c><c r="B1" t="b"><v>1</v></c></row>'))).toEqual([[7, true]])
  })
  it('keep row numbers over empty rows', async () => {
    const sheets = await readSheets(workbook('<row r="1"><c r="A1"><v>1</v></c></row><row r="5"><c r="A5"><v>2</v></c></row>'))
    expect(sheets).toMatchObject([
      {
        rows: [
          { row: 1, cells: [1] },
          { row: 5, cells: [2] },
        ],
      },
    ])
  })
})

/** A workbook in which every row holds the same text, kept once. */
function shared(content: string, times: number): Buffer {
  const pointing = '<Relationship Id="s" Type="x/sharedStrings" Target="s.xml"/></Relationships>'
  const sheet = parts('<row><c t="s"><v>0</v></c></row>'.repeat(times)).map((part) =>
    part.name.endsWith('.rels') ? { ...part, content: text(String(part.content).replace('</Relationships>', pointing)) } : part,
  )
  return zip([...sheet, { name: 'xl/s.xml', content: text(`<sst><si><t>${content}</t></si></sst>`) }])
}

describe('what cannot be read is refused with a reason', () => {
  const ole = (content: string) =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(content, 'utf16le')])
  const cell = '<row r="1"><c r="A1"><v>1</v></c></row>'
  it.each([
    ['an empty file', Buffer.alloc(0), 422, 'The file is empty: there are no rows to import'],
    ['more rows than can be taken', text('a,b\n'.repeat(51_001)), 413, 'At most 50000 rows at a time'],
    ['blank lines', text(' \n,,\n'), 422, 'The file is empty: there are no rows to import'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 415, 'This is not an '],
    ['a PDF', text('%PDF-1.7'), 415, 'This is not an '],
    ['a page', text('<html><table>'), 415, 'This is not an '],
    ['bytes in no encoding', Buffer.from('ff2cff0a', 'hex'), 415, 'The text encoding is not known'],
    ['an open quote', text('a,b\n1,"x'), 422, 'A quotation mark opened near row 2 is never closed'],
    ['a workbook older than Excel 97', ole('Book'), 415, 'This old spreadsheet cannot be read'],
    ['a broken old workbook', ole('Workbook'), 422, 'The file is damaged and cannot be opened'],
    ['an encrypted workbook', ole('EncryptedPackage'), 422, 'The file is protected by a password'],
    ['another archive', zip([{ name: 'word/document.xml', content: text('x') }]), 415, 'This is not an '],
    ['a broken workbook', workbook(cell).subarray(0, 200), 422, 'The file is damaged and cannot be opened'],
    [
      'a workbook without its sheet',
      workbook('<row r="1"><c r="A1" t="s"><v>9</v></c></row>'),
      422,
      'The file is damaged and cannot be opened',
    ],
    [
      'a value in the last column',
      workbook('<row r="1"><c r="XFD1"><v>1</v></c></row>'),
      422,
      'Cell XFD1 holds something, far to the right of any table',
    ],
    ['rows beyond the last', workbook('<row r="1048577"><c><v>1</v></c></row>'), 422, 'The file is damaged and cannot be opened'],
    [
      'more rows with a value than can be taken',
      workbook('<row><c><v>1</v></c></row>'.repeat(51_001)),
      413,
      'At most 50000 rows at a time',
    ],
    ['XML that is not well-formed', workbook('<row r="1"><c r="A1"><v>1</c></row>'), 422, 'The file is damaged and cannot be opened'],
    [
      'an entity of its own',
      workbook('<row r="1"><c r="A1" t="str"><v>&x;</v></c></row>'),
      422,
      'The file is damaged and cannot be opened',
    ],
    ['one text that many cells share', shared('水'.repeat(30_000), 2000), 413, 'The file unpacks to too much'],
    ['joined cells without end', workbook('', '', mergesXml(Array(6).fill('A1:B1048576'))), 413, 'The file unpacks to too much'],
  ])('%s', async (_, bytes, status, words) => expect(await refusal(bytes)).toEqual([status, words]))

  it('an archive that unpacks to too much, whatever it declares', async () => {
    const bomb = Buffer.alloc(260 * 1024 * 1024)
    for (const declared of [bomb.length, 100]) {
      expect(
        await refusal(
          zip([...parts(cell).filter(({ name }) => name !== 'xl/styles.xml'), { name: 'xl/styles.xml', content: bomb, declared }]),
        ),
      ).toEqual([413, 'The file unpacks to too much'])
    }
  })
})

describe('written files', () => {
  const columns = [
    { heading: 'a', width: 10 },
    { heading: 'b', width: 10 },
  ]
  const bytesOf = async (rows: WrittenCell[][]) => {
    const book = await writeWorkbook([{ name: 'x', columns, rows }])
    if (isFault(book)) throw new Error(book.sentence.zh)
    return { text: writeText(columns, rows), book }
  }
  const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code))
  const sign = fc.oneof(unit, fc.constantFrom('\ud83d', '\udca7', '\ufffe', '\u0000', '\r', '_', 'x', '0', 'B', "'", '"', ',', '='))
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(sign, { maxLength: 12 }).map((signs) => signs.join('')),
    fc.constantFrom('constructor', '__proto__', '=1+1', '-5', "''-", 'a,b', 'x\ny', '_x0041_', '_x005F_x0041_', '\u{1fffe}b'),
  )
  const filled = text.map((content) => `${content}。`)

  it('read again as what was written, with U+FFFD for what the file cannot hold: nothing is left out', async () => {
    await holds(
      [fc.array(fc.tuple(filled, filled), { minLength: 20, maxLength: 40 })],
      async (rows) => {
        const { text, book } = await bytesOf(rows)
        const whole = rows.map((row) => row.map((content) => content.toWellFormed()))
        expect(await cells(book)).toEqual([['a', 'b'], ...whole])
        expect(await cells(text)).toEqual([['a', 'b'], ...whole.map((row) => row.map(replaced))])
      },
      { runs: 10 },
    )
  })
  it('hold every one of the 65,536 code units at the beginning, in the middle and at the end of a text', async () => {
    const all = Array.from({ length: 0x8000 }, (_, row) => [0, 1].map((at) => String.fromCharCode(row * 2 + at)))
    const rows = all.map((units) => units.map((each) => `${each}水${each}一${each}`))
    const { text, book } = await bytesOf(rows)
    const whole = rows.map((row) => row.map((content) => content.toWellFormed()))
    const faults = (found: SheetCell[][] | undefined, expected: string[][]) =>
      expected.flatMap((row, at) => row.filter((content, column) => found?.[at + 1]?.[column] !== content))
    expect(faults(await cells(book), whole)).toEqual([])
    expect(
      faults(
        await cells(text),
        whole.map((row) => row.map(replaced)),
      ),
    ).toEqual([])
  })
  it('are refused rather than cut when a text is longer than a cell can be', async () => {
    expect(await cells((await bytesOf([['水'.repeat(32_767), 'x']])).book)).toEqual([
      ['a', 'b'],
      ['水'.repeat(32_767), 'x'],
    ])
    expect(await writeWorkbook([{ name: 'x', columns, rows: [['x', '水'.repeat(32_768)]] }])).toMatchObject({
      status: 422,
      sentence: { zh: expect.stringContaining('“b”') },
    })
  })
  it('hold no cell that a spreadsheet runs', () => {
    expect(writeText(columns, [['=HYPERLINK("x")', '-1+2']]).toString()).toBe('\ufeffa,b\r\n"\'=HYPERLINK(""x"")",\'-1+2\r\n')
  })
})
