import { expect, it } from 'vitest'
import { life } from '../unruly.ts'
import type { Client } from './api-house.ts'
import { openSheets } from './sheets-house.ts'

const today = '2026-07-08'
const ROWS = 210
const MINUTE = 60_000

it('an import that is killed again and again is whole in the end, taken back to nothing likewise, and counted right at each point', async () => {
  const house = await openSheets(today)
  const [county, send] = [await house.as('county'), await house.sender('county')]
  const [{ takeOver }, { relayOverdue }] = await Promise.all([
    import('../../functions/sheets/take-over.ts'),
    import('../../functions/transact/relay.ts'),
  ])
  // Every step comes minutes after the one before, so that no lease of a dead process holds.
  let now = Date.now()
  const clock = () => ({ now: new Date(now), today })

  /** Works at the import and dies at the n-th request, which may still be carried out; what was stored by then is what is listed and counted. */
  const dying = async (id: string, at: number, taken: boolean, work: () => Promise<unknown>): Promise<Progress> => {
    died += Number('died' in (await life(work, { at, taken })))
    now += 5 * MINUTE
    expect(await relayOverdue(clock(), new Date(now))).toMatchObject({ unfinished: 0 })
    const listed = await numbers(county)
    expect([new Set(listed).size, (await county('GET', '/api/counts/suggestions')).body.total], `died at ${at}`).toEqual([
      listed.length,
      listed.length,
    ])
    const job = id === '' ? ((await county('GET', '/api/imports')).body.data ?? [])[0] : (await county('GET', `/api/imports/${id}`)).body
    return { listed: listed.length, job: job as unknown as Job }
  }
  let died = 0
  const deaths = [25]
  let told = await dying('', 45, true, () => send(register()))
  const { id } = told.job
  expect(told.job).toMatchObject({ state: 'storing' })
  for (const [step, at] of deaths.entries()) {
    expect([told.listed >= told.job.progress.done, told.listed <= told.job.progress.done + 200]).toEqual([true, true])
    if (told.job.state === 'done') break
    told = await dying(id, at, step % 2 === 0, () => takeOver(id, clock))
  }
  const stored = await finished(id)
  expect([stored.state, stored.progress.done, stored.created, (await numbers(county)).length]).toEqual(['done', ROWS, ROWS, ROWS])

  told = await dying(id, 30, false, () => county('POST', `/api/imports/${id}/undo`, { at: new Date(now) }))
  expect(told.job.undo).toMatchObject({ state: 'running' })
  for (const [step, at] of deaths.entries()) {
    const { done = 0 } = told.job.undo?.progress ?? {}
    expect([ROWS - told.listed >= done, ROWS - told.listed <= done + 200]).toEqual([true, true])
    if (told.job.undo?.state === 'done') break
    told = await dying(id, at, step % 2 === 1, () => takeOver(id, clock))
  }
  const back = await finished(id)
  expect([back.undone, back.left, back.undo?.progress.done, await numbers(county)]).toEqual([ROWS, [], ROWS, []])
  expect(died).toBeGreaterThan(2)

  /** Carried on to its end, as whoever asks after it would have it. */
  async function finished(of: string): Promise<Job> {
    now += 5 * MINUTE
    await county('GET', `/api/imports/${of}`, { at: new Date(now) })
    await takeOver(of, clock)
    return (await county('GET', `/api/imports/${of}`)).body as unknown as Job
  }
})

type Counted = { done: number; of: number }
type Job = {
  id: string
  state: string
  progress: Counted
  created: number
  undone?: number
  left?: unknown[]
  undo?: { state: string; progress: Counted }
}
type Progress = { listed: number; job: Job }

const register = (): string =>
  [
    '编号,标题,内容,乡镇,主办单位,交办日期',
    ...Array.from({ length: ROWS }, (_, at) => `2020-${at + 1},断${at},内容,xinan,water,2026-03-02`),
  ].join('\n')

/** The numbers of the whole list. */
async function numbers(county: Client): Promise<unknown[]> {
  const found: unknown[] = []
  for (let cursor = ''; ; ) {
    const { data = [], next } = (await county('GET', `/api/records/suggestions?limit=100${cursor}`)).body
    found.push(...data.map(({ number }) => number))
    if (!next) return found
    cursor = `&cursor=${encodeURIComponent(String(next))}`
  }
}
