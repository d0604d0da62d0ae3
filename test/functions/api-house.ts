import { marshall } from '@aws-sdk/util-dynamodb'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { partsHere } from '../parts-here.ts'
import { createBucket, createPool, createTable, local, type Parts } from '../platform.ts'

export const password = 'Duban-2026!'
/** What only CloudFront knows. */
export const frontSecret = 'front-secret-of-the-tests'
export const townships = [
  'xinan',
  'duigougang',
  'tianlou',
  'beichenji',
  'zhangdian',
  'sankou',
  'mengxingzhuang',
  'tanggou',
  'bailu',
  'xinji',
  'lijiji',
]
const units = ['water', 'housing', 'transport', 'urban']

export type Answer = { status: number; headers: Record<string, string>; cookies: string[]; body: Body; text: string }
export type Body = { [name: string]: unknown } & { [name in 'data' | 'duties']?: Body[] } & {
  id?: string
  version?: number
  state?: string
  number?: string
  title?: string
  detail?: string
  errors?: { path: string; message: string }[]
}
export type Asked = {
  headers?: Record<string, string>
  body?: unknown
  raw?: string
  cookie?: string
  ip?: string
  base64?: boolean
  at?: Date
}
export type Client = (method: string, path: string, asked?: Asked) => Promise<Answer>

/** Parts of its own (table, pool, bucket), a county with its people, and the real door behind real API Gateway v2 events. */
export async function openHouse(
  today = '2026-03-02',
  people: Parameters<typeof import('../../functions/bootstrap.ts').handler>[0] = county(),
  elsewhere: Partial<Parts> = {},
  kept: 'cognito' | 'own' = 'cognito',
) {
  const parts = { ...partsHere(), ...elsewhere }
  const [table, pool, bucket] = await Promise.all([createTable(parts.dynamo), createPool(parts.people), createBucket(parts.files)])
  Object.assign(process.env, {
    TABLE: table,
    BUCKET: bucket,
    IDENTITY: kept,
    PASSWORD_LN: '10',
    POOL_ID: pool.poolId,
    CLIENT_ID: pool.clientId,
    COUNTY: 'guannan',
    ORIGIN: 'http://localhost:3000',
    FRONT_SECRET: `${frontSecret},front-secret-before`,
    STAGE: 'local',
    TODAY: today,
    MAIL_FROM: 'duban@duban.test',
    MAIL_DRIVER: 'ses',
    SES_CONFIG_SET: 'Letters',
    AWS_REGION: 'local',
    AWS_ACCESS_KEY_ID: local.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: local.credentials.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: parts.dynamo,
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: parts.people,
    AWS_ENDPOINT_URL_S3: parts.files,
    AWS_ENDPOINT_URL_SES: parts.mail,
    AWS_ENDPOINT_URL_LAMBDA: parts.calls,
    WORKER: 'Importer',
  })
  const { handler: bootstrap } = await import('../../functions/bootstrap.ts')
  const { handler } = await import('../../functions/http.ts')
  await bootstrap(people)
  const call: Client = async (method, path, asked = {}) =>
    read((await handler(eventOf(method, path, asked) as unknown as Parameters<typeof handler>[0])) as APIGatewayProxyStructuredResultV2)
  const as = async (name: string): Promise<Client> => {
    const email = name.includes('@') ? name : `${name}@duban.test`
    const cookie = cookieOf(await call('POST', '/api/session', { body: { email, password } }))
    return (method, path, asked = {}) => call(method, path, { cookie, ...asked })
  }
  /** Asks for a link, and brings what is owed by the table's stream. */
  const forgot = async (email: string): Promise<Answer> => {
    const answer = await call('POST', '/api/session/forgot', { body: { email } })
    const { personByEmail } = await import('../../functions/store/people.ts')
    await streamOwed((await personByEmail('system', email))?.id ?? 'nobody')
    return answer
  }
  return { call, as, parts, bootstrap, forgot }
}

