import { addDays } from '../../shared/deadline/calendar.ts'
import { clockAt } from '../clock.ts'
import { env } from '../env.ts'
import { originHere } from '../here.ts'
import { carried } from '../store/county.ts'
import { countySecret } from '../store/county-secret.ts'
import { type ActLink, LINK_DAYS, signAct } from './act-link.ts'
import type { Act, Named } from './item.ts'

/** Where a letter's buttons lead. `sign`: makes the link with which its reader acts without opening the panel; absent where a letter is only shown. */
export type Links = { origin: string; sign?: (link: Omit<ActLink, 'person' | 'until'>) => string }

/** The links of a letter that is shown again: it acts for nobody. */
export function plainLinks(): Links {
  return { origin: originHere() }
}

/** The links of a letter to one person, of a day: what it offers works from then on, or from now if that is later. */
export async function linksFor(person: string, on: string, now: Date): Promise<Links> {
  const { today } = clockAt(now, env('TODAY'))
  const until = addDays(on > today ? on : today, LINK_DAYS)
  const secret = await countySecret()
  return { origin: originHere(), sign: (link) => carried(signAct({ ...link, person, until }, secret)) }
}

/** The address of an act: its own page where the letter can offer it, else the record's page with its form open. */
export function actAddress({ origin, sign }: Links, { ledger, id }: Named, { key, light }: Act, duty?: string): string {
  if (key === undefined || !light || !sign) return address(origin, { ledger, id }, key)
  return `${origin}/act/${sign({ ledger, record: id, act: key, ...(duty === undefined ? {} : { duty }) })}`
}

/** The address of a record's page, with the form of a transition open when one is named. */
export function address(origin: string, record: Pick<Named, 'ledger' | 'id'>, act?: string): string {
  return `${origin}/${record.ledger}/${record.id}/show${act === undefined ? '' : `?do=${act}`}`
}

/** The page on which a paper that was sent out is opened. */
export function paperAddress(
  origin: string,
  { ledger, id }: Pick<Named, 'ledger' | 'id'>,
  { key, edition }: { key: string; edition: number },
): string {
  return `${origin}/papers/${ledger}/${key}/${id}?edition=${edition}`
}
