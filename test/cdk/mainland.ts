/**
 * Services of AWS that are in both mainland regions, cn-north-1 and cn-northwest-1, as CloudFormation names them; read on 29 November 2026 in “Getting Started with
 * Amazon Web Services in China” (docs.amazonaws.cn/en_us/aws/latest/userguide: a page for each service, with its regions and what differs), and for the scheduler in
 * EventBridge’s endpoints there (docs.amazonaws.cn/en_us/eventbridge/latest/userguide/dual-stack.html). Left out on purpose: Cognito, of which
 * Beijing has identity pools only; SES; and CloudFront, which is there, but did not know origin access controls (aws-solutions-constructs#1050) nor
 * take cache policies (aws-cdk#31033) when people tried.
 */
export const there = [
  'ApiGatewayV2',
  'CDK',
  'CloudWatch',
  'DynamoDB',
  'IAM',
  'Lambda',
  'Logs',
  'S3',
  'SNS',
  'SQS',
  'Scheduler',
  'SecretsManager',
]
