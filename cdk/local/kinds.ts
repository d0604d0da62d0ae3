import type { Properties } from './deploy.ts'
import { createBucket } from './make-bucket.ts'
import { createClient, createPool } from './make-pool.ts'
import { createSecret } from './make-secret.ts'
import { createSender } from './make-sender.ts'
import { createTable } from './make-table.ts'
import { accountId, functionName, region } from './resolve.ts'

export type Deployed = { ref: string; attributes?: Record<string, string> }
/** Where the local parts answer. */
export type Places = { dynamo: string; people: string; files: string; mail: string; calls: string; origin: string }
/** And how the names of tables begin, where others have tables in the same database. */
export type Site = Places & { tables?: string }
export type Make = (id: string, properties: () => Promise<Properties>, site: Site, known?: Deployed) => Promise<Deployed>

const arn = (service: string, name: string) => `arn:aws:${service}:${region}:${accountId}:${name}`

// Things of the cloud that have a name here and nothing behind it.
const named =
  (service: string, ...attributes: string[]): Make =>
  async (id) => ({
    ref: id,
    attributes: { Arn: arn(service, id), ...Object.fromEntries(attributes.map((name) => [name, `${id}-${name}`])) },
  })

/** How each type of resource comes to stand on this machine. */
export const kinds: Record<string, Make> = {
  'AWS::DynamoDB::Table': createTable,
  'AWS::S3::Bucket': createBucket,
  'AWS::Cognito::UserPool': createPool,
  'AWS::Cognito::UserPoolClient': createClient,
  // Read by the runtime itself: rights by rights.ts, functions by functions.ts, and so on.
  'AWS::Lambda::Function': async (id) => ({ ref: functionName(id), attributes: { Arn: arn('lambda', `function:${functionName(id)}`) } }),
  'AWS::Lambda::EventSourceMapping': named('lambda'),
  'AWS::Lambda::EventInvokeConfig': named('lambda'),
  'AWS::Scheduler::Schedule': named('scheduler'),
  'AWS::IAM::Role': named('iam'),
  'AWS::IAM::Policy': named('iam'),
  'AWS::SecretsManager::Secret': createSecret,
  'AWS::SQS::Queue': async (id) => ({ ref: id, attributes: { Arn: arn('sqs', id), QueueName: id } }),
  'AWS::ApiGatewayV2::Api': async (id, _, { origin }) => ({ ref: id, attributes: { ApiEndpoint: origin, ApiId: id } }),
  'AWS::ApiGatewayV2::Integration': named('apigateway'),
  'AWS::ApiGatewayV2::Route': named('apigateway'),
  'AWS::CloudFront::Distribution': async (id, _, { origin }) => ({ ref: id, attributes: { DomainName: new URL(origin).host } }),
  'AWS::CloudFront::ResponseHeadersPolicy': named('cloudfront'),
  // The emulated SES takes any configuration set; it tells no fates, so nothing comes through this topic.
  'AWS::SES::ConfigurationSet': named('ses'),
  'AWS::SES::EmailIdentity': createSender,
  'AWS::SES::ConfigurationSetEventDestination': named('ses'),
  'AWS::SNS::Topic': async (id) => ({ ref: arn('sns', id), attributes: { TopicArn: arn('sns', id), TopicName: id } }),
  'AWS::SNS::TopicPolicy': named('sns'),
  'AWS::SNS::Subscription': named('sns'),
  // Of no consequence on one machine: who may write logs, who is called at night, how the edge fetches the panel.
  'AWS::Lambda::Permission': named('lambda'),
  'AWS::Logs::LogGroup': named('logs'),
  'AWS::S3::BucketPolicy': named('s3'),
  'AWS::SQS::QueuePolicy': named('sqs'),
  'AWS::ApiGatewayV2::Stage': named('apigateway'),
  'AWS::CloudWatch::Alarm': named('cloudwatch'),
  'AWS::CloudWatch::Dashboard': named('cloudwatch'),
  'AWS::CloudFront::Function': named('cloudfront', 'FunctionARN'),
  'AWS::CloudFront::OriginAccessControl': named('cloudfront', 'Id'),
  'AWS::CDK::Metadata': named('cdk'),
}
