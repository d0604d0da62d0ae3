import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { signIn } from './api.ts'
import type { Platform } from './platform.ts'

/** Of every local account, and of no other. */
export const password = 'Duban-2026!'

/** On the first start: offices and accounts, and the demonstration county as it stands on `today` unless `none` is wished. */
export async function seed(platform: Platform, folder: string, wish: string, today: string): Promise<void> {
  const done = join(folder, 'seeded')
  if (existsSync(done)) return
  const demo = await import('./demo/index.ts')
  await platform.invoke('Bootstrap', { offices: demo.offices, people: demo.people.map((person) => ({ ...person, password })) })
  if (wish === 'demo') await demo.load({ as: (email) => signIn(platform.origin, email, password) }, today)
  await platform.settled()
  writeFileSync(done, `${wish}\n`)
}
