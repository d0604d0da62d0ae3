import { calendar } from '../shared/deadline/calendar.ts'
import type { World } from '../shared/world.ts'
import { afterwards } from './afterwards.ts'
import { countyHere } from './store/county.ts'
import { noteWorld, worldSeen } from './store/definitions.ts'
import { listOffices } from './store/offices.ts'
import { type CountySettings, readCountySettings } from './store/settings.ts'
import { systemScope } from './store/system-scope.ts'
import { tableName } from './store/table.ts'

/** What the engine needs to know of the county, with the settings from which reminders are read. */
export type County = { world: World; settings: CountySettings }

const KEEP = 3000
const kept = new Map<string, { until: number; change: unknown; county: Promise<County> }>()

/** Offices (closed ones too), calendar and sessions of the county that the present work is for: two reads at once, kept for three seconds. */
export async function world(): Promise<World> {
  return (await county()).world
}

/** The same with the county's settings. */
export function county(): Promise<County> {
  const name = `${tableName()}#${countyHere()}`
  const known = kept.get(name)
  const change = worldSeen(systemScope())
  if (known && known.change === change && known.until > performance.now()) return known.county
  const county = load()
  kept.set(name, { until: performance.now() + KEEP, change, county })
  county.catch(forgetWorld)
  return county
}

/**
 * After offices or settings were changed: read anew on the next call here, and by whoever acts next in another process; who only reads learns it within
 * seconds.
 */
export async function changedWorld(): Promise<void> {
  forgetWorld()
  // What is stored is stored: without the note the others learn of it a little later.
  await afterwards('world', noteWorld(systemScope()))
}

/** Reads anew on the next call. */
export function forgetWorld(): void {
  kept.clear()
}

async function load(): Promise<County> {
  const [offices, settings] = await Promise.all([listOffices(), readCountySettings()])
  const { off, work, published, sittings, entry } = settings
  const world = { calendar: calendar(off, work, published), offices, sittings, ...(entry ? { entry } : {}) }
  return { world, settings }
}
