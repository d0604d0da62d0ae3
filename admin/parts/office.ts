import type { Lang } from '../../shared/names.ts'
import { personAt } from '../../shared/person-at.ts'
import type { Office } from '../../shared/world.ts'

/** The office's name; its id when the office is not known. `kind` parts a township from a unit of the same id. */
export function officeName(offices: Office[], id: string, lang: Lang, kind?: string): string {
  const found = offices.find((office) => office.id === id && (!kind || office.kind === kind))
  return found?.name[lang] ?? id
}

type Who = { name: string; office: { kind: string; id: string } }

/** Who acted: the office and the person. */
export function actorName(offices: Office[], { name, office: { id, kind } }: Who, lang: Lang): string {
  return personAt(officeName(offices, id, lang, kind), name)
}

/** Short, as in a table: 县水务局 is 水务局 there. */
export function shortOfficeName(offices: Office[], id: string, lang: Lang, kind?: string): string {
  const name = officeName(offices, id, lang, kind)
  return lang === 'zh' && name.startsWith('县') && name.length > 3 ? name.slice(1) : name
}
