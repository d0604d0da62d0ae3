import type { Ledger } from '../../../shared/definition/ledger.ts'
import type { Ref } from '../../data.ts'

/** Records of one ledger beside a record, in one relation to it. `closed`: how many are done; `said`: the done state, when there is only one. */
export type RefGroup = { key: string; as: string; ledger: string; refs: Ref[]; closed: number; said?: string }

/**
 * What is linked to a record, by relation and ledger: what it is part of, what its fields name, its parts, those that name it. Within a group the soonest
 * open duty first, then what waits without a day, then what is over.
 */
export function refGroups(refs: Ref[], ledgers: Ledger[]): RefGroup[] {
  const groups = new Map<string, Ref[]>()
  for (const ref of refs) {
    const key = `${rank(ref)}/${ref.as}/${ref.ledger}`
    const group = groups.get(key) ?? []
    if (!group.some(({ id }) => id === ref.id)) groups.set(key, [...group, ref])
  }
  return [...groups]
    .sort(([a], [b]) => Number(a[0]) - Number(b[0]))
    .flatMap(([key, own]) => {
      const [first] = own
      if (!first) return []
      const ledger = ledgers.find((each) => each.key === first.ledger)
      const ends = Object.entries(ledger?.states ?? {}).filter(([, { phase }]) => phase === 'done')
      const closed = own.filter(({ state }) => ends.some(([end]) => end === state)).length
      const said = ends.length === 1 ? ends[0]?.[0] : undefined
      return [
        {
          key,
          as: first.as,
          ledger: first.ledger,
          refs: own.sort((a, b) => order(a, ledger).localeCompare(order(b, ledger))),
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
