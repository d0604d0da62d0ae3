import type { Stack } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { ConfigurationSet, EmailIdentity, EmailSendingEvent, EventDestination, Identity, SuppressionReasons } from 'aws-cdk-lib/aws-ses'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Optional } from '../functions/env.ts'
import type { Settings } from './settings.ts'

/** How letters go: what a door is told of it, what it may do, and who hears of a letter's fate. */
export type Mail = {
  tells: Partial<Record<Optional, string>>
  may: PolicyStatement[]
  fate: (door: IFunction, letters: Queue) => void
}

export function mail(stack: Stack, settings: Settings): Mail {
  return settings.mailDriver === 'smtp' ? bySmtp(stack, settings) : bySes(stack, settings)
}

/** Another's server: its address with the password is read from the secret when a letter goes, so that it can be changed without a deployment. */
function bySmtp(stack: Stack, { smtpSecret = '' }: Settings): Mail {
  const secret = Secret.fromSecretNameV2(stack, 'Smtp', smtpSecret)
  const may = new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [`${secret.secretArn}-??????`] })
  return { tells: { SMTP_SECRET: smtpSecret }, may: [may], fate: () => {} }
}

/** Who we write as, and where the fate of a letter is told: delivered, bounced, complained about. */
function bySes(stack: Stack, { mailFrom, mailIdentity }: Settings): Mail {
  const set = new ConfigurationSet(stack, 'Letters', {
    suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    reputationMetrics: true,
  })
  const domain = mailFrom.split('@')[1] ?? mailFrom
  if (mailIdentity === 'create') new EmailIdentity(stack, 'Sender', { identity: Identity.domain(domain), configurationSet: set })
  const arn = (resource: string, resourceName: string) => stack.formatArn({ service: 'ses', resource, resourceName })
  // An identity of the account may be the domain or the very address.
  const identities = [arn('identity', domain), ...(mailIdentity === 'existing' ? [arn('identity', mailFrom)] : [])]
  const topic = new Topic(stack, 'Fates', { enforceSSL: true })
  set.addEventDestination('Fates', {
    destination: EventDestination.snsTopic(topic),
    events: [EmailSendingEvent.DELIVERY, EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT, EmailSendingEvent.REJECT],
  })
  return {
    tells: { SES_CONFIG_SET: set.configurationSetName },
    may: [
      new PolicyStatement({
        actions: ['ses:SendEmail'],
        resources: [...identities, arn('configuration-set', set.configurationSetName)],
      }),
      // How many mails a second the account may send; it has no resource to name.
      new PolicyStatement({ actions: ['ses:GetSendQuota'], resources: ['*'] }),
    ],
    fate: (door, letters) => void topic.addSubscription(new LambdaSubscription(door, { deadLetterQueue: letters })),
  }
}
