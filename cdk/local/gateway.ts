import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import type { Stack } from './deploy.ts'
import { byArn } from './functions.ts'
import { type LocalFunction, TooLarge } from './pool.ts'

export type Gateway = (request: IncomingMessage, response: ServerResponse) => Promise<void>
type Route = { method: string; path: RegExp; key: string; door: LocalFunction }

/** Whom the gateway sees: the front, which is on this machine. */
const FRONT_ADDRESS = '127.0.0.1'
const PAYLOAD = 10 * 1024 * 1024
const PATIENCE = 30_000
const text = /^(text\/|application\/(json|xml|javascript)|application\/[\w.-]+\+(json|xml))/

/** The HTTP API of the template: its routes, its events of format 2.0, its limits; `unhurried`: without that of time. */
export async function gateway(stack: Stack, functions: Map<string, LocalFunction>, unhurried = false): Promise<Gateway> {
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
    const late = new Promise<'late'>((later) => unhurried || setTimeout(later, PATIENCE, 'late').unref())
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
  const { cookie = '', ...rest } = request.headers
  const headers = Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : (value ?? '')]),
  )
  return proxied({ method: request.method ?? 'GET', path, query, headers, cookie, body }, route.key, new Date())
}

/** The way of a request with one more station. */
export const way = (said: string | string[] | undefined, next: string): string => [said ?? [], next].flat().join(', ')

export type Asked = {
  method: string
  path: string
  query?: string
  headers: Record<string, string>
  cookie: string
  from?: string
  body: Buffer | string
}

/** A request as the gateway hands it on, in its format 2.0, as of the instant at which it came. */
export function proxied(asked: Asked, routeKey: string, came: Date): APIGatewayProxyEventV2 {
  const { method, path, query = '', cookie, from = FRONT_ADDRESS, body } = asked
  const headers = Object.fromEntries(Object.entries(asked.headers).map(([name, value]) => [name.toLowerCase(), value]))
  const values: Record<string, string> = {}
  for (const [name, value] of new URLSearchParams(query)) values[name] = name in values ? `${values[name]},${value}` : value
  const plain = text.test(headers['content-type'] ?? '')
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: query,
    ...(cookie && { cookies: cookie.split('; ') }),
    // It adds whom it saw to what was said of the way before.
    headers: { ...headers, 'x-forwarded-for': way(headers['x-forwarded-for'], from), 'x-forwarded-proto': 'http' },
    ...(query && { queryStringParameters: values }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: headers.host ?? '',
      domainPrefix: 'local',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: from, userAgent: headers['user-agent'] ?? '' },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: came.toUTCString(),
      timeEpoch: came.getTime(),
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

/** What the gateway says by itself, before any function is asked. */
function say(response: ServerResponse, status: number, title: string): void {
  response.writeHead(status, { 'content-type': 'application/problem+json' })
  response.end(JSON.stringify({ type: 'about:blank', title, status, detail: details[status] ?? title }))
}

const details: Record<number, string> = {
  400: '地址写得不对。 · The address is malformed.',
  404: '没有这个地址。 · There is no such address.',
  413: '一次最多送 6 MB。大的文件请先上传，再用它的编号。 · A request holds 6 MB at most; upload a larger file first and send its id.',
}
