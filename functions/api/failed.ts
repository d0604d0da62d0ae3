import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { api, fault, tooFast, wrongType } from '../../shared/words/api.ts'
import type { Env } from './area.ts'
import { isAway } from './away.ts'
import { problem, wrong } from './problem.ts'

/** The one place where what was thrown becomes an answer. A bug is told by its id and logged without what people wrote. */
export function failed(error: Error, c: Context<Env>): Response {
  if (error instanceof HTTPException) {
    if (error.status === 415) return problem(c, 415, wrongType(['application/json']))
    if (error.status === 413) return problem(c, 413, api.tooLarge)
    if (error.status < 500) return wrong(c, '', api.badForm)
  }
  // DynamoDB keeps 400 KB an item; what outgrows it has been written by people, so it is their input and no defect.
  if (outgrown.test(`${error.message} ${reasonsOf(error)}`)) return problem(c, 413, api.tooLarge)
  if (busy.includes(error.name)) {
    c.header('Retry-After', '20')
    return problem(c, 429, tooFast(20))
  }
  if (isAway(error)) {
    c.header('Retry-After', '20')
    console.error(JSON.stringify({ away: c.get('requestId'), route: c.req.method, name: error.name, ...trace(error) }))
    return problem(c, 503, api.away)
  }
  const id = c.get('requestId') ?? '000000'
  console.error(JSON.stringify({ fault: id, route: c.req.method, name: error.name, ...trace(error) }))
  return problem(c, 500, fault(id))
}

const outgrown = /item size (to update )?has exceeded/i
const reasonsOf = (error: Error): string => ('CancellationReasons' in error ? JSON.stringify(error.CancellationReasons) : '')

const busy = ['TooManyRequestsException', 'ThrottlingException', 'ProvisionedThroughputExceededException', 'RequestLimitExceeded']

/** A parser quotes what it read, so its message stays out. */
function trace(error: Error): { message?: string; at: string[] } {
  const at = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 12)
    .map((line) => line.trim())
  return error instanceof SyntaxError ? { at } : { message: error.message, at }
}
