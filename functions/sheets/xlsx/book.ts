import type { Sheet } from '../../../shared/importing/sheet.ts'
import { fileWords } from '../../../shared/words/file-faults.ts'
import { Unreadable } from '../fault.ts'
import { maxCells, maxCharacters } from '../limits.ts'
import { needsShower, type Shower } from '../number-cell.ts'
import { type Archive, damaged, openArchive } from './archive.ts'
import { relationsOf } from './relations.ts'
import { sharedStrings } from './strings.ts'
import { formatsOf } from './styles.ts'
import { readTab, type Stock } from './tab.ts'
import { readXml } from './xml.ts'

/** The tabs of an .xlsx workbook, in their order. Parts are found by what points to them, never by their names; pictures, charts and macros are not unpacked. */
export async function readBook(bytes: Uint8Array): Promise<Sheet[]> {
  const archive = openArchive(bytes)
  const main = mainPart(archive)
  const part = archive.part(main)
  if (!part) throw new Unreadable(415, fileWords.notSheet)
  const { tabs, date1904 } = contents(part)
  const relations = relationsOf(archive, main)
  const stock = await stockOf(archive, relations, date1904)
  return tabs.flatMap(({ name, id, hidden }): Sheet[] => {
    const relation = relations.get(id)
    if (!relation || /^(chartsheet|dialogsheet|xlMacrosheet|xlIntlMacrosheet)$/.test(relation.kind)) return []
    const sheet = archive.part(relation.part)
    if (!sheet) throw damaged()
    const tab = readTab(sheet, stock)
    return tab ? [{ name, ...(hidden ? { hidden } : {}), ...tab, ...(date1904 ? { date1904 } : {}) }] : []
  })
}

/** The parts of an .xlsx workbook that hold its tabs, by their names, and the one that holds its styles. */
export function partsOf(archive: Archive): { tabs: Map<string, string>; styles: string | undefined } {
  const main = mainPart(archive)
  const relations = relationsOf(archive, main)
  const { tabs } = contents(archive.part(main) ?? Buffer.alloc(0))
  return {
    tabs: new Map(tabs.map(({ name, id }) => [name, relations.get(id)?.part ?? ''])),
    styles: [...relations.values()].find(({ kind }) => kind === 'styles')?.part,
  }
}

function mainPart(archive: Archive): string {
  for (const { kind, part } of relationsOf(archive, '').values()) if (kind === 'officeDocument' && part.endsWith('.xml')) return part
  return 'xl/workbook.xml'
}

type Contents = { tabs: { name: string; id: string; hidden?: true }[]; date1904?: true }

function contents(part: Buffer): Contents {
  const found: Contents = { tabs: [] }
  let isBook: boolean | undefined
  readXml(part, {
    open(name, attributes) {
      isBook ??= name === 'workbook'
      if (name === 'workbookPr' && /^(1|true)$/.test(attributes.date1904 ?? '')) found.date1904 = true
      if (name !== 'sheet') return
      const { name: title = '', id = '', state } = attributes
      found.tabs.push({ name: title, id, ...(state === 'hidden' || state === 'veryHidden' ? { hidden: true as const } : {}) })
    },
  })
  if (!isBook) throw new Unreadable(415, fileWords.notSheet)
  return found
}

async function stockOf(archive: Archive, relations: ReturnType<typeof relationsOf>, date1904 = false): Promise<Stock> {
  const kinds = new Map([...relations.values()].map(({ kind, part }) => [kind, part]))
  const of = (kind: string): Buffer | undefined => archive.part(kinds.get(kind) ?? '')
  const formats = formatsOf(of('styles'))
  let [cells, characters] = [0, 0]
  return {
    strings: sharedStrings(of('sharedStrings')),
    formats,
    date1904,
    show: formats.some(needsShower) ? await shower(date1904) : (_, value) => String(value),
    spend(more, letters = 0) {
      cells += more
      characters += letters
      if (cells > maxCells || characters > maxCharacters) throw new Unreadable(413, fileWords.unpacksTooLarge)
    },
  }
}

async function shower(date1904: boolean): Promise<Shower> {
  const { SSF } = await import('@e965/xlsx')
  return (format, value) => {
    try {
      return String(SSF.format(format, value, { date1904 }))
    } catch {
      // A format that nobody can show says nothing beyond the number.
      return String(value)
    }
  }
}
