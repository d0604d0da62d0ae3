import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { made } from '../../cdk/local/made.ts'
import type { Statement, Wanted } from '../../cdk/local/rights.ts'
import { concerns } from '../../cdk/local/rights.ts'
import { run } from '../../cdk/local/run.ts'

/** What each door's role may do, by the door's name. */
export type Roles = Record<string, Statement[]>
/** A call as it is noted: which door made it, and what it wanted. */
export type Noted = Wanted & { door: string }

/** The roles of the template, synthesised anew only when the stack has changed. */
export async function rolesOfTemplate(now: Date): Promise<Roles> {
  const stack = readdirSync('cdk').filter((name) => name.endsWith('.ts'))
  const sources = ['package-lock.json', 'functions/env.ts', 'test/roles/write.ts', ...stack.map((name) => join('cdk', name))]
  const folder = await made('roles', sources, (place) => run('test/roles/write.ts', [place], new AbortController().signal), now)
  return JSON.parse(readFileSync(join(folder, 'roles.json'), 'utf8'))
}

/**
 * What roles allow though no call of these wanted it, one sentence each. Which index of several a definition has a door ask is the definition's affair: they
 * count as one. What Lambda itself does, writing logs, tracing and reading the stream, is not asked for by the doors.
 */
export function needless(roles: Roles, calls: Noted[]): string[] {
  return Object.entries(roles).flatMap(([door, statements]) =>
    statements
      .filter(({ Effect }) => Effect === 'Allow')
      .flatMap(rightsIn)
      .filter((right) => !calls.some((call) => call.door === door && concerns(right, call)))
      .map(({ Action, Resource }) => `${door} may ${Action} on ${[Resource].flat().join(', ')}, which no test needs`),
  )
}

function rightsIn(statement: Statement): Statement[] {
  const resources = [statement.Resource].flat()
  const each = resources.every((one) => one.includes('/index/')) ? [resources] : resources
  const actions = [statement.Action].flat().filter((action) => !/^(logs|xray|sqs):|Stream|ShardIterator|GetRecords/.test(action))
  return actions.flatMap((Action) => each.map((Resource) => ({ ...statement, Action, Resource })))
}
