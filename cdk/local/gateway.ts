import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import type { Stack } from './deploy.ts'
import { byArn } from './functions.ts'
import { type LocalFunction, TooLarge } from './pool.ts'

export type Gateway = (request: IncomingMessage, response: ServerResponse) => Promise<void>
type Route = { method: string; path: RegExp; key: string; door: LocalFunction }

const PAYLOAD = 10 * 1024 * 1024
const PATIENCE = 30_000
const text = /^(text\/|application\/(json|xml|javascript)|application\/[\w.-]+\+(json|xml))/

/** The HTTP API of the template: its routes, its events of format 2.0, its limits. */
export async function gateway(stack: Stack, functions: Map<string, LocalFunction>): Promise<Gateway> {
  const routes: Route[] = []
  for (const [, { RouteKey, Target }] of await stack.of('AWS::ApiGatewayV2::Route')) {
    const integrations = await stack.of('AWS::ApiGatewayV2::Integration')
    const integration = integrations.find(([id]) => `integrations/${id}` === Target)?.[1]
    const [method = '', path = ''] = String(RouteKey).split(' ')
    routes.push({ method, path: pattern(path), key: String(RouteKey), door: byArn(functions, integration?.IntegrationUri) })
  }
  return async (request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    const route = routes.find((one) => (one.method === 'ANY' || one.method === request.method) && one.path.test(path))
    if (!route) return say(response, 404, 'Not Found')
    const rawPath = decoded(path)
    if (rawPath === undefined) return say(response, 400, 'Bad Request')
    const body = await bodyOf(request)
    if (!body) return say(response, 413, 'Request Entity Too Large')
    const late = new Promise<'late'>((later) => setTimeout(later, PATIENCE, 'late').unref())
    try {
      const answer = await Promise.race([route.door.invoke(eventOf(request, rawPath, body, route)), late])
      if (answer === 'late') return say(response, 503, 'Service Unavailable')
      write(response, answer as APIGatewayProxyStructuredResultV2)
    } catch (error) {
      process.stderr.write(`${request.method} ${path}: ${error instanceof Error ? error.message : error}\n`)
      if (error instanceof TooLarge && error.message.includes('event')) return say(response, 413, 'Request Entity Too Large')
      say(response, 500, 'Internal Server Error')
    }
  }
}

function pattern(path: string): RegExp {
  const parts = path
    .split('/')
    .map((part) => (/^\{\w+\+\}$/.test(part) ? '.+' : /^\{\w+\}$/.test(part) ? '[^/]+' : part.replace(/[^\w-]/g, '\\$&')))
  return new RegExp(`^${parts.join('/')}$`)
}

function decoded(path: string): string | undefined {
  try {
    return decodeURI(path)
  } catch {
    return undefined
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length
    if (size <= PAYLOAD) pieces.push(piece)
  }
  return size > PAYLOAD ? undefined : Buffer.concat(pieces)
}

function eventOf(request: IncomingMessage, path: string, body: Buffer, route: Route): APIGatewayProxyEventV2 {
  const query = (request.url ?? '').split('?').slice(1).join('?')
  const { cookie, ...rest } = request.headers
  const headers = Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : (value ?? '')]),
  )
  const asked: Record<string, string> = {}
  for (const [name, value] of new URLSearchParams(query)) asked[name] = name in asked ? `${asked[name]},${value}` : value
  const plain = text.test(headers['content-type'] ?? '')
  const now = new Date()
  return {
    version: '2.0',
    routeKey: route.key,
    rawPath: path,
    rawQueryString: query,
    ...(cookie && { cookies: cookie.split('; ') }),
    headers: { ...headers, 'x-forwarded-for': request.socket.remoteAddress ?? '', 'x-forwarded-proto': 'http' },
    ...(query && { queryStringParameters: asked }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: headers.host ?? '',
      domainPrefix: 'local',
      http: {
        method: request.method ?? 'GET',
        path,
        protocol: 'HTTP/1.1',
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: route.key,
      stage: '$default',
      time: now.toUTCString(),
      timeEpoch: now.getTime(),
    },
    ...(body.length > 0 && { body: body.toString(plain ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !plain,
  }
}

function write(response: ServerResponse, answer: APIGatewayProxyStructuredResultV2): void {
  const { statusCode = 200, headers = {}, cookies = [], body = '', isBase64Encoded } = answer
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, String(value))
  if (cookies.length > 0) response.setHeader('set-cookie', cookies)
  response.statusCode = statusCode
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8')
  response.setHeader('content-length', bytes.length)
  response.end(bytes)
}

function say(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ message }))
}
