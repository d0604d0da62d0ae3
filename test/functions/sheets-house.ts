import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { type Answer, type Client, cookieOf, eventOf, openHouse, password } from './api-house.ts'

export type Send = (file: string | Buffer, query?: string, ledger?: string, fields?: { [name: string]: string }) => Promise<Answer>

/** A house whose people also send files, as browsers do: bytes in a multipart form. */
export async function openSheets(today: string, people?: Parameters<typeof openHouse>[1], elsewhere?: Parameters<typeof openHouse>[2]) {
  const house = await openHouse(today, people, elsewhere)
  const { handler } = await import('../../functions/http.ts')
  const sender = async (name: string): Promise<Send> => {
    const cookie = cookieOf(await house.call('POST', '/api/session', { body: { email: `${name}@duban.test`, password } }))
    return async (file, query = '', ledger = 'suggestions', fields = {}) => {
      const beside = Object.entries(fields).map(
        ([name, text]) => `--cut\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`,
      )
      const head = '--cut\r\nContent-Disposition: form-data; name="file"; filename="登记表.csv"\r\nContent-Type: text/csv\r\n\r\n'
      const bytes = Buffer.concat([
        Buffer.from(beside.join('')),
        Buffer.from(head),
        Buffer.from(file as string),
        Buffer.from('\r\n--cut--\r\n'),
      ])
      const headers = { 'content-type': 'multipart/form-data; boundary=cut', 'content-length': String(bytes.length) }
      const asked = eventOf('POST', `/api/imports/${ledger}${query}`, { headers, raw: 'x', cookie })
      const event = { ...asked, body: bytes.toString('base64'), isBase64Encoded: true } as unknown as Parameters<typeof handler>[0]
      const answer = (await handler({
        ...event,
        body: bytes.toString('base64'),
        isBase64Encoded: true,
      })) as APIGatewayProxyStructuredResultV2
      const { statusCode = 0, headers: told = {}, body = '' } = answer
      return { status: statusCode, headers: told as Record<string, string>, cookies: [], text: body, body: JSON.parse(body) }
    }
  }
  return { ...house, sender }
}

/** The bytes of an answer that is a file. */
export async function download(client: Client, path: string, headers: Record<string, string> = {}): Promise<Answer & { bytes: Buffer }> {
  const answer = await client('GET', path, { headers })
  const binary = !String(answer.headers['content-type']).startsWith('text/')
  return { ...answer, bytes: Buffer.from(answer.text, binary ? 'base64' : 'utf8') }
}
