import { bySoonest, type Holder } from '../../shared/duty.ts'
import type { Label, Lang } from '../../shared/names.ts'
import { personAt } from '../../shared/person-at.ts'
import type { Office } from '../../shared/world.ts'
import type { Shown } from '../data.ts'

/**
 * The office's name, whole wherever it stands, so that a page never has two for one office; what it is where it is not known to the reader, as another township's deputy is not, and never its id. `kind` parts a township
 * from a unit of the same id; whoever owes something himself is of the county's.
 */
export function officeName(offices: Office[], id: string, lang: Lang, kind?: string): string {
  const found = kind === 'person' ? offices.find((office) => office.kind === 'county') : offices.find(isIt(id, kind))
  return found?.name[lang] ?? unnamed[kind ?? '']?.[lang] ?? { zh: '有关单位', en: 'an office' }[lang]
}

const unnamed: Record<string, Label> = {
  county: { zh: '县人大', en: 'the county congress' },
  township: { zh: '乡镇人大', en: 'a township congress' },
  unit: { zh: '承办单位', en: 'a unit' },
  deputy: { zh: '人大代表', en: 'a deputy' },
  person: { zh: '有关人员', en: 'somebody' },
}

const isIt = (id: string, kind?: string) => (office: Office) => office.id === id && (!kind || office.kind === kind)

/** Who has to act: whoever owes something open, in the order of the days; those known by name who owe it themselves. */
export function holderNames({ duties, people = [] }: Pick<Shown, 'duties' | 'people'>, offices: Office[], lang: Lang): string {
  const owed = duties.filter(({ state }) => state === 'open').sort(bySoonest)
  const name = ({ kind, id }: Holder) => people.find((person) => person.id === id)?.name ?? officeName(offices, id, lang, kind)
  return [...new Set(owed.map(({ holder }) => name(holder)))].join(lang === 'zh' ? '、' : ', ')
}

type Who = { name: string; office: { kind: string; id: string } }

/** Who acted: the office and the person. */
export function actorName(offices: Office[], { name, office: { id, kind } }: Who, lang: Lang): string {
  return personAt(officeName(offices, id, lang, kind), name)
}
