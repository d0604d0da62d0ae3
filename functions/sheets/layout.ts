import { columnLetters, type WrittenCell } from '../../shared/importing/sheet.ts'
import { headerWords } from '../../shared/words/sheets.ts'
import { asCell } from './characters.ts'
import type { WrittenTab } from './write.ts'

/** Rows below the last one that still offer what may be chosen. */
const SPARE = 1000

/** A tab's name as a workbook can bear it. */
export function tabName(name: string): string {
  return name.replace(/[\\/?*[\]:']/g, ' ').slice(0, 31)
}

/**
 * What the writer itself cannot do: columns that are hidden or keep a format, drop-downs (their choices stand in a hidden tab, since a list in the cell's own rule ends at
 * 255 signs), and pages with a title, numbers and the heading on each.
 */
export function layout(tabs: WrittenTab[]) {
  const lists = [...new Set(tabs.flatMap(({ columns }) => columns.flatMap(({ choices }) => (choices?.length ? [choices] : []))))]
  const longest = Math.max(0, ...lists.map((list) => list.length))
  const data = Array.from({ length: longest }, (_, row) =>
    lists.map((list) => (list[row] === undefined ? null : { value: asCell(list[row]), type: String })),
  )
  const optionsTab = tabName(headerWords.options.zh)
  const reference = (choices: string[] = []): string => {
    const letters = columnLetters(lists.indexOf(choices))
    return `'${optionsTab}'!$${letters}$1:$${letters}$${choices.length}`
  }
  const feature = {
    files: {
      transform: {
        'xl/workbook.xml': {
          transform: (xml: string) =>
            xml
              .replace(/<definedNames\s*\/>/, `<definedNames>${tabs.map(printNames).join('')}</definedNames>`)
              .replace('<definedNames></definedNames>', ''),
          transformElementAttributes: (tag: string, attributes: { [name: string]: string | number }) =>
            tag === 'sheet' && attributes.name === optionsTab ? { ...attributes, state: 'hidden' } : attributes,
        },
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml: string, _: unknown, { sheetIndex }: { sheetIndex: number }) => {
            const tab = tabs[sheetIndex]
            return tab ? printed(offered(tall(columned(xml, tab), tab), tab, reference), tab) : xml
          },
        },
      },
    },
  }
  return { feature, tabs: data.length > 0 ? [{ data, sheet: optionsTab }] : [] }
}

/** Hidden columns, and a format for cells that are still empty: that of the first filled one. */
function columned(xml: string, { columns }: WrittenTab): string {
  return xml.replace(/<col min="(\d+)"([^>]*?)\/>/g, (whole, n: string, rest: string) => {
    const column = columns[Number(n) - 1]
    if (!column) return whole
    const kept =
      column.text || column.day ? new RegExp(`<c r="${columnLetters(Number(n) - 1)}(?!1")\\d+" s="(\\d+)"`).exec(xml)?.[1] : undefined
    return `<col min="${n}"${rest}${kept ? ` style="${kept}"` : ''}${column.hidden ? ' hidden="1"' : ''}/>`
  })
}

/** Height of a line, and of the tallest row, in points. */
const [LINE, TALLEST] = [15, 240]

/** Rows as high as their wrapped texts need: not every program measures them when it opens the file. Whoever changes a text has it measured again. */
function tall(xml: string, { columns, rows }: WrittenTab): string {
  const wrapped = columns.flatMap(({ wrap, hidden, width }, at) => (wrap && !hidden ? [{ at, width }] : []))
  return xml.replace(/<row r="(\d+)">/g, (whole, n: string) => {
    const cells = rows[Number(n) - 2]
    const lines = Math.max(1, ...wrapped.map(({ at, width }) => linesOf(cells?.[at], width)))
    return lines > 1 ? `<row r="${n}" ht="${Math.min(lines * LINE, TALLEST)}">` : whole
  })
}

/** How many lines a text takes in a column; Chinese signs are as wide as two letters. */
function linesOf(cell: WrittenCell | undefined, width: number): number {
  if (typeof cell !== 'string') return 1
  const wide = (line: string): number => [...line].reduce((sum, sign) => sum + (/[\u1100-\uffff]/.test(sign) ? 2 : 1), 0)
  return cell.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(wide(line) / Math.max(1, width - 1))), 0)
}

/** Drop-downs. Whoever types something else is warned where one is to be chosen; an import may understand it all the same. */
function offered(xml: string, { columns, rows }: WrittenTab, reference: (choices?: string[]) => string): string {
  const rules = columns.flatMap(({ choices, many }, at) => {
    if (!choices?.length) return []
    const warn = many ? '' : ' showErrorMessage="1" errorStyle="warning"'
    const letters = columnLetters(at)
    return `<dataValidation type="list" allowBlank="1"${warn} sqref="${letters}2:${letters}${rows.length + 1 + SPARE}"><formula1>${reference(choices)}</formula1></dataValidation>`
  })
  if (rules.length === 0) return xml
  return before(xml, `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`, '<pageMargins')
}

/** So much of a sheet is printed side by side that it can be read, in half-width characters: a landscape page takes this at three quarters of its size. */
const PAGE_WIDTH = 175

/** The last column that is printed: what comes first of what is shown, as far as a page is wide. */
function lastPrinted(columns: WrittenTab['columns']): number {
  let [wide, last] = [0, 0]
  for (const [at, { hidden, width }] of columns.entries()) {
    wide += hidden ? 0 : width
    if (!hidden && (at === 0 || wide <= PAGE_WIDTH)) last = at
    if (wide > PAGE_WIDTH) break
  }
  return last
}

/** As wide as the paper, as many pages as it takes. */
function printed(xml: string, { print }: WrittenTab): string {
  if (!print) return xml
  const fitted = xml
    .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace(/<pageSetup ([^>]*?)\/>/, '<pageSetup $1 fitToWidth="1" fitToHeight="0"/>')
  const line = (text: string): string => escaped(text.replace(/&(?![PN]\b)/g, '&&'))
  const lines = `<headerFooter><oddHeader>${escaped('&C&"-,Bold"&14 ')}${line(print.title)}</oddHeader><oddFooter>${escaped('&C')}${line(print.pages)}</oddFooter></headerFooter>`
  return before(fitted, lines, '</worksheet>')
}

/** The heading on every page, and what is printed at all: the columns of the list, nothing of those that are hidden. */
function printNames({ name, columns, rows, print }: WrittenTab, at: number): string {
  if (!print) return ''
  const tab = escaped(`'${tabName(name)}'`)
  const last = columnLetters(lastPrinted(columns))
  return `<definedName name="_xlnm.Print_Area" localSheetId="${at}">${tab}!$A$1:$${last}$${rows.length + 1}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="${at}">${tab}!$1:$1</definedName>`
}

function before(xml: string, what: string, where: string): string {
  const at = xml.lastIndexOf(where)
  return at < 0 ? xml : `${xml.slice(0, at)}${what}${xml.slice(at)}`
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)
}
