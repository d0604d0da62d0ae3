import type { SNSEvent } from 'aws-lambda'

/** What Lambda gets when SES tells, through SNS, that a letter can never be delivered to an address. */
export function bounce(address: string, tags: Record<string, string[]> = {}): SNSEvent {
  const message = {
    eventType: 'Bounce',
    bounce: {
      feedbackId: '0102019e-feed-0000',
      bounceType: 'Permanent',
      bounceSubType: 'General',
      bouncedRecipients: [{ emailAddress: address, action: 'failed', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 user unknown' }],
      timestamp: '2026-07-08T00:31:07.000Z',
      reportingMTA: 'dns; mx.example.test',
    },
    mail: {
      timestamp: '2026-07-08T00:31:02.000Z',
      source: 'duban@duban.test',
      sendingAccountId: '000000000000',
      messageId: '0102019e-0000',
      destination: [address],
      headersTruncated: false,
      tags: { 'ses:configuration-set': ['Letters'], ...tags },
    },
  }
  return {
    Records: [
      {
        EventSource: 'aws:sns',
        EventVersion: '1.0',
        EventSubscriptionArn: 'arn:aws:sns:ap-southeast-1:000000000000:Fates:1',
        Sns: {
          SignatureVersion: '1',
          Timestamp: '2026-07-08T00:31:08.000Z',
          Signature: '',
          SigningCertUrl: '',
          MessageId: '5f1c0d1e-0000',
          Message: JSON.stringify(message),
          MessageAttributes: {},
          Type: 'Notification',
          UnsubscribeUrl: '',
          TopicArn: 'arn:aws:sns:ap-southeast-1:000000000000:Fates',
          Subject: 'Amazon SES Email Event Notification',
          Token: '',
        },
      },
    ],
  }
}
