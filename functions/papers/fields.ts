import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Paper } from '../../shared/definition/paper.ts'
import { countedRates } from '../../shared/papers/counted.ts'
import { blocksAbout, sectionsOf } from '../../shared/papers/sections.ts'

/** The fields of a paper's own records that stand in it, and `ledger/field` of those that its sections tell of. */
export function fieldsIn(paper: Paper, ledger: Ledger, ledgers: Map<string, Ledger>): string[] {
  const others = [...new Set(sectionsOf(paper).map((section) => section.ledger))].flatMap((key) => {
    const other = ledgers.get(key)
    return other ? fieldsAbout({ blocks: blocksAbout(paper, '', key) }, other).map((field) => `${key}/${field}`) : []
  })
  const dated: Paper['blocks'] = paper.on === undefined ? [] : [{ as: 'text', say: [paper.on] }]
  return [...fieldsAbout({ blocks: [...paper.blocks.filter(({ as }) => as !== 'section'), ...dated] }, ledger), ...others]
}

/** True when a field that stands in a paper is hidden: `fields` as they were kept with it, of the records of `own`. */
export function isClosed(fields: string[], own: string, record: { ledger: string }, hidden: string[]): boolean {
  return hidden.some((key) => fields.includes(`${record.ledger}/${key}`) || (record.ledger === own && fields.includes(key)))
}

/** A timeline tells what was said in every step. */
function fieldsAbout({ blocks }: Pick<Paper, 'blocks'>, { fields, report }: Ledger): string[] {
  const text = JSON.stringify([blocks, countedRates({ blocks }).map((key) => report?.rates?.[key])])
  const spoken = text.includes('"timeline"')
  return Object.entries(fields).flatMap(([key, { only }]) =>
    (spoken && only === 'event') || new RegExp(`([@"]|(organ|under)\\.)${key}[^a-zA-Z0-9-]`).test(text) ? [key] : [],
  )
}
