import type { Context } from 'hono'
import { afterwards } from '../afterwards.ts'
import { log } from '../store/log.ts'
import type { Person } from '../store/people.ts'
import type { Env } from './area.ts'
import { addressOf } from './caller.ts'

/** Writes a line into the operation log: who did what, with what. What was done stays done when that fails. */
export async function noteDone(c: Context<Env>, what: string, about?: string): Promise<void> {
  const { scope, clock } = c.var
  const entry = { kind: 'operation', person: scope.person, name: scope.name, what, ...(about === undefined ? {} : { about }) } as const
  await afterwards('operation log', log(entry, clock.now))
}

/** Writes a line into the log of sign-ins: who came from where, and how it went. */
export async function noteLogin(c: Context<Env>, person: Pick<Person, 'id' | 'name'> | null, what: string): Promise<void> {
  const entry = { kind: 'login', person: person?.id ?? '', name: person?.name ?? '', what, ip: addressOf(c) } as const
  await afterwards('log of sign-ins', log(entry, c.var.clock.now))
}
