import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { parentPort, workerData } from 'node:worker_threads'
import S3rver from 's3rver'
import { type Refused, refusedByPolicy } from './policy.ts'
import { signed, signedForm } from './signature.ts'

// s3rver checks neither signatures nor form policies, so this gate in front of it does what S3 does.
const { folder, port } = workerData as { folder: string; port: number }
const inner = new S3rver({ directory: folder, silent: true, vhostBuckets: false })
const serve = inner.callback()
const server = createServer((request, response) => {
  const form = request.method === 'POST' && request.headers['content-type']?.startsWith('multipart/form-data')
  if (form)
    return void uploaded(request, response).catch((error) =>
      refuse(response, { status: 400, code: 'MalformedPOSTRequest', message: String(error) }),
    )
  if (request.method !== 'OPTIONS' && !signed(request, new Date()))
    return refuse(response, { status: 403, code: 'AccessDenied', message: 'Access Denied' })
  return serve(request, response)
})
server.listen(port, '127.0.0.1', () => {
  const address = server.address()
  parentPort?.postMessage({ port: typeof address === 'object' && address ? address.port : port })
})
parentPort?.on('message', () => {
  server.closeAllConnections()
  server.close(() => process.exit(0))
})

async function uploaded(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = Buffer.concat(await request.toArray())
  const form = await new Response(body, { headers: { 'content-type': request.headers['content-type'] ?? '' } }).formData()
  const fields = new Map<string, string>()
  for (const [name, value] of form) if (typeof value === 'string') fields.set(name.toLowerCase(), value)
  const file = form.get('file')
  const bucket = (request.url ?? '').split('?')[0]?.replaceAll('/', '') ?? ''
  const refused = signedForm(fields)
    ? refusedByPolicy(fields, bucket, file instanceof Blob ? file.size : 0, new Date())
    : {
        status: 403,
        code: 'SignatureDoesNotMatch',
        message: 'The request signature we calculated does not match the signature you provided.',
      }
  if (refused) return refuse(response, refused)
  const { method, url, headers, socket } = request
  serve(Object.assign(Readable.from([body]), { method, url, headers, socket }) as IncomingMessage, response)
}

function refuse(response: ServerResponse, { status, code, message }: Refused): void {
  response.writeHead(status, { 'content-type': 'application/xml', 'access-control-allow-origin': '*' })
  response.end(
    `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message.replaceAll('<', '&lt;')}</Message></Error>`,
  )
}
