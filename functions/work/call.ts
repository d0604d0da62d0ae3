import { afterwards } from '../afterwards.ts'
import { demand } from '../env.ts'
import { countyHere } from '../store/county.ts'
import type { LongWork } from '../store/long-work.ts'

/** Long work of a county, as it is called for. */
export type Work = LongWork & { county: string }

/**
 * Has long work done behind this request, which has stored it: nobody waits for it, and a call that is lost on the way is made again by the clock
 * (importer.ts).
 */
export async function begin(work: LongWork): Promise<void> {
  await afterwards(`calling for the ${work.kind}`, call(demand('WORKER'), { ...work, county: countyHere() } satisfies Work))
}

/** Has this door called again, by itself. */
export function callAgain(event: object): Promise<void> {
  return call(demand('AWS_LAMBDA_FUNCTION_NAME'), event)
}

/** Calls a function and answers what it answers; throws what it failed with. */
export async function callAndWait(name: string, event: object): Promise<unknown> {
  const { InvokeCommand, LambdaClient } = await import('@aws-sdk/client-lambda')
  const { Payload, FunctionError } = await new LambdaClient().send(
    new InvokeCommand({ FunctionName: name, Payload: JSON.stringify(event) }),
  )
  const answer = JSON.parse(Payload?.transformToString() || 'null')
  if (FunctionError) throw new Error(`${name}: ${answer?.errorMessage ?? FunctionError}`)
  return answer
}

/** Lambda's asynchronous invocation: it answers at once, tries a failed run twice again, and lays what fails then with the dead letters. */
async function call(name: string, event: object): Promise<void> {
  const { InvokeCommand, LambdaClient } = await import('@aws-sdk/client-lambda')
  await new LambdaClient().send(new InvokeCommand({ FunctionName: name, InvocationType: 'Event', Payload: JSON.stringify(event) }))
}
