import type { NamedDay } from '../../shared/calendar.ts'
import type { Rung } from '../../shared/ledger.ts'
import type { Scope } from '../../shared/scope.ts'
import { at } from './at.ts'
import { getItem, putItem } from './table.ts'

/** What a county may set: its own days off and days worked, years whose notice it entered, term and session with the terms so far, both reminder ladders. */
export type CountySettings = {
  off: NamedDay[]
  work: NamedDay[]
  published: number[]
  term?: number
  session?: number
  /** Every term that the county has been in. */
  terms: number[]
  reminders?: { long?: Rung[]; short?: Rung[] }
}

/** A person's own settings: saved views, columns, language, text size, as the panel wrote them. */
export type OwnSettings = Record<string, unknown>

const countyKey = () => ({ pk: at('COUNTY'), sk: 'SETTINGS' })
const ownKey = (person: string) => ({ pk: at('P', person), sk: 'SETTINGS' })

export async function readCountySettings(): Promise<CountySettings> {
  const { pk, sk, ...settings } = (await getItem(countyKey())) ?? countyKey()
  return { off: [], work: [], published: [], terms: [], ...settings }
}

/** Replaces them; `store/world.ts` reads the same attributes. */
export async function writeCountySettings(_scope: Scope, settings: CountySettings): Promise<void> {
  await putItem({ ...settings, ...countyKey() })
}

/** A person's own settings; empty when he has kept none. */
export async function readOwnSettings(scope: Pick<Scope, 'person'>): Promise<OwnSettings> {
  const found = await getItem<{ text: string }>(ownKey(scope.person))
  return found ? JSON.parse(found.text) : {}
}

export async function writeOwnSettings(scope: Scope, settings: OwnSettings): Promise<void> {
  // As text: names and numbers in it are the panel's, and DynamoDB takes neither all names nor all numbers. The language is read for mails.
  const { language } = settings
  await putItem({ ...ownKey(scope.person), settings: { language }, text: JSON.stringify(settings) })
}
