import './own-lines.ts'
import type { SNSEvent } from 'aws-lambda'
import { clockAt } from './clock.ts'
import { env } from './env.ts'
import { learn } from './mail/fate.ts'

/** Triggered by the topic to which SES tells deliveries, bounces and complaints; may run twice or late. */
export async function handler({ Records }: SNSEvent): Promise<void> {
  const { today } = clockAt(new Date(), env('TODAY'))
  for (const { Sns } of Records) await learn(Sns.Message, today)
}
