import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods, ObjectOwnership } from 'aws-cdk-lib/aws-s3'
import { accept } from './accept.ts'
import type { Settings } from './settings.ts'

const locked = { blockPublicAccess: BlockPublicAccess.BLOCK_ALL, encryption: BucketEncryption.S3_MANAGED, enforceSSL: true }

/**
 * What people attach. The panel's security policy names this bucket, so it stands before the panel has an address: without a domain of its own any of
 * CloudFront's names may ask, with a signature that only the API gives.
 */
export function filesBucket(stack: Stack, { logs, settings }: { logs: Bucket; settings: Settings }): Bucket {
  const origin = settings.domain ? `https://${settings.domain}` : 'https://*.cloudfront.net'
  return new Bucket(stack, 'Files', {
    ...locked,
    ...(settings.filesBucket && { bucketName: settings.filesBucket }),
    versioned: true,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    serverAccessLogsBucket: logs,
    serverAccessLogsPrefix: 'files/',
    cors: [{ allowedMethods: [HttpMethods.POST, HttpMethods.GET], allowedOrigins: [origin], allowedHeaders: ['*'], maxAge: 3600 }],
    lifecycleRules: [
      { abortIncompleteMultipartUploadAfter: Duration.days(1), noncurrentVersionExpiration: Duration.days(90) },
      { prefix: 'exports/', expiration: Duration.days(1) },
      // What hangs on a record lies under files/; a form that was left unfinished may name its upload as long as its key lives.
      { prefix: 'uploads/', expiration: Duration.days(90) },
    ],
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  })
}

export function logsBucket(stack: Stack): Bucket {
  const logs = new Bucket(stack, 'Logs', {
    ...locked,
    lifecycleRules: [{ expiration: Duration.days(180) }],
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  })
  return accept(logs, { 'AwsSolutions-S1': 'The bucket of access logs does not log the access to itself.' })
}