/** The mail of an account that somebody is owed, as the stream brings it to its door. */
export async function streamOwed(person: string): Promise<void> {
  const { getItem } = await import('../../functions/store/table.ts')
  const { at } = await import('../../functions/store/at.ts')
  const { handler } = await import('../../functions/notify.ts')
  const NewImage = marshall((await getItem({ pk: at('OWED', person), sk: 'A' })) ?? {}) as never
  const { batchItemFailures } = await handler({ Records: [{ eventName: 'MODIFY', dynamodb: { NewImage, SequenceNumber: '1' } }] })
  if (batchItemFailures.length > 0) throw new Error('what was owed could not be sent')
}

export const cookieOf = (answer: Answer): string => (answer.cookies[0] ?? '').split(';')[0] ?? ''

/** What a browser's form post carries. */
export function eventOf(
  method: string,
  path: string,
  { headers = {}, body, raw, cookie, ip = '127.0.0.1', base64, at = new Date() }: Asked,
): APIGatewayProxyEventV2 {
  const [rawPath = '', rawQueryString = ''] = path.split('?')
  const text = raw ?? (body === undefined ? undefined : JSON.stringify(body))
  const type: Record<string, string> = text === undefined ? {} : { 'content-type': 'application/json' }
  const all: Record<string, string> = { host: 'localhost:3000', ...type, ...headers }
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString,
    headers: all,
    ...(cookie ? { cookies: [cookie] } : {}),
    isBase64Encoded: base64 === true,
    ...(text === undefined ? {} : { body: base64 ? Buffer.from(text).toString('base64') : text }),
    requestContext: {
      accountId: '0',
      apiId: 'local',
      domainName: 'localhost',
      domainPrefix: 'localhost',
      requestId: 'r',
      routeKey: '$default',
      stage: '$default',
      time: '',
      timeEpoch: at.getTime(),
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: ip, userAgent: 'test' },
    },
  }
}

/** Sends the bytes of an announced file to the bucket, as a browser's form does. */
export function uploaded(announced: Answer, bytes: Uint8Array<ArrayBuffer>): Promise<Response> {
  const { url, fields } = announced.body.upload as { url: string; fields: Record<string, string> }
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', new Blob([bytes]))
  return fetch(url, { method: 'POST', body: form })
}

function read({ statusCode = 0, headers = {}, cookies = [], body = '', isBase64Encoded }: APIGatewayProxyStructuredResultV2): Answer {
  const isText = String(headers['content-type'] ?? '').startsWith('text/')
  const text = isBase64Encoded && isText ? Buffer.from(body, 'base64').toString('utf8') : body
  const json = String(headers['content-type'] ?? '').includes('json') && body !== ''
  return { status: statusCode, headers: headers as Record<string, string>, cookies, text, body: json ? JSON.parse(body) : {} }
}

/** A county with a county office, eleven townships, four units and two deputies, an account each; its people have their addresses in a domain. */
export function county(domain = 'duban.test') {
  const label = (id: string) => ({ zh: id, en: id })
  const offices = [
    { id: 'county', kind: 'county' as const, name: { zh: '灌南县人大', en: 'Guannan Congress' } },
    ...townships.map((id) => ({ id, kind: 'township' as const, name: label(id) })),
    ...units.map((id) => ({ id, kind: 'unit' as const, name: label(id) })),
    { id: 'deputy1', kind: 'deputy' as const, name: { zh: '张桂兰', en: 'Zhang Guilan' }, township: 'xinan' },
    { id: 'deputy2', kind: 'deputy' as const, name: { zh: '陈建国', en: 'Chen Jianguo' }, township: 'tanggou' },
  ]
  const one = (id: string, role: 'admin' | 'county' | 'leader' | 'clerk' | 'liaison' | 'deputy', office = id) => ({
    email: `${id}@${domain}`,
    name: `${id} 某`,
    role,
    office,
    password,
  })
  const people = [
    one('county', 'admin'),
    one('leader', 'leader', 'county'),
    one('clerk', 'county', 'county'),
    ...townships.map((id) => one(id, 'clerk')),
    ...units.map((id) => one(id, 'liaison')),
    one('deputy1', 'deputy'),
    one('deputy2', 'deputy'),
  ]
  return { offices, people }
}
