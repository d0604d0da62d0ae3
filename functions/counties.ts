import { failedAfterwards } from './afterwards.ts'
import { countyOf, listCounties } from './store/counties.ts'
import { inCounty } from './store/county.ts'
import { callAgain } from './work/call.ts'

/**
 * What a schedule (`time`), or somebody by hand, asks of a door that works for counties: for one of them, or for all. `among`: how many have their turn at the
 * same time.
 */
export type Turn = { county?: string; time?: string; among?: number }

/** What a door answers that has worked for a county; for several: what it came to in each. */
type Reports<T> = Partial<T> & { counties?: Record<string, T> }

/**
 * Does a door's work for the county that is named, or for every county of the deployment: by the clock in a run of its own for each, so that each has a run's
 * time and none keeps another; by hand one after the other, so that all are told of. What fails in one does not keep it from the others, and fails the door
 * when all have had their turn. Where there is only one county, it is as if there were no others.
 */
export async function byCounty<T>(turn: Turn, work: () => Promise<T>): Promise<Reports<T>> {
  const { county, time, among } = turn
  const places = county === undefined ? await listCounties() : [await known(county)]
  const [only] = places
  if (places.length === 1 && only) return (await inCounty({ ...only, among }, work)) as Reports<T>
  const counties: Record<string, T> = {}
  const faults: Error[] = []
  for (const place of places) {
    try {
      if (time !== undefined) await callAgain({ ...turn, county: place.county, among: places.length } satisfies Turn)
      else counties[place.county] = await inCounty(place, work)
    } catch (error) {
      faults.push(error as Error)
      failedAfterwards(`the work for ${place.county}`, error)
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, `It failed in ${faults.length} of ${places.length} counties`)
  return (time === undefined ? { counties } : {}) as Reports<T>
}

/**
 * Does what a record of the table's stream, or a mail that came back, gives rise to, in the county that it names; nothing for one that this deployment does not
 * have.
 */
export async function inCountyOf(key: string, work: () => Promise<void>): Promise<void> {
  const place = await countyOf(key.split('#')[0] ?? '')
  if (place) await inCounty(place, work)
}

async function known(county: string) {
  const place = await countyOf(county)
  if (!place) throw new Error(`This deployment has no county ${county}`)
  return place
}
