import { beforeAll, describe, expect, it } from 'vitest'
import type { Body, Client } from './api-house.ts'
import { download, openSheets, type Send } from './sheets-house.ts'

const today = '2026-07-08'
const head = '编号,标题,内容,乡镇,主办单位,交办日期,答复日期,答复内容,结果'
let as: (name: string) => Promise<Client>
let county: Client
let send: Send
let byXinan: Send

beforeAll(async () => {
  const house = await openSheets(today)
  as = house.as
  county = await as('county')
  send = await house.sender('county')
  byXinan = await house.sender('xinan')
})

const file = (...rows: string[]) => [head, ...rows].join('\n')
const brought = async (...rows: string[]) => {
  const { body } = await send(file(...rows))
  expect([body.state, body.rejected]).toEqual(['done', []])
  return body as Body & { id: string }
}
const undo = (id: string, client = county) => client('POST', `/api/imports/${id}/undo`)
const leftOf = ({ body }: { body: Body }) => body.left as { row: number; number?: string; why: string }[]
const named = async (number: string, client = county) => {
  const { data = [] } = (await client('GET', `/api/records/suggestions?q=${encodeURIComponent(number)}&limit=100`)).body
  return data.find((record) => record.number === number) as Body & { id: string; version: number }
}
const facts = async (number: string) => {
  const { version: _, updatedAt: __, duties, ...rest } = (await county('GET', `/api/records/suggestions/${(await named(number)).id}`)).body
  return { ...rest, duties: (duties as Body[]).filter(({ state }) => state !== 'void') }
}
const cancel = async (number: string) => {
  const { id, version } = await named(number)
  const answer = await county('POST', `/api/records/suggestions/${id}/events`, {
    headers: { 'if-match': `"${version}"` },
    body: { transition: 'cancel', given: { reason: '误登' } },
  })
  expect(answer.status).toBe(200)
}
/** What the stream would make of everything that lies there, as counters follow by it. */
const counted = async () => {
  const { relayOverdue } = await import('../../functions/transact/relay.ts')
  await relayOverdue({ now: new Date(), today }, new Date(Date.now() + 60_000))
  const { total, states } = (await county('GET', '/api/counts/suggestions')).body as unknown as { total: number; states: object }
  return { total, states }
}

