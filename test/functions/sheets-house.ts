import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { expect, vi } from 'vitest'
import { openArchive } from '../../functions/sheets/xlsx/archive.ts'
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
      const asks = { ...event, body: bytes.toString('base64'), isBase64Encoded: true }
      const answer = (await unhurried(() => handler(asks))) as APIGatewayProxyStructuredResultV2
      const { statusCode = 0, headers: told = {}, body = '' } = answer
      return { status: statusCode, headers: told as Record<string, string>, cookies: [], text: body, body: JSON.parse(body) }
    }
  }
  return { ...house, sender }
}

let atWork = 0
let goOn = () => {}
/** What a request does before its time is up it does whole here, however slow the machine is: its clock stands still meanwhile. */
async function unhurried<T>(work: () => Promise<T>): Promise<T> {
  atWork += 1
  if (atWork === 1) {
    const still = vi.spyOn(performance, 'now').mockReturnValue(performance.now())
    goOn = () => still.mockRestore()
  }
  try {
    return await work()
  } finally {
    atWork -= 1
    if (atWork === 0) goOn()
  }
}

/** The bytes of an answer that is a file. */
export async function download(client: Client, path: string, headers: Record<string, string> = {}): Promise<Answer & { bytes: Buffer }> {
  const answer = await client('GET', path, { headers })
  const binary = !String(answer.headers['content-type']).startsWith('text/')
  return { ...answer, bytes: Buffer.from(answer.text, binary ? 'base64' : 'utf8') }
}

/**
 * A house in whose register stand three suggestions, with their ids by number: one answered (2026-0001, xinan; water), and one each with housing (2026-0002)
 * and water (2026-0003), both of tanggou.
 */
export async function openRegister(today = '2026-07-08') {
  const house = await openSheets(today)
  const county = await house.as('county')
  const register = [
    '编号,标题,内容,领衔代表,乡镇,主办单位,协办单位,类别,交办日期,答复期限,答复日期,答复内容,结果,满意度',
    '2026-0001,修路,路坏了。,张三、李四,xinan,water,housing,农业农村,2026-03-02,2026-06-02,2026-06-01,已修好。,A,满意',
    '2026-0002,通水,没有水。,王五,tanggou,housing,,,2026-03-02,2026-09-01,,,,',
    '2026-0003,通电,没有电。,王五,tanggou,water,,,2026-03-02,2026-09-01,,,,',
  ]
  expect((await (await house.sender('county'))(register.join('\n'))).body).toMatchObject({ state: 'done', created: 3 })
  const { data = [] } = (await county('GET', '/api/records/suggestions?sort=number')).body
  const ids: { [number: string]: string } = Object.fromEntries(data.map(({ id, number }) => [String(number), String(id)]))
  return { house, county, ids }
}

/** The words of a Word document, as they stand in it. */
export function wordsIn(bytes: Buffer): string {
  const document = openArchive(bytes).part('word/document.xml')
  return document?.toString().replace(/<[^>]+>/g, '') ?? ''
}

/** An import of suggestions by the county that was checked and planned, and stored by nobody yet; `leased`: until when whoever began it has it in hand. */
export async function plannedImport(file: string, today: string, leased: number) {
  const [{ suggestions }, { check }, { finished }, { readSheets }, { newImportId }, { world }] = await Promise.all([
    import('../../shared/ledgers/suggestions.ts'),
    import('../../functions/sheets/check.ts'),
    import('../../functions/sheets/finish.ts'),
    import('../../functions/sheets/read.ts'),
    import('../../functions/store/imports.ts'),
    import('../../functions/world.ts'),
  ])
  const scope = { person: 'p1', name: '县办', role: 'admin' as const, office: { kind: 'county' as const, id: 'county' } }
  const now = new Date()
  const sheets = await readSheets(Buffer.from(file))
  const checked = await check(suggestions, 'status' in sheets ? [] : sheets, scope, { now, today }, await world())
  if ('status' in checked) throw new Error(checked.sentence.zh)
  const job = {
    id: newImportId(now),
    ledger: 'suggestions',
    scope,
    dryRun: false,
    state: 'checking' as const,
    createdAt: now.toISOString(),
    name: 'x.csv',
    progress: { done: 0, of: 0 },
    counts: checked.counts,
    traced: true as const,
    lease: 0,
  }
  await finished(job, checked, leased)
  return { job, rows: checked.plan.rows, scope }
}
