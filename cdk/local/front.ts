import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { compressed } from './compressed.ts'
import type { Stack } from './deploy.ts'
import { type Gateway, way } from './gateway.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
}
type Inside = { panel: string; api: Gateway; control: Gateway; headers: Record<string, string>; origin: Record<string, string> }

/** So long a connection is kept that nobody uses, as CloudFront does: who asks again every few seconds never meets its end. */
const KEPT = 65_000

/** What CloudFront is in the cloud: the panel at `/`, the API under `/api`. */
export function front({ panel, api, control, headers, origin }: Inside): Server {
  return createServer({ keepAliveTimeout: KEPT }, (request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    const answer = path.startsWith('/api/')
      ? api(fronted(request, origin), response)
      : path.startsWith('/_local/')
        ? control(request, response)
        : page({ panel, headers }, path, request, response)
    answer.catch((error) => {
      process.stderr.write(`${request.method} ${path}: ${error}\n`)
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
}

/** A request as CloudFront hands it to the gateway: with the caller added to its way, and the template's own headers in the place of any of that name. */
function fronted(request: IncomingMessage, origin: Record<string, string>): IncomingMessage {
  const caller = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  Object.assign(request.headers, origin, { 'x-forwarded-for': way(request.headers['x-forwarded-for'], caller) })
  return request
}

/** The headers that the template's distribution sends to the API. */
export async function originHeaders(stack: Stack): Promise<Record<string, string>> {
  type Origin = { OriginCustomHeaders?: { HeaderName: string; HeaderValue: string }[] }
  const fronts = (await stack.of('AWS::CloudFront::Distribution')).map(([, found]) => found.DistributionConfig as { Origins: Origin[] })
  const headers = fronts.flatMap(({ Origins }) => Origins.flatMap(({ OriginCustomHeaders = [] }) => OriginCustomHeaders))
  return Object.fromEntries(headers.map(({ HeaderName, HeaderValue }) => [HeaderName.toLowerCase(), HeaderValue]))
}

/** The headers of the template's policy, with the local file store in the place of S3; HTTPS is the cloud's affair. */
export async function policyHeaders(stack: Stack, files: string): Promise<Record<string, string>> {
  const [found] = await stack.of('AWS::CloudFront::ResponseHeadersPolicy')
  if (!found) throw new Error('The template has no policy for the headers of the panel')
  const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } = found[1].ResponseHeadersPolicyConfig as {
    SecurityHeadersConfig: {
      ContentSecurityPolicy: { ContentSecurityPolicy: string }
      FrameOptions: { FrameOption: string }
      ReferrerPolicy: { ReferrerPolicy: string }
    }
    CustomHeadersConfig: { Items: { Header: string; Value: string }[] }
  }
  return {
    'content-security-policy': security.ContentSecurityPolicy.ContentSecurityPolicy.replace(
      /https:\/\/\S+\.s3\.\S+\.amazonaws\.com/g,
      files,
    ),
    'x-frame-options': security.FrameOptions.FrameOption,
    'referrer-policy': security.ReferrerPolicy.ReferrerPolicy,
    'x-content-type-options': 'nosniff',
    ...Object.fromEntries(custom.Items.map(({ Header, Value }) => [Header.toLowerCase(), Value])),
  }
}

async function page(
  { panel, headers }: Pick<Inside, 'panel' | 'headers'>,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405).end()
  const wanted = path.includes('.') ? normalize(path) : '/index.html'
  const file = join(panel, wanted)
  if (!file.startsWith(panel) || !existsSync(file) || !statSync(file).isFile()) return void response.writeHead(404).end()
  // As it is published: cdk/panel.ts.
  const always = !wanted.startsWith('/assets/')
  const type = types[extname(file)] ?? 'application/octet-stream'
  const accepts = String(request.headers['accept-encoding'] ?? '')
  const { bytes, encoding } = compressed(`${file} ${statSync(file).mtimeMs}`, type, accepts, () => readFileSync(file))
  response.writeHead(200, {
    'content-type': type,
    'content-length': bytes.length,
    ...(encoding ? { 'content-encoding': encoding, vary: 'Accept-Encoding' } : {}),
    'cache-control': always ? 'no-cache' : 'public, max-age=31536000, immutable',
  })
  response.end(request.method === 'HEAD' ? undefined : bytes)
}
