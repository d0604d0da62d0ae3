import type { OfficeNames } from '../office-names.ts'

/** A part of a cell with the office that is called so, and what stands beside its name. */
export type Named = { part: string; id: string | undefined; beside?: string }

/** The parts of a list of offices: parted by blanks or strokes where no single office is called so. */
export function officesIn(text: string, names: OfficeNames): Named[] {
  return listed(text).flatMap((part) => {
    const one = officeIn(part, names)
    const words = one.id ? [] : part.split(/[\s/+&和及与]+/).filter((word) => word !== '')
    const all = words.map((word) => officeIn(word, names))
    return words.length > 1 && all.every(({ id }) => id) ? all : [one]
  })
}

/** A note in brackets behind a name, or what somebody does: 水务局（牵头）, 水务局负责, 水务局等. */
export const beside = /^(.+?)\s*([(（【[][^()（）【】[\]]*[)）】\]])$/
const doing = /^(.{2,}?)((?:等)?(?:牵头|主办|承办|负责|为主|协办|会办|配合|参与|办理)|等(?:部门|单位)?)$/

/** The office that a text names, a note beside its name left out. */
export function officeIn(part: string, names: OfficeNames): Named {
  const id = names.id(part)
  if (id !== undefined) return { part, id }
  for (const noted of [beside.exec(part), doing.exec(part)]) {
    const found = names.id(noted?.[1] ?? '')
    if (found !== undefined) return { part, id: found, beside: noted?.[2] ?? '' }
  }
  return { part, id }
}

/** The parts of a list that is parted by 、 or ; and the like. */
export function listed(text: string): string[] {
  return text
    .split(/[、;；,，\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
