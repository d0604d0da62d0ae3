import type { Ledger } from '../../../shared/definition/ledger.ts'
import type { Ref } from '../../data.ts'

/** The part of the page's address that leads to what is beside the record. */
export const RELATED = 'related'

/** Records of one ledger beside a record, in one relation to it. `closed`: how many are done; `said`: the done state, when there is only one. */
export type RefGroup = { key: string; as: string; ledger: string; refs: Ref[]; closed: number; said?: string }

/**
 * What is linked to a record, by relation and ledger: what it is part of, what its fields name, its parts, those that name it. Within a group the soonest
 * open duty first, then what waits without a day, then what is over.
 */
export function refGroups(refs: Ref[], ledgers: Ledger[]): RefGroup[] {
  const groups = new Map<string, Ref[]>()
  const fields = new Set(refs.flatMap((ref) => (rank(ref) === 1 ? [ref.id] : [])))
  for (const ref of refs) {
    // What a field names stands there, and not once more among those that name the record; an agenda is one list, of whatever ledgers.
    if (ref.as === 'named' && fields.has(ref.id)) continue
    const key = `${rank(ref)}/${ref.as}/${rank(ref) === 1 ? '' : ref.ledger}`
    const group = groups.get(key) ?? []
    if (!group.some(({ id }) => id === ref.id)) groups.set(key, [...group, ref])
  }
  return [...groups]
    .sort(([a], [b]) => Number(a[0]) - Number(b[0]))
    .flatMap(([key, own]) => {
      const [first] = own
      if (!first) return []
      const rules = (ref: Ref) => ledgers.find((each) => each.key === ref.ledger)
      const closed = own.filter((ref) => rules(ref)?.states[ref.state]?.phase === 'done').length
      const mixed = own.some((ref) => ref.ledger !== first.ledger)
      const ends = Object.entries(rules(first)?.states ?? {}).filter(([, { phase }]) => phase === 'done')
      const said = ends.length === 1 && !mixed ? ends[0]?.[0] : undefined
      return [
        {
          key,
          as: first.as,
          ledger: first.ledger,
          refs: own.sort((a, b) => order(a, rules(a)).localeCompare(order(b, rules(b)))),
          closed,
          ...(said ? { said } : {}),
        },
      ]
    })
}

function rank({ as }: Ref): number {
  return as === 'parent' ? 0 : as === 'child' ? 2 : as === 'named' ? 3 : 1
}

function order({ owed, state, number, heading }: Ref, ledger: Ledger | undefined): string {
  const phase = ledger?.states[state]?.phase ?? ''
  const over = phase === 'void' ? 3 : phase === 'done' ? 2 : owed ? 0 : 1
  return `${over} ${owed?.dueOn ?? '9'} ${number ?? ''} ${heading}`
}
