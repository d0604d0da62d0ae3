import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { Cron } from 'croner'
import type { Stack } from './deploy.ts'
import { byArn } from './functions.ts'
import type { LocalFunction } from './pool.ts'

type Declared = {
  ScheduleExpression: string
  ScheduleExpressionTimezone?: string
  State: string
  Target: { Arn: string; Input?: string; RetryPolicy?: { MaximumRetryAttempts?: number } }
}

/** The template's schedules, run by croner. Answers a function that ends them. */
export async function schedules(stack: Stack, functions: Map<string, LocalFunction>, folder: string): Promise<() => void> {
  const clocks = (await stack.of('AWS::Scheduler::Schedule')).map(([id, properties]) => {
    const { ScheduleExpression, ScheduleExpressionTimezone: timezone = 'UTC', State, Target } = properties as unknown as Declared
    const door = byArn(functions, Target.Arn)
    const clock = new Cron(pattern(ScheduleExpression), { timezone, paused: State !== 'ENABLED', unref: true }, async (self: Cron) => {
      const time = (self.currentRun() ?? new Date()).toISOString().replace(/\.\d+Z$/, 'Z')
      const input = JSON.parse((Target.Input ?? '{}').replaceAll('<aws.scheduler.scheduled-time>', time))
      for (let left = Target.RetryPolicy?.MaximumRetryAttempts ?? 0; ; left--) {
        const fault = await door.invoke(input).then(
          () => undefined,
          (error: Error) => error,
        )
        if (!fault) return
        process.stderr.write(`${id}: ${fault.message}\n`)
        if (left === 0)
          return appendFileSync(
            join(folder, 'dead-letters.jsonl'),
            `${JSON.stringify({ door: door.name, reason: fault.message, input })}\n`,
          )
      }
    })
    return clock
  })
  return () => {
    for (const clock of clocks) clock.stop()
  }
}

// rate(5 minutes), or cron(minute hour day month weekday year), where one of the two days is `?`; croner wants seconds first and no year.
function pattern(expression: string): string {
  const minutes = /^rate\((\d+) minutes\)$/.exec(expression)?.[1]
  if (minutes) return `0 */${minutes} * * * *`
  const found = /^cron\((\S+ \S+ \S+ \S+ \S+) \*\)$/.exec(expression)
  if (!found?.[1]) throw new Error(`This machine does not know the schedule ${expression}`)
  return `0 ${found[1].replaceAll('?', '*')}`
}
