import { Duration, Fn, RemovalPolicy, type Stack } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginRequestPolicy,
  PriceClass,
  S3OriginAccessControl,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3'
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment'
import { FRONT_HEADER } from '../functions/env.ts'
import { accept, everythingUnder } from './accept.ts'
import { securityHeaders } from './headers.ts'
import type { Settings } from './settings.ts'

// A path without a dot is a page of the panel, which its own router finds.
const PAGES = `function handler(event) {
  var request = event.request
  if (request.uri.indexOf('.') < 0) request.uri = '/index.html'
  return request
}`

type Given = { gateway: HttpApi; files: Bucket; secret: string; logs: Bucket; settings: Settings }

/** The panel and, under /api, the API: one origin, so cookies stay SameSite=Strict and no CORS is needed. */
export function panel(stack: Stack, { gateway, files, secret, logs, settings }: Given): Distribution {
  const bucket = new Bucket(stack, 'Panel', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    serverAccessLogsBucket: logs,
    serverAccessLogsPrefix: 'panel/',
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  })
  const responseHeadersPolicy = securityHeaders(stack, files, settings)
  const originAccessControl = new S3OriginAccessControl(stack, 'Access', {
    originAccessControlName: `duban-${settings.stage}-${stack.region}`,
  })
  const viewerProtocolPolicy = ViewerProtocolPolicy.REDIRECT_TO_HTTPS
  const pages = new EdgeFunction(stack, 'Pages', { code: FunctionCode.fromInline(PAGES), runtime: FunctionRuntime.JS_2_0 })
  const front = new Distribution(stack, 'Front', {
    comment: `Duban ${settings.stage}`,
    defaultRootObject: 'index.html',
    httpVersion: HttpVersion.HTTP2_AND_3,
    priceClass: PriceClass.PRICE_CLASS_ALL,
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    ...(settings.webAcl && { webAclId: settings.webAcl }),
    ...(settings.domain && {
      domainNames: [settings.domain],
      certificate: Certificate.fromCertificateArn(stack, 'Certificate', settings.certificate ?? ''),
    }),
    defaultBehavior: {
      origin: S3BucketOrigin.withOriginAccessControl(bucket, { originAccessControl }),
      viewerProtocolPolicy,
      responseHeadersPolicy,
      functionAssociations: [{ function: pages, eventType: FunctionEventType.VIEWER_REQUEST }],
    },
    additionalBehaviors: {
      '/api/*': {
        origin: new HttpOrigin(Fn.select(2, Fn.split('/', gateway.apiEndpoint)), { customHeaders: { [FRONT_HEADER]: secret } }),
        viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        // No headers of ours here: the API sends its own, stricter ones.
      },
    },
  })
  accept(front, {
    'AwsSolutions-CFR1': 'Deputies travel; where a clerk sits is no ground to refuse him.',
    ...(!settings.webAcl && {
      'AwsSolutions-CFR2': 'A web firewall is charged by the month, and an option; the API is throttled and checks everything itself.',
    }),
    'AwsSolutions-CFR3': 'The panel is the same public files for everybody; requests to the API are logged by its gateway.',
    ...(!settings.domain && {
      'AwsSolutions-CFR4': "Without a domain of its own the panel uses CloudFront's certificate, whose protocol cannot be chosen.",
    }),
  })
  if (settings.panel) publish(stack, bucket, front, settings.panel)
  return front
}

// Old assets stay until the next deployment, for pages that are open; the page itself, and whatever bears the same name in every version, is asked for anew.
function publish(stack: Stack, bucket: Bucket, front: Distribution, folder: string): void {
  const assets = new BucketDeployment(stack, 'PublishAssets', {
    // Their names tell what is in them.
    sources: [Source.asset(folder, { exclude: ['*', '!assets', '!assets/**'] })],
    destinationBucket: bucket,
    prune: false,
    cacheControl: [CacheControl.maxAge(Duration.days(365)), CacheControl.immutable()],
  })
  const page = new BucketDeployment(stack, 'PublishPage', {
    sources: [Source.asset(folder, { exclude: ['assets', 'assets/**'] })],
    destinationBucket: bucket,
    prune: false,
    cacheControl: [CacheControl.noCache()],
    distribution: front,
    distributionPaths: ['/*'],
  })
  page.node.addDependency(assets)
  const publisher = stack.node.children.find((child) => child.node.id.startsWith('Custom::CDKBucketDeployment'))
  if (publisher) accept(publisher, ownRights(everythingUnder(bucket, '/*')))
}

// The publisher is CDK's own, with the rights and the runtime that it gives itself; it runs during a deployment only.
function ownRights(inPanel: string): Record<string, string> {
  const actions = ['s3:GetObject*', 's3:GetBucket*', 's3:List*', 's3:DeleteObject*', 's3:Abort*'].map(
    (name) => `AwsSolutions-IAM5[Action::${name}]`,
  )
  const others = [
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
    'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>/*]',
    'AwsSolutions-IAM5[Resource::*]',
    'AwsSolutions-L1',
    inPanel,
  ]
  return Object.fromEntries(
    [...actions, ...others].map((id) => [id, 'CDK publishes the panel with a function of its own, during a deployment only.']),
  )
}
