import { isOneLine } from '../../shared/definition/lines.ts'
import type { CellField } from '../../shared/importing/meanings.ts'
import { officeName, writtenCell } from '../../shared/importing/written.ts'
import type { Lang } from '../../shared/names.ts'
import { headerWords, yesNo } from '../../shared/words/sheets.ts'
import type { World } from '../../shared/world.ts'
import type { WrittenColumn } from './write.ts'

/** The column of a field in a workbook: as wide as it needs, days as days, numbers with their zeros, what may be chosen to choose from. */
export function fieldColumn(field: CellField, world: World, lang: Lang): WrittenColumn {
  const choices = choicesOf(field, world, lang)
  const many = field.kind === 'offices' || field.kind === 'choices'
  return {
    heading: field.label[lang],
    width: widthOf(field),
    ...(field.kind === 'date' ? { day: true } : {}),
    ...(field.kind === 'text' ? (isOneLine(field) ? { text: true, wrap: true } : { wrap: true }) : {}),
    ...(choices.length > 0 ? { choices, ...(many ? { many } : {}) } : {}),
  }
}

export function numberColumn(lang: Lang): WrittenColumn {
  return { heading: headerWords.number[lang], width: 14, text: true }
}

export function townshipColumn(world: World, lang: Lang): WrittenColumn {
  return { heading: headerWords.township[lang], width: 14, choices: offices('township', world, lang) }
}

function choicesOf(field: CellField, world: World, lang: Lang): string[] {
  if (field.kind === 'choice' || field.kind === 'choices') {
    const one = { ...field, kind: 'choice' } as CellField
    return Object.keys(field.options).map((option) => String(writtenCell(one, option, world, lang)))
  }
  if (field.kind === 'office' || field.kind === 'offices') return offices(field.of, world, lang)
  return field.kind === 'yesno' ? [yesNo.yes[lang], yesNo.no[lang]] : []
}

/** Offices that may be named in something new. */
function offices(kind: 'county' | 'township' | 'unit', world: World, lang: Lang): string[] {
  return world.offices.filter((office) => office.kind === kind && !office.closed).map(({ id }) => officeName(kind, id, world, lang))
}

/** How wide a field's column is, in half-width characters. */
function widthOf(field: CellField): number {
  if (field.kind === 'text') return isOneLine(field) ? 28 : 50
  return field.kind === 'date' ? 13 : 16
}
