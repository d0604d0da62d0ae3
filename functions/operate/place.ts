import { type ParseArgsConfig, parseArgs } from 'node:util'
import type { Place } from '../store/county.ts'

/** Where an operator's command works: a table of the account by name, or the platform that runs at PORT on this machine. */
export type Where = { table?: string | undefined; county?: string | undefined; bucket?: string | undefined; pool?: string | undefined }

/** The options by which every such command is told its place. */
export const placed = {
  table: { type: 'string' },
  county: { type: 'string' },
  bucket: { type: 'string' },
  pool: { type: 'string' },
} as const

/**
 * Makes this process work there: with the credentials and the region of the surroundings for a table of the account, else with the parts of the running
 * platform. Answers the county that is worked in. Throws a sentence where there is none.
 */
export async function settle({ table, county, bucket, pool }: Where): Promise<Place> {
  const known = table
    ? { TABLE: table, COUNTY: county ?? '', BUCKET: bucket ?? '', ...(pool && { IDENTITY: 'cognito', POOL_ID: pool }) }
    : await running()
  Object.assign(process.env, known)
  const named = county ?? process.env.COUNTY
  if (!named) throw new Error('Say which county: --county guannan')
  const { countyOf, ownerOfDeployment } = await import('../store/counties.ts')
  process.env.COUNTY = (await ownerOfDeployment(named)) ?? (table ? named : process.env.COUNTY)
  const place = await countyOf(named)
  if (!place) throw new Error(`The deployment has no county ${named}`)
  return place
}

async function running(): Promise<Record<string, string>> {
  return (await local('parts')) as Record<string, string>
}

/** Asks the platform that runs at PORT on this machine, as its programs may; throws a sentence where none does, and what it failed with. */
export async function local(what: string, event: object = {}): Promise<unknown> {
  const origin = `http://localhost:${process.env.PORT || 3000}`
  const answer = await fetch(`${origin}/_local/${what}`, { method: 'POST', body: JSON.stringify(event) }).catch(() => null)
  if (!answer)
    throw new Error(`Nothing answers at ${origin}. Start the platform first (npm start), or name what is deployed: see the README`)
  const said = (await answer.json()) as { message?: string }
  if (!answer.ok) throw new Error(said.message)
  return said
}

/** The options that a command was given; one that it does not know, or that lacks its value, is told by a sentence, and ends it. */
export function asked<T extends NonNullable<ParseArgsConfig['options']>>(options: T) {
  try {
    return parseArgs({ options })
  } catch (error) {
    const known = Object.keys(options).map((name) => `--${name}`)
    console.error(`${(error as Error).message.split('. ')[0]}. Known are ${known.join(', ')}`)
    process.exit(1)
  }
}

/** Ends a command: what it came to as one line of JSON, last; a sentence, and 1, where it could not. */
export async function told(work: () => Promise<{ ok: boolean } & object>): Promise<void> {
  try {
    const said = await work()
    console.log(JSON.stringify(said))
    if (!said.ok) process.exitCode = 1
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
