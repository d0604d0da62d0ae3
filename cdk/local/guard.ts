import { once } from 'node:events'
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { Stack } from './deploy.ts'
import type { Places } from './kinds.ts'
import { accountId, region } from './resolve.ts'
import { rights, type Wanted } from './rights.ts'
import { wanted } from './wanted.ts'

/** Hears of every call: by which role, and what it wants to do. */
export type Seen = (role: string, wanted: Wanted[]) => void
export type Guard = { endpoint: (service: 'dynamo' | 'people' | 'mail' | 'calls', role: string) => string; stop: () => void }

/**
 * Stands between the functions and the local parts and refuses what the role in the template may not do, so that a forgotten right
 * shows up here and not in the cloud. Files are left out: their addresses are signed and read by browsers.
 */
export async function guard(stack: Stack, places: Places, seen: Seen = () => {}): Promise<Guard> {
  const may = await rights(stack)
  const arn = (service: string, name: string) => `arn:aws:${service}:${region}:${accountId}:${name}`
  const [identity] = await stack.of('AWS::SES::EmailIdentity')
  const known = {
    table: (name: string) => arn('dynamodb', `table/${name}`),
    pool: (id: string) => arn('cognito-idp', `userpool/${id}`),
    sender: arn('ses', `identity/${identity?.[1].EmailIdentity}`),
    letters: (set: string) => arn('ses', `configuration-set/${set}`),
    function: (name: string) => arn('lambda', `function:${name}`),
  }
  const agent = new Agent({ keepAlive: true })
  const server = createServer((call, answer) => {
    void pass(call, answer).catch((error) => answer.writeHead(500).end(String(error)))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    endpoint: (service, role) => `http://127.0.0.1:${port}/${service}/${role.split(':').pop()}`,
    stop: () => {
      agent.destroy()
      server.closeAllConnections()
      server.close()
    },
  }

  async function pass(call: IncomingMessage, answer: ServerResponse): Promise<void> {
    const [, service = '', role = '', ...rest] = (call.url ?? '').split('/')
    const body = Buffer.concat(await call.toArray())
    const path = `/${rest.join('/')}`
    const asked = wanted({ target: String(call.headers['x-amz-target'] ?? ''), path, body: body.toString() }, known)
    seen(role, asked)
    const refused = may(role, asked)
    if (refused) {
      const message = `${role} is not authorized to perform ${refused.action} on ${refused.resource}`
      process.stderr.write(`${message}\n`)
      return void answer
        .writeHead(400, { 'content-type': 'application/x-amz-json-1.0' })
        .end(JSON.stringify({ __type: 'AccessDeniedException', message }))
    }
    const { hostname, port } = new URL(places[service as keyof Places])
    const onward = request({ hostname, port, path, method: call.method, headers: call.headers, agent }, (given) => {
      answer.writeHead(given.statusCode ?? 500, given.headers)
      given.pipe(answer)
    })
    onward.once('error', (error) => answer.destroy(error))
    onward.end(body)
  }
}