describe('taking an import back', () => {
  it('takes away what it created: out of lists and counts, and its numbers are free', async () => {
    const before = await counted()
    const job = await brought('2021-001,修路,路坏了。,xinan,water,2026-03-02,,,', '2021-002,修桥,桥坏了。,bailu,,,,,')
    expect((await counted()).total).toBe(before.total + 2)
    const answer = await undo(job.id)
    expect([answer.status, answer.body.undone, leftOf(answer)]).toEqual([200, 2, []])
    expect(await named('2021-001')).toBeUndefined()
    expect(await counted()).toEqual(before)
    const duties = (await (await as('water'))('GET', '/api/duties?holder=me&state=open')).body.data ?? []
    expect(duties).toEqual([])
    expect(await brought('2021-001,修路,路坏了。,xinan,water,2026-03-02,,,')).toMatchObject({ created: 1 })
  })
  it('gives back what it changed: fields, state, duties and their days', async () => {
    await brought('2021-010,水渠,水渠堵了。,xinan,water,2026-03-02,,,')
    const before = await facts('2021-010')
    const job = await brought('2021-010,水渠,水渠又堵了。,xinan,housing,2026-03-09,2026-07-01,通了。,A')
    expect((await facts('2021-010')).state).toBe('answered')
    expect((await undo(job.id)).body).toMatchObject({ undone: 1, left: [] })
    expect(await facts('2021-010')).toEqual(before)
  })
  it('is told by each record: from which file, and that it was taken back', async () => {
    await brought('2021-020,路灯,灯不亮。,xinan,,,,,')
    const job = await brought('2021-020,路灯,灯还不亮。,xinan,,,,,')
    await undo(job.id)
    const { id } = await named('2021-020')
    const { data = [], chain } = (await county('GET', `/api/records/suggestions/${id}/events`)).body as Body & { chain: unknown }
    expect(data.map(({ transition, file: from }) => [transition, (from as Body)?.name])).toEqual([
      ['import', '登记表.csv'],
      ['import', '登记表.csv'],
      ['undo', '登记表.csv'],
    ])
    expect(data.at(-1)).toMatchObject({ changes: { body: { old: '灯还不亮。', new: '灯不亮。' } }, file: { import: job.id } })
    expect(chain).toMatchObject({ ok: true })
  })
  it('leaves what was touched since, and says by whom', async () => {
    const job = await brought('2021-030,公交,车太少。,xinan,,,,,', '2021-031,候车亭,没有亭子。,xinan,,,,,')
    await cancel('2021-031')
    const answer = await undo(job.id)
    expect(answer.body).toMatchObject({ undone: 1 })
    expect(leftOf(answer)).toMatchObject([{ row: 3, number: '2021-031', why: expect.stringContaining('county 某') }])
    expect(await named('2021-030')).toBeUndefined()
    expect((await named('2021-031')).state).toBe('cancelled')
  })
  it('asked again answers the same and changes nothing', async () => {
    const job = await brought('2021-040,水井,没有水。,xinan,,,,,')
    const first = await undo(job.id)
    expect((await undo(job.id)).body).toEqual(first.body)
  })
  it('lets rows without a number come in again', async () => {
    const rows = [',没有编号的井,井坏了。,tanggou,,,,,']
    const job = await brought(...rows)
    await undo(job.id)
    expect(await brought(...rows)).toMatchObject({ created: 1 })
    expect(await brought(...rows)).toMatchObject({ created: 0, unchanged: 1 })
  })
  it('lets the county’s numbers go on from where they stood', async () => {
    const job = await brought('2026-4711,手误,编号写错了。,xinan,,,,,')
    await undo(job.id)
    const { number } = await brought(',补号,内容。,xinan,,,,,').then(async () => {
      const { data = [] } = (await county('GET', `/api/records/suggestions?q=${encodeURIComponent('补号')}`)).body
      return data[0] as Body
    })
    expect(number).toMatch(/^2026-00\d\d$/)
  })
  it('brings nothing back by restoring it alone', async () => {
    const job = await brought('2021-050,草坪,草死了。,xinan,,,,,')
    const { id } = await named('2021-050')
    await undo(job.id)
    const answer = await county('POST', `/api/records/suggestions/${id}/restore`, { headers: { 'if-match': '"2"' } })
    expect(answer.status).toBeGreaterThanOrEqual(404)
    expect(await named('2021-050')).toBeUndefined()
  })
  it('is refused where nothing was imported', async () => {
    const dry = await send(file('2021-060,井盖,井盖坏了。,xinan,,,,,'), '?dryRun=true')
    expect((await undo(String(dry.body.id))).status).toBe(409)
    const wrong = await send(file('2021-060,井盖,井盖坏了。,没有的镇,,,,,'))
    expect((await undo(String(wrong.body.id))).status).toBe(409)
    expect((await undo('i0000000000aa')).status).toBe(404)
  })
  it('is for who imported it and for the county’s administrator', async () => {
    const mine = await byXinan('编号,标题,内容\n2021-070,围墙,墙倒了。')
    const id = String(mine.body.id)
    expect((await undo(id, await as('tanggou'))).status).toBe(404)
    expect((await undo(id, await as('water'))).status).toBe(404)
    expect((await undo(id, await as('leader'))).status).toBe(404)
    expect((await undo(id)).body).toMatchObject({ undone: 1 })
    expect(await named('2021-070', await as('xinan'))).toBeUndefined()
  })
  it('goes on after it was cut off, and counts each record once', async () => {
    const job = await brought(...Array.from({ length: 30 }, (_, at) => `2020-${100 + at},断${at},内容。,xinan,,,,,`))
    const [{ readImport }, { undoBegun }, { takeRowsBack }, { takeOver }, { readPart }, { world }, { suggestions }] = await Promise.all([
      import('../../functions/store/imports.ts'),
      import('../../functions/sheets/undoing.ts'),
      import('../../functions/sheets/take-back.ts'),
      import('../../functions/sheets/take-over.ts'),
      import('../../functions/store/import-parts.ts'),
      import('../../functions/world.ts'),
      import('../../shared/ledgers/suggestions.ts'),
    ])
    const scope = { person: 'p1', name: '县办', role: 'admin' as const, office: { kind: 'county' as const, id: 'county' } }
    const stored = await readImport(scope, job.id)
    if (!stored) throw new Error('no import')
    const clock = { now: new Date(), today }
    const begun = await undoBegun(stored, scope, clock)
    expect(begun.mine).toBe(true)
    expect((await undoBegun(stored, scope, clock)).mine).toBe(false)
    const rows = JSON.parse(String(await readPart(stored, 'DID')))
    await takeRowsBack({ ledger: suggestions, file: { import: job.id, name: 'x' }, scope, clock, world: await world() }, rows.slice(0, 11))
    expect(await takeOver(job.id, () => ({ now: new Date(Date.now() + 120_000), today }))).toBe(false)
    expect((await readImport(scope, job.id))?.undo).toMatchObject({ state: 'done', undone: 30, left: 0, progress: { done: 30, of: 30 } })
    expect(await named('2020-129')).toBeUndefined()
  })
})

describe('the history of imports', () => {
  it('tells who imported which file, what it did, and gives the file again', async () => {
    const rows = file('2021-080,操场,操场坏了。,xinan,,,,,')
    const { id } = (await send(rows)).body
    const { data = [] } = (await county('GET', '/api/imports?limit=5')).body
    expect(data[0]).toMatchObject({
      id,
      ledger: 'suggestions',
      name: '登记表.csv',
      created: 1,
      by: { name: 'county 某' },
      may: { undo: true },
    })
    const again = await download(county, `/api/imports/${id}/file`)
    expect(again.bytes.toString()).toBe(rows)
    await undo(String(id))
    const after = (await county('GET', '/api/imports?limit=1')).body
    expect(after.data?.[0]).toMatchObject({ id, undone: 1, left: 0, may: { undo: false } })
    const next = (await county('GET', `/api/imports?limit=1&cursor=${after.next}`)).body
    expect(next.data?.[0]?.id).not.toBe(id)
  })
  it('shows an office its own, and the administrator that of all without their files', async () => {
    const { id } = (await byXinan('编号,标题,内容\n2021-090,花坛,花死了。')).body
    const ids = async (client: Client) => ((await client('GET', '/api/imports?limit=100')).body.data ?? []).map((past) => past.id)
    expect(await ids(await as('xinan'))).toContain(id)
    expect(await ids(await as('tanggou'))).toEqual([])
    const { data = [] } = (await county('GET', '/api/imports')).body
    expect(data[0]).toMatchObject({ id, by: { office: { id: 'xinan' } } })
    expect(data[0]).not.toHaveProperty('file')
    expect((await county('GET', `/api/imports/${id}/file`)).status).toBe(404)
  })
})
