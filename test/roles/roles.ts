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
 * What roles allow though no call of these wanted it, one sentence each: an action of a statement that was wanted on none of its resources. Statements that
 * several doors have alike are one: what keepers of records do, and which index they ask, definitions decide and not the door. What Lambda itself does, writing
 * logs, tracing and reading the stream, is not asked for by the doors.
 */
export function needless(roles: Roles, calls: Noted[]): string[] {
  const statements = Map.groupBy(
    Object.entries(roles).flatMap(([door, all]) =>
      all.filter(({ Effect }) => Effect === 'Allow').map((statement) => ({ door, statement })),
    ),
    ({ statement }) => JSON.stringify(statement),
  )
  return [...statements.values()].flatMap((alike) => {
    const doors = alike.map(({ door }) => door)
    return rightsIn(alike[0]?.statement as Statement)
      .filter((right) => !calls.some((call) => doors.includes(call.door) && concerns(right, call)))
      .map(({ Action, Resource }) => `${doors.join(', ')} may ${Action} on ${[Resource].flat().join(', ')}, which no test needs`)
  })
}

function rightsIn(statement: Statement): Statement[] {
  const actions = [statement.Action].flat().filter((action) => !/^(logs|xray|sqs):|Stream|ShardIterator|GetRecords/.test(action))
  return actions.map((Action) => ({ ...statement, Action }))
}
