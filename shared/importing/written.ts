import type { FieldOf } from '../definition/field.ts'
import type { Label, Lang } from '../names.ts'
import type { Value } from '../record.ts'
import { noDeadline, yesNo } from '../words/sheets.ts'
import type { World } from '../world.ts'
import type { CellField } from './meanings.ts'
import type { WrittenCell } from './sheet.ts'

/** A value as a cell shows it, such that reading the cell gives the value again. Days stay days; lists are parted by 、. */
export function writtenCell(field: CellField, value: Value | undefined, world: World, lang: Lang): WrittenCell {
  if (value === undefined || value === null) return null
  switch (field.kind) {
    case 'date':
      return value === 'none' ? noDeadline[lang] : String(value)
    case 'yesno':
      return yesNo[value === true ? 'yes' : 'no'][lang]
    case 'number':
      return typeof value === 'number' ? value : null
    case 'choice':
      return optionName(field, String(value), lang)
    case 'choices':
      return texts(value)
        .map((option) => optionName(field, option, lang))
        .join('、')
    case 'office':
      return officeName(field.of, String(value), world, lang)
    case 'offices':
      return texts(value)
        .map((id) => officeName(field.of, id, world, lang))
        .join('、')
    case 'deputies':
    case 'names':
      return texts(value).join('、')
    case 'text':
      return String(value)
  }
}

/** An office by its name, or by its id where two of its kind share the name or it would part a list. */
export function officeName(kind: 'county' | 'township' | 'unit', id: string, world: World, lang: Lang): string {
  const all = world.offices.filter((office) => office.kind === kind)
  const name = all.find((office) => office.id === id)?.name[lang]
  const alone =
    name !== undefined &&
    !parts.test(name) &&
    all.every((office) => office.id === id || ![office.name.zh, office.name.en, office.id].includes(name))
  return alone ? name : id
}

function optionName(field: FieldOf<'choice'> | FieldOf<'choices'>, option: string, lang: Lang): string {
  const label: Label | undefined = field.options[option]
  const name = label?.[lang]
  const same = Object.entries(field.options).filter(([key, { zh, en }]) =>
    [key, zh, en].some((each) => each.toLowerCase() === name?.toLowerCase()),
  )
  return name !== undefined && same.length === 1 && !parts.test(name) ? name : option
}

const parts = /[、;；,，]/

function texts(value: Value): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}
