import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { ImportJob } from '../../functions/store/imports.ts'
import type { Client } from './api-house.ts'
import { download, openSheets, plannedImport, type Send } from './sheets-house.ts'

const today = '2026-07-08'
const clock = () => ({ now: new Date(), today })
const head = '编号,标题,内容,领衔代表,乡镇,主办单位,交办日期'
let as: Awaited<ReturnType<typeof openSheets>>['as']
let county: Client
let send: Send

beforeAll(async () => {
  const house = await openSheets(today)
  as = house.as
  send = await house.sender('county')
  county = await as('county')
})

const many = (n: number, title: string) =>
  [head, ...Array.from({ length: n }, (_, at) => `2020-${at + 1},${title}${at},内容,张三,xinan,water,2026-03-02`)].join('\n')

it('an import goes on after an interruption until it is whole, without repeats', async () => {
  const [{ suggestions }, { storePlanned }, { takeOver }, { readImport }, { client }, { world }] = await Promise.all([
    import('../../shared/ledgers/suggestions.ts'),
    import('../../functions/sheets/storing.ts'),
    import('../../functions/sheets/take-over.ts'),
    import('../../functions/store/imports.ts'),
    import('../../functions/store/table.ts'),
    import('../../functions/world.ts'),
  ])
  // The one who began stores half of the rows and is gone without a word; whoever comes goes on when the lease has run out.
  const begun = Date.now()
  const after = (seconds: number) => () => ({ now: new Date(begun + seconds * 1000), today })
  const { job, rows, scope } = await plannedImport(many(60, '断'), today, begun + 60_000)
  // He dies after storing rows, late within his lease, and before counting them.
  const dead = (next: (args: never) => unknown) => async (args: { input: { TransactItems?: { Put?: { Item: { pk: string } } }[] } }) => {
    if (args.input.TransactItems?.some(({ Put }) => Put?.Item.pk.includes('#PROJECTION#'))) throw new Error('dead')
    return next(args as never)
  }
  client().middlewareStack.add(dead as never, { step: 'initialize', name: 'dead' })
  await storePlanned(suggestions, rows.slice(0, 30), scope, after(50)(), await world(), { import: job.id, name: job.name })
  client().middlewareStack.remove('dead')
  const counted = async () => (await county('GET', '/api/counts/suggestions?year=2020')).body.total
  const stands = async () => (await readImport(scope, job.id)) ?? {}
  expect([await takeOver(job.id, after(40)), await counted()]).toEqual([false, 0])
  // A run whose time is up has more to do, and leaves it to the next.
  expect([await takeOver(job.id, after(80), 0), await stands(), await counted()]).toMatchObject([
    true,
    { state: 'storing', lease: begun + 80_000 },
    30,
  ])
  expect([await takeOver(job.id, after(81)), await stands()]).toMatchObject([
    false,
    { state: 'done', progress: { done: 60, of: 60 }, counts: { created: 60, unchanged: 0 } },
  ])
  expect(await counted()).toBe(60)
  expect(await takeOver(job.id, clock)).toBe(false)
  const numbers = new Set<unknown>()
  for (let cursor = ''; ; ) {
    const { data = [], next } = (await county('GET', `/api/records/suggestions?limit=100&year=2020${cursor}`)).body
    for (const record of data) {
      expect(record.version).toBe(1)
      numbers.add(record.number)
    }
    if (!next) break
    cursor = `&cursor=${next}`
  }
  expect(numbers.size).toBe(60)
})

it('whoever asks after work at which nobody is calls for it, and leaves what failed to its own tries first', async () => {
  const { liesIdle } = await import('../../functions/work/take-over.ts')
  const at = (seconds: number, job: { lease: number; failures?: number }) => liesIdle(job, seconds * 1000)
  expect([at(5, { lease: 0 }), at(11, { lease: 0 }), at(11, { lease: 2000 })]).toEqual([false, true, false])
  expect([at(200, { lease: 0, failures: 1 }), at(241, { lease: 0, failures: 1 })]).toEqual([false, true])
})

it('work that is held is renewed while it lasts, and not once it was given back or finished', async () => {
  const { jobOf, keyOf, leaseImport, writeImport } = await import('../../functions/store/imports.ts')
  const { renewLease } = await import('../../functions/store/long-work.ts')
  const { holding, LEASE_MS } = await import('../../functions/work/hold.ts')
  const { systemScope } = await import('../../functions/store/system-scope.ts')
  const scope = systemScope()
  const id = String((await send(`${head}\n1999-1,持,内容,张三,xinan,water,1999-03-02`)).body.id)
  const job = (await jobOf(scope, id)) as ImportJob
  const lease = async () => (await jobOf(scope, id))?.lease
  await writeImport({ ...job, state: 'storing', lease: 0 })
  await leaseImport(scope, id, 100, 200)
  await renewLease(keyOf(scope, id), 150, 300)
  expect([await lease(), await leaseImport(scope, id, 250, 400)]).toEqual([300, null])
  await writeImport({ ...job, state: 'storing', lease: 260 })
  await renewLease(keyOf(scope, id), 270, 500)
  expect(await lease()).toBe(260)
  await writeImport({ ...job, lease: 0 })
  await renewLease(keyOf(scope, id), 0, 500)
  expect(await lease()).toBe(0)

  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  let renewed = 0
  const renew = async () => {
    renewed += 1
  }
  await holding(renew, async () => void (await vi.advanceTimersByTimeAsync(3 * LEASE_MS)))
  expect(renewed).toBe(9)
  await vi.advanceTimersByTimeAsync(3 * LEASE_MS)
  expect(renewed).toBe(9)
  vi.useRealTimers()
})

