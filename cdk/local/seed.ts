import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { signIn } from './api.ts'
import type { Platform } from './platform.ts'

/** Of every local account, and of no other. */
export const password = 'Duban-2026!'

/** On the first start: offices and accounts, and the suggestions of the demonstration county as they stand on `today` unless `none` is wished. */
export async function seed(platform: Platform, folder: string, wish: string, today: string): Promise<void> {
  const done = join(folder, 'seeded')
  if (existsSync(done)) return
  const demo = await import('./demo/index.ts')
  await platform.invoke('Bootstrap', {
    offices: demo.offices,
    people: demo.people.map((person) => ({ ...person, password })),
    ...(wish === 'demo' ? { settings: { sittings: demo.sittings(today) } } : {}),
  })
  if (wish === 'demo') await demo.load(api(platform), today, new Date())
  await platform.settled()
  writeFileSync(done, `${wish} ${today}\n`)
}

/** After it, while people already work: the other ledgers of the demonstration county, as of the day on which it was begun. */
export async function fill(platform: Platform, folder: string, signal: AbortSignal): Promise<void> {
  const [wish, today] = readFileSync(join(folder, 'seeded'), 'utf8').trim().split(' ')
  const done = join(folder, 'filled')
  if (wish !== 'demo' || !today || existsSync(done)) return
  const demo = await import('./demo/index.ts')
  await demo.enrol(api(platform), today)
  await demo.playOn(api(platform), today, new Date(), signal)
  if (signal.aborted) return
  await demo.bringIn(api(platform), today)
  writeFileSync(done, `${today}\n`)
  console.log('The other ledgers of the demonstration county are filled.')
}

const api = ({ origin, ask }: Platform) => ({ as: (email: string) => signIn(origin, email, password, ask) })
