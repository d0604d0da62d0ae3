import type { Label } from '../names.ts'
import { withAttachments } from './attachments.ts'
import type { Ledger, Transition } from './ledger.ts'
import { withReturns } from './returns.ts'
import { withWayOut } from './way-out.ts'

type Ask<F extends string> = F | `${F}?`
type Effects<F extends string, S extends string, D extends string> = {
  to?: S
  sets?: { [K in F]?: NonNullable<Transition['sets']>[string] }
  discharges?: D[]
  opens?: (D | { duty: D; when: NonNullable<Transition['when']> })[]
  moves?: { duty: D; to: `@${F}` }[]
  creates?: Transition['creates']
  hands?: `@${F}`[]
  numbers?: true
  joins?: `@${F}`
}

/** A ledger whose own names must be spelt right: states, fields and duties are checked by the compiler, everything else by the gate. */
type Spelled<F extends string, S extends string, T extends string, D extends string> = Omit<
  Ledger,
  'fields' | 'states' | 'initial' | 'born' | 'once' | 'bounds' | 'transitions' | 'duties' | 'report' | 'returns'
> & {
  once?: NoInfer<F>[]
  bounds?: {
    field: NoInfer<F>
    atMost?: `@${NoInfer<F>}`
    atLeast?: `@${NoInfer<F>}`
    unless?: NonNullable<Transition['when']>
  }[]
  fields: { [K in F]: Ledger['fields'][string] }
  states: { [K in S]: Ledger['states'][string] }
  initial: NoInfer<S>
  born?: Effects<NoInfer<F>, NoInfer<S>, NoInfer<D>>
  transitions: {
    [K in T]: Omit<Transition, 'from' | 'asks' | 'once' | 'notBefore' | 'owing' | 'branches' | keyof Effects<string, string, string>> &
      Effects<NoInfer<F>, NoInfer<S>, NoInfer<D>> & {
        from: NoInfer<S>[]
        asks?: Ask<NoInfer<F>>[]
        once?: NoInfer<F>[]
        notBefore?: `@${NoInfer<F>}`
        owing?: NoInfer<D>[]
        branches?: ({ when: NonNullable<Transition['when']>; says?: Label } & Effects<NoInfer<F>, NoInfer<S>, NoInfer<D>>)[]
      }
  }
  duties: { [K in D]: Omit<Ledger['duties'][string], 'during' | 'heldBy'> & { during?: NoInfer<S>[]; heldBy?: NoInfer<D>[] } }
  /** Written out into steps by which duties go from a wrong office to the right one. */
  returns?: Pick<Effects<NoInfer<F>, NoInfer<S>, NoInfer<D>>, 'to' | 'opens' | 'discharges' | 'sets'> & {
    label?: Label
    says?: Label
    work?: Label
    by?: string[]
    also?: NoInfer<S>[]
  }
  /** The field of files to which every act may lay attachments. */
  attachments?: NoInfer<F>
  /** Who ends an item that is open and has no step of its own for it; the county when left out. */
  ends?: Transition['by']
  report?: Omit<NonNullable<Ledger['report']>, 'duty' | 'counts' | 'sums'> & {
    duty?: NoInfer<D>
    counts?: NoInfer<F>[]
    sums?: NoInfer<F>[]
  }
}

/**
 * Declares one of our ledgers. It narrows spelling, so that a misspelt state does not compile, asks for attachments wherever they come, and adds the way out of
 * every open state; what comes out is plain data.
 */
export function defineLedger<const F extends string, const S extends string, const T extends string, const D extends string>(
  ledger: Spelled<F, S, T, D>,
): Ledger {
  const { attachments, ends, ...plain } = ledger
  const data = withReturns(withWayOut(plain as unknown as Ledger, ends))
  return attachments ? withAttachments(data, attachments) : data
}
