import { calendar } from '../shared/calendar.ts'
import type { World } from '../shared/world.ts'
import { listOffices } from './store/offices.ts'
import { type CountySettings, readCountySettings } from './store/settings.ts'

/** What the engine needs to know of the county, with the settings from which reminders are read. */
export type County = { world: World; settings: CountySettings }

const KEEP = 3000
let kept: { until: number; county: Promise<County> } | undefined

/** Offices, calendar, term and session: two reads at once, kept for three seconds in a warm function. */
export async function world(): Promise<World> {
  return (await county()).world
}

export function county(): Promise<County> {
  const at = performance.now()
  if (!kept || kept.until < at) {
    const county = load()
    kept = { until: at + KEEP, county }
    county.catch(forgetWorld)
  }
  return kept.county
}

/** Reads anew on the next call: after offices or settings were changed here. */
export function forgetWorld(): void {
  kept = undefined
}

async function load(): Promise<County> {
  const [offices, settings] = await Promise.all([listOffices(), readCountySettings()])
  const { off, work, published, term, session } = settings
  const world = { calendar: calendar(off, work, published), offices, ...(term ? { term } : {}), ...(session ? { session } : {}) }
  return { world, settings }
}
