import { RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { type CfnStage, HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { accept } from './accept.ts'

export function api(stack: Stack): HttpApi {
  const gateway = new HttpApi(stack, 'Api', { description: 'Duban' })
  const log = new LogGroup(stack, 'ApiLog', { retention: RetentionDays.SIX_MONTHS, removalPolicy: RemovalPolicy.DESTROY })
  const stage = gateway.defaultStage?.node.defaultChild as CfnStage
  stage.accessLogSettings = {
    destinationArn: log.logGroupArn,
    format: JSON.stringify({
      at: '$context.requestTime',
      id: '$context.requestId',
      method: '$context.httpMethod',
      path: '$context.path',
      status: '$context.status',
      ms: '$context.responseLatency',
      from: '$context.identity.sourceIp',
    }),
  }
  stage.defaultRouteSettings = { throttlingRateLimit: 200, throttlingBurstLimit: 400 }
  return gateway
}

export function routes(gateway: HttpApi, door: IFunction): void {
  const integration = new HttpLambdaIntegration('Http', door)
  for (const route of gateway.addRoutes({ path: '/api/{proxy+}', methods: [HttpMethod.ANY], integration })) {
    accept(route, {
      'AwsSolutions-APIG4': 'The product checks its own session on every request, so that disabling a person works at once.',
    })
  }
}
