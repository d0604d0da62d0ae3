import type { NamedDay } from '../../shared/deadline/calendar.ts'
import type { Rung } from '../../shared/definition/ledger.ts'
import type { Scope } from '../../shared/scope.ts'
import type { Sitting } from '../../shared/sitting.ts'
import type { Wordings } from '../../shared/wording.ts'
import type { EntryLimits } from '../../shared/world.ts'
import { at } from './at.ts'
import { getItem, type Item, putItem, updateItem } from './table.ts'

/** What a county may set: its own days off and days worked, years whose notice it entered, both reminder ladders, how long files are kept; and the sessions of its congress. */
export type CountySettings = {
  off: NamedDay[]
  work: NamedDay[]
  published: number[]
  reminders?: { long?: Rung[]; short?: Rung[] }
  /** Which overviews go out; those not named do. */
  overviews?: { weekly?: boolean; monthly?: boolean }
  /** The county's own words of a rule. */
  wording?: Wordings
  /** How many days the files of imports are kept. */
  fileDays?: number
  /** How late something may be entered. */
  entry?: EntryLimits
  /** Earliest first. */
  sittings: Sitting[]
  /** When the last of them was opened. */
  sittingOpenedOn?: string
  /** Counts the changes; 0 while nothing was set. */
  version: number
}

/** A person's own settings: saved views, columns, language, text size, as the panel wrote them. */
export type OwnSettings = Record<string, unknown>

const countyKey = () => ({ pk: at('COUNTY'), sk: 'SETTINGS' })
const ownKey = (person: string) => ({ pk: at('P', person), sk: 'SETTINGS' })

/** The county's settings as they hold now, with what it never set. */
export async function readCountySettings(): Promise<CountySettings> {
  return settingsOf((await getItem(countyKey())) ?? countyKey())
}

/**
 * Changes what is given and leaves the rest; undefined clears. Answers the settings as they are now, null when they have changed since `version`.
 */
export async function changeCountySettings(
  _scope: Scope,
  given: Partial<Omit<CountySettings, 'version'>>,
  version: number,
): Promise<CountySettings | null> {
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  const remove = Object.keys(given).filter((name) => !Object.hasOwn(set, name))
  const names = { '#v': 'version' }
  const unchanged = version === 0 ? { text: 'attribute_not_exists(#v)', names } : { text: '#v = :v', names, values: { ':v': version } }
  const now = await updateItem(countyKey(), { set: { ...set, version: version + 1 }, remove, when: unchanged })
  return now ? settingsOf(now) : null
}

function settingsOf({ pk, sk, ...stored }: Item): CountySettings {
  const settings: CountySettings = { off: [], work: [], published: [], sittings: [], version: 0, ...stored }
  return { ...settings, ...asTheyCount(settings) }
}

/**
 * The days and years, each once, as they count (`calendar`): a rest goes before work, and of two the later. They may have been stored before a day given twice
 * was refused; told as they stand, none of the settings could be saved again.
 */
function asTheyCount({ off, work, published }: CountySettings): Pick<CountySettings, 'off' | 'work' | 'published'> {
  const rested = new Map(off.map((each) => [each.day, each]))
  const worked = new Map(work.map((each) => [each.day, each]))
  return {
    off: [...rested.values()],
    work: [...worked.values()].filter(({ day }) => !rested.has(day)),
    published: [...new Set(published)],
  }
}

/** A person's own settings; empty when he has kept none. */
export async function readOwnSettings(scope: Pick<Scope, 'person'>): Promise<OwnSettings> {
  const found = await getItem<{ text: string }>(ownKey(scope.person))
  return found ? JSON.parse(found.text) : {}
}

/** Keeps the caller's own settings in place of those before. */
export async function writeOwnSettings(scope: Scope, settings: OwnSettings): Promise<void> {
  // As text: names and numbers in it are the panel's, and DynamoDB takes neither all names nor all numbers. Language and wishes are read for mails.
  const { language, coSigned, away, channel } = settings
  await putItem({ ...ownKey(scope.person), settings: { language, coSigned, away, channel }, text: JSON.stringify(settings) })
}
