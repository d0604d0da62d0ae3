import { deflateRawSync } from 'node:zlib'

type Part = { name: string; content: Buffer; declared?: number }
/** A tab: what stands in `sheetData`, what follows it, and what its own part is called. */
export type TabXml = { name: string; rows: string; after?: string; hidden?: true; part?: string; kind?: string; root?: string }

/** A ZIP with deflated entries; `declared` lies about the size. */
export function zip(entries: Part[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, declared = content.length } of entries) {
    const packed = deflateRawSync(content)
    const title = Buffer.from(name)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(8, 8)
    head.writeUInt32LE(packed.length, 18)
    head.writeUInt32LE(declared, 22)
    head.writeUInt16LE(title.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(declared, 24)
    entry.writeUInt16LE(title.length, 28)
    entry.writeUInt32LE(offset, 42)
    files.push(head, title, packed)
    directory.push(entry, title)
    offset += 30 + title.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, ...directory, end])
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
/** Formats by the style that a cell names: General, a day, `0000`, a prefix, a day in Chinese as 9-8 becomes, per cent, thousands. */
const formats = ['0', '14', '164', '165', '58', '9', '3']

/** The parts of a workbook with these tabs. */
export function bookParts(tabs: TabXml[], book = ''): Part[] {
  const part = (name: string, xml: string): Part => ({ name, content: Buffer.from(xml) })
  const placed = tabs.map((tab, at) => ({ ...tab, part: tab.part ?? `worksheets/sheet${at + 1}.xml`, id: `rId${at + 1}` }))
  const sheets = placed.map(
    ({ name, id, hidden }, at) => `<sheet name="${name}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="${id}"/>`,
  )
  const targets = [
    ...placed.map(
      ({ id, part: target, kind = 'worksheet' }) => `<Relationship Id="${id}" Type="${relationships}/${kind}" Target="${target}"/>`,
    ),
    `<Relationship Id="styles" Type="${relationships}/styles" Target="styles.xml"/>`,
  ]
  return [
    part('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    part('xl/workbook.xml', `<workbook xmlns="${main}" xmlns:r="${relationships}">${book}<sheets>${sheets.join('')}</sheets></workbook>`),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets.join('')}</Relationships>`,
    ),
    part(
      'xl/styles.xml',
      `<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="164" formatCode="0000"/><numFmt numFmtId="165" formatCode="&quot;2026-&quot;0000"/></numFmts><cellXfs>${formats.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`,
    ),
    ...placed.map(({ part: name, rows, after = '', root = 'worksheet' }) =>
      part(`xl/${name}`, `<${root} xmlns="${main}"><sheetData>${rows}</sheetData>${after}</${root}>`),
    ),
  ]
}

/** The parts of a workbook with one tab. */
export function parts(rows: string, book = '', after = ''): Part[] {
  return bookParts([{ name: 'a', rows, after }], book)
}

export function workbook(rows: string, book = '', after = ''): Buffer {
  return zip(parts(rows, book, after))
}

/** A cell to write: a text, a number, or XML of its own. */
export type Cell = string | number | null | { xml: string }

/** The rows of a tab out of tables, blanks left out. */
export function rowsXml(table: Cell[][], hidden: number[] = []): string {
  return table
    .map((cells, at) => {
      const row = at + 1
      const inner = cells.map((cell, column) => cellXml(cell, `${letters(column)}${row}`)).join('')
      return inner === '' ? '' : `<row r="${row}"${hidden.includes(row) ? ' hidden="1"' : ''}>${inner}</row>`
    })
    .join('')
}

function cellXml(cell: Cell, address: string): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'object') return cell.xml.replace('<c', `<c r="${address}"`)
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
}

export function mergesXml(refs: string[]): string {
  return refs.length ? `<mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : ''
}

export function letters(at: number): string {
  return (at >= 26 ? letters(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign).replace(/\r/g, '&#13;')
}
