import type { Stack } from 'aws-cdk-lib'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { ConfigurationSet, EmailIdentity, EmailSendingEvent, EventDestination, Identity, SuppressionReasons } from 'aws-cdk-lib/aws-ses'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Settings } from './settings.ts'

export type Mail = { identity: EmailIdentity; set: ConfigurationSet; fate: (door: IFunction, letters: Queue) => void }

/** Who we write as, and where the fate of a letter is told: delivered, bounced, complained about. */
export function mail(stack: Stack, { mailFrom }: Settings): Mail {
  const set = new ConfigurationSet(stack, 'Letters', {
    suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    reputationMetrics: true,
  })
  const identity = new EmailIdentity(stack, 'Sender', {
    identity: Identity.domain(mailFrom.split('@')[1] ?? mailFrom),
    configurationSet: set,
  })
  const topic = new Topic(stack, 'Fates', { enforceSSL: true })
  set.addEventDestination('Fates', {
    destination: EventDestination.snsTopic(topic),
    events: [EmailSendingEvent.DELIVERY, EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT, EmailSendingEvent.REJECT],
  })
  return { identity, set, fate: (door, letters) => void topic.addSubscription(new LambdaSubscription(door, { deadLetterQueue: letters })) }
}
