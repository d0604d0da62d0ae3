import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Client, signIn } from '../cdk/local/api.ts'
import { type Platform, startPlatform } from '../cdk/local/platform.ts'
import { freePort } from '../cdk/local/ports.ts'
import { password, seed } from '../cdk/local/seed.ts'
import { partsHere } from './parts-here.ts'
import { seen } from './roles/attributed.ts'

type Wishes = { panel?: boolean; seed?: 'demo' | 'none'; today?: string }
export type Running = Platform & {
  data: string
  /** A signed-in client of a local account: `as('xinan')`. */
  as: (account: string) => Promise<Client>
}

/**
 * The whole platform on free ports with a folder of its own, offices and accounts included; `stop` removes all of it. Its table is one of many in this worker's
 * database: one of its own would take eight seconds of processor time to start and to grow warm.
 */
export async function start({ panel = false, seed: wish = 'none', today = '2026-07-08' }: Wishes = {}): Promise<Running> {
  const data = mkdtempSync(join(tmpdir(), 'duban-'))
  const [port, mailPort] = [await freePort(), await freePort()]
  const database = { endpoint: partsHere().dynamo, tables: `p-${randomUUID()}` }
  const platform = await startPlatform({ port, mailPort, data, today, panel, database, seen, unhurried: true })
  const stop = () => platform.stop().then(() => rmSync(data, { recursive: true, force: true }))
  await seed(platform, data, wish, today).catch(async (error) => {
    await stop()
    throw error
  })
  return { ...platform, data, stop, as: (account) => signIn(platform.origin, `${account}@duban.test`, password) }
}
