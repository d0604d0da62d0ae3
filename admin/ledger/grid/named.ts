import { officeNames } from '../../../shared/office-names.ts'
import type { Office } from '../../../shared/world.ts'

/** The longest and the shortest name by which somebody writes of a unit. */
const [LONG, SHORT] = [12, 3]
const endings = /局|委员会|委|办公室|办|公司|大队|中心|院/gu
/** Behind who is to lead: 县审计局牵头, 住建局会同公安局. */
const leads = /^(单位|部门)?(牵头|主办|主要负责|负责|承办|主责|会同|联合)/

/** The units that a text names, each once; where it says who is to lead, that one alone. */
export function unitsIn(text: string, offices: Office[]): string[] {
  const names = officeNames(
    offices.filter(({ closed }) => !closed),
    'unit',
  )
  const found = [...text.matchAll(endings)].flatMap(({ index, 0: ending }) => {
    const end = index + ending.length
    for (let length = Math.min(LONG, end); length >= SHORT; length--) {
      const id = names.id(text.slice(end - length, end))
      if (id !== undefined) return [{ id, leads: leads.test(text.slice(end)) }]
    }
    return []
  })
  const leading = found.filter((each) => each.leads)
  return [...new Set((leading.length > 0 ? leading : found).map(({ id }) => id))]
}