/** Announces a file; puts its bytes, and any others that come by the same form. */
async function announced(size: number) {
  const { id, upload } = (await county('POST', '/api/files', { body: { name: 'r.csv', type: 'text/csv', size } })).body
  const { url, fields } = upload as { url: string; fields: Record<string, string> }
  const put = async (bytes: Buffer<ArrayBuffer>) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    form.append('file', new Blob([bytes], { type: 'text/csv' }))
    expect((await fetch(url, { method: 'POST', body: form })).ok).toBe(true)
  }
  return { id, put }
}

async function uploaded(bytes: Buffer<ArrayBuffer>) {
  const { id, put } = await announced(bytes.length)
  await put(bytes)
  return id
}

/** The importer is called for an import. */
async function carried(id: unknown) {
  const { handler } = await import('../../functions/importer.ts')
  await handler({ kind: 'import', id: String(id), county: 'guannan' })
}

it('an import of an uploaded file is carried on behind the request', async () => {
  const bytes = Buffer.from(many(20, '断'))
  const { id, put } = await announced(bytes.length)
  await put(bytes)
  const begun = await county('POST', '/api/imports/suggestions', { body: { file: id } })
  expect([begun.status, begun.body.state, begun.headers.location]).toEqual([202, 'checking', `/api/imports/${begun.body.id}`])
  await carried(begun.body.id)
  expect((await county('GET', `/api/imports/${begun.body.id}`)).body).toMatchObject({
    state: 'done',
    rows: 20,
    unchanged: 20,
    created: 0,
  })
  expect((await (await as('xinan'))('POST', '/api/imports/suggestions', { body: { file: id } })).status).toBe(422)
  // The history has the file as it was read, whatever the form brings afterwards.
  await put(Buffer.alloc(bytes.length, 'x'))
  expect((await download(county, `/api/imports/${begun.body.id}/file`)).bytes.toString()).toBe(bytes.toString())
})

it('a file above 4 MB comes back from the history by a short-lived address', async () => {
  const bytes = Buffer.from(`编号,标题,内容,乡镇,备注\n2018-1,修桥,桥坏了。,xinan,${'长'.repeat(1_500_000)}\n`)
  const id = await uploaded(bytes)
  const begun = await county('POST', '/api/imports/suggestions', { body: { file: id } })
  await carried(begun.body.id)
  expect((await county('GET', `/api/imports/${begun.body.id}`)).body).toMatchObject({ state: 'done', created: 1, ignored: ['备注'] })
  const answer = await county('GET', `/api/imports/${begun.body.id}/file`)
  expect(answer.status).toBe(303)
  expect(Buffer.from(await (await fetch(answer.headers.location ?? '')).arrayBuffer()).equals(bytes)).toBe(true)
})

it('an uploaded file with a column that may be a deadline waits for what it means', async () => {
  const bytes = Buffer.from('编号,标题,乡镇,主办单位,交办日期,镇里定的期限\n2019-1,修桥,xinan,water,2026-03-02,2026-12-31\n')
  const id = await uploaded(bytes)
  const checked = async (body: { [name: string]: unknown }) => {
    const begun = await county('POST', '/api/imports/suggestions', { body: { file: id, ...body } })
    await carried(begun.body.id)
    return (await county('GET', `/api/imports/${begun.body.id}`)).body
  }
  expect(await checked({})).toMatchObject({ state: 'refused', rejected: [{ path: 'columns.镇里定的期限' }] })
  expect(await checked({ columns: { 镇里定的期限: 'due' } })).toMatchObject({
    state: 'done',
    created: 1,
    answered: { 镇里定的期限: 'due' },
  })
})

describe('a row without a number', () => {
  const row = '标题,内容,乡镇\n没有编号的,内容,tanggou\n'
  const standing = async () => {
    const { data = [] } = (await county('GET', `/api/records/suggestions?q=${encodeURIComponent('没有编号的')}`)).body
    return data.map(({ id }) => String(id))
  }
  it('has an id that nobody can find by trying what it says', async () => {
    const [{ suggestions }, { identity }, { idOf }] = await Promise.all([
      import('../../shared/ledgers/suggestions.ts'),
      import('../../shared/importing/read-rows.ts'),
      import('../../functions/store/keys.ts'),
    ])
    expect((await send(row)).body).toMatchObject({ created: 1 })
    const guess = identity(suggestions, { row: 2, township: 'tanggou', data: { title: '没有编号的', body: '内容' } })
    const [id] = await standing()
    expect(id).not.toBe(idOf('r', guess))
    expect((await send(row)).body).toMatchObject({ created: 0, unchanged: 1 })
    expect(await standing()).toEqual([id])
  })
  it('finds the record that an earlier release knew by the words alone', async () => {
    const [{ suggestions }, { identity }, { idOf }, { storePlanned }, { world }] = await Promise.all([
      import('../../shared/ledgers/suggestions.ts'),
      import('../../shared/importing/read-rows.ts'),
      import('../../functions/store/keys.ts'),
      import('../../functions/sheets/storing.ts'),
      import('../../functions/world.ts'),
    ])
    const old = { row: 2, township: 'tanggou', data: { title: '旧版的行', body: '内容' } }
    const id = idOf('r', identity(suggestions, old))
    const scope = { person: 'p1', name: '县办', role: 'admin' as const, office: { kind: 'county' as const, id: 'county' } }
    await storePlanned(suggestions, [{ ...old, id, fresh: true }], scope, clock(), await world())
    expect((await send('标题,内容,乡镇\n旧版的行,内容,tanggou\n')).body).toMatchObject({ created: 0, unchanged: 1 })
  })
})
