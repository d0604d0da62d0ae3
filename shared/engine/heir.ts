import type { Holder } from '../duty.ts'
import type { Office, World } from '../world.ts'
import { remembered } from './remembered.ts'

type Seat = Pick<Office, 'kind' | 'id'>

/** The office that does today what this one was there for: itself while it is open, else who took it over, and so on. */
export function heirOf({ offices }: Pick<World, 'offices'>, kind: string, id: string): string {
  const seen = new Set<string>()
  for (let now = id; ; ) {
    const office = officeAt(offices, kind, now)
    if (!office?.closed || office.successor === undefined || seen.has(now)) return now
    seen.add(now)
    now = office.successor
  }
}

const byName = remembered((offices: Office[]) => new Map(offices.map((office) => [`${office.kind}:${office.id}`, office])))

/** An office of the county, ended ones too. */
export function officeAt(offices: Office[], kind: string, id: string): Office | undefined {
  return byName(offices).get(`${kind}:${id}`)
}

/** The same for the holder of a duty; a person stays himself. */
export function livingHolder(world: Pick<World, 'offices'>, holder: Holder): Holder {
  if (holder.kind === 'person' || holder.kind === 'county') return holder
  const id = heirOf(world, holder.kind, holder.id)
  return id === holder.id ? holder : { ...holder, id }
}

/** The open office that took over from a closed one; undefined when nobody did. */
export function takenOverBy(world: Pick<World, 'offices'>, { kind, id }: Seat): Office | undefined {
  const heir = heirOf(world, kind, id)
  return heir === id ? undefined : world.offices.find((each) => each.kind === kind && each.id === heir && !each.closed)
}
