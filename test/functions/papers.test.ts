import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { openArchive } from '../../functions/sheets/xlsx/archive.ts'
import { readBook } from '../../functions/sheets/xlsx/book.ts'
import { shownText } from '../../shared/importing/sheet.ts'
import type { Client } from './api-house.ts'
import { download, openRegister, wordsIn } from './sheets-house.ts'

let house: Awaited<ReturnType<typeof openRegister>>['house']
let county: Client
let ids: { [number: string]: string }

beforeAll(async () => {
  ;({ house, county, ids } = await openRegister('2026-08-18'))
})

describe('a paper of one record', () => {
  test('is a Word document that names unit, deputies and day, the same bytes each time', async () => {
    const path = `/api/papers/suggestions/handover/${ids['2026-0002']}`
    const [one, again] = [await download(county, path), await download(county, path)]
    expect(one.status).toBe(200)
    expect(one.headers['content-type']).toContain('wordprocessingml')
    expect(wordsIn(one.bytes)).toMatch(/代表建议交办单.*2026-0002.*通水.*王五.*2026年9月1日/s)
    expect(again.bytes.equals(one.bytes)).toBe(true)
  })

  test('tells its parts as they are printed', async () => {
    const { body } = await county('GET', `/api/papers/suggestions/urging/${ids['2026-0002']}?format=blocks`)
    expect(body).toMatchObject({ sheet: 'official', name: '催办函 2026-0002' })
    expect(JSON.stringify(body)).toContain('答复期限为2026年9月1日')
  })

  test('explains the day of every duty, with letterhead and file number, and is sent out under its number', async () => {
    const path = `/api/papers/suggestions/deadlines/${ids['2026-0003']}`
    const words = wordsIn((await download(county, path)).bytes)
    expect(words).toMatch(
      /灌南县人大.*人大办〔2026〕＿＿号.*关于代表建议《通电》有关期限的说明.*现就代表建议2026-0003《通电》的有关期限说明如下/s,
    )
    expect(words).toMatch(/答复.*：2026年9月1日.*“答复期限”为2026年9月1日，故期限为2026年9月1日/s)
    const sent = await county('POST', path, { body: {} })
    expect([sent.status, sent.body.word], sent.text).toEqual([201, '人大办'])
    const kept = await download(county, `${path}?edition=${sent.body.edition}`)
    expect(wordsIn(kept.bytes)).toContain(`人大办〔2026〕${sent.body.no}号`)
    // Whoever owes it, or owns the item, gets the same to read, under nobody's name or number.
    for (const who of [await house.as('water'), await house.as('tanggou')]) {
      const own = await who('GET', `${path}?format=blocks`)
      const blocks = own.body.blocks as { as: string; text?: string }[]
      expect(blocks.filter(({ as }) => ['masthead', 'number', 'seal'].includes(as))).toEqual([])
      expect(blocks.at(-1)?.text, own.text).toBe('此件供查阅，以灌南县人大编号、盖章的为准。')
      expect((await who('POST', path, { body: {} })).status).toBe(403)
    }
    // Where nothing is owed any more there is nothing to explain.
    expect((await county('GET', `/api/papers/suggestions/deadlines/${ids['2026-0001']}`)).status).toBe(409)
  })

  test('is refused where the record is not so far, and absent for whom the record is', async () => {
    expect((await county('GET', `/api/papers/suggestions/reply/${ids['2026-0002']}`)).status).toBe(409)
    expect((await county('GET', `/api/papers/suggestions/nothing/${ids['2026-0002']}`)).status).toBe(404)
    expect((await county('GET', `/api/papers/suggestions/constructor/${ids['2026-0002']}`)).status).toBe(404)
    expect((await (await house.as('xinan'))('GET', `/api/papers/suggestions/handover/${ids['2026-0002']}`)).status).toBe(404)
    expect((await (await house.as('tanggou'))('GET', `/api/papers/suggestions/handover/${ids['2026-0002']}`)).status).toBe(200)
  })
})

describe('papers of a list', () => {
  test('go to each unit with its own items, in one package', async () => {
    const file = await download(county, `/api/papers/suggestions/handoverList?ids=${Object.values(ids).join()}`)
    expect(file.status).toBe(200)
    const { names } = openArchive(file.bytes)
    expect(names).toHaveLength(2)
    const again = await download(county, `/api/papers/suggestions/handoverList?ids=${Object.values(ids).join()}`)
    expect(again.bytes.equals(file.bytes)).toBe(true)
    const inside = names.map((name) => wordsIn(openArchive(file.bytes).part(name) ?? Buffer.alloc(0)))
    expect(inside.map((text) => ['2026-0001', '2026-0002', '2026-0003'].filter((number) => text.includes(number))).sort()).toEqual([
      ['2026-0001', '2026-0003'],
      ['2026-0002'],
    ])
  })

  test('are one for each record where the paper is of one', async () => {
    const file = await download(county, `/api/papers/suggestions/handover?unit=water`)
    expect(openArchive(file.bytes).names).toHaveLength(2)
  })

  test('are made of as many as a list lets somebody select', async () => {
    const others = Array.from({ length: 197 }, (_, at) => `r${String(at).padStart(20, '0')}`)
    const file = await download(county, `/api/papers/suggestions/handoverList?ids=${[...Object.values(ids), ...others].join()}`)
    expect([file.status, openArchive(file.bytes).names.length]).toEqual([200, 2])
  })

  test('are bound in one document to print, each on pages of its own', async () => {
    const file = await download(county, `/api/papers/suggestions/handover?unit=water&as=one`)
    expect(file.headers['content-type']).toContain('wordprocessingml')
    const xml = openArchive(file.bytes).part('word/document.xml')?.toString() ?? ''
    expect(xml.match(/<w:sectPr/g)).toHaveLength(2)
    expect(xml.match(/w:start="1"/g)).toHaveLength(2)
    for (const number of ['2026-0001', '2026-0003']) expect(wordsIn(file.bytes)).toContain(number)
    const again = await download(county, `/api/papers/suggestions/handover?unit=water&as=one`)
    expect(again.bytes.equals(file.bytes)).toBe(true)
  })

  test('give their tables as a workbook, figures as numbers', async () => {
    const file = await download(county, `/api/papers/suggestions/bulletin?as=xlsx`)
    expect(file.headers['content-type']).toContain('spreadsheetml')
    const [result, , , items] = await readBook(file.bytes)
    expect(result?.rows[1]?.cells.slice(0, 2).map(shownText)).toEqual(['数量', '1'])
    expect(items?.rows).toHaveLength(4)
  })

  test('tell a township of its own items', async () => {
    const file = await download(await house.as('tanggou'), '/api/papers/suggestions/register')
    expect(wordsIn(file.bytes)).toContain('共2件')
    expect(wordsIn(file.bytes)).not.toContain('2026-0001')
  })

  test('are refused where there is none', async () => {
    expect((await county('GET', '/api/papers/suggestions/register?year=2019')).status).toBe(422)
  })
})

describe('a paper that is sent out', () => {
  const send = (client: Client, paper: string, number: string) =>
    client('POST', `/api/papers/suggestions/${paper}/${ids[number]}`, { body: {} })
  const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

  test('gets the next number of the year, is kept to the byte, and an event tells of it', async () => {
    const first = await send(county, 'urging', '2026-0002')
    expect([first.status, first.body]).toMatchObject([201, { organ: 'county', word: '人大办函', year: 2026, no: 1, edition: 1 }])
    expect(await send(county, 'urging', '2026-0003')).toMatchObject({ status: 201, body: { no: 2 } })
    const file = await download(county, `/api/papers/suggestions/urging/${ids['2026-0002']}?edition=1`)
    expect(hash(file.bytes)).toBe(first.body.hash)
    expect(wordsIn(file.bytes)).toContain('人大办函〔2026〕1号')
    const { body } = await county('GET', `/api/records/suggestions/${ids['2026-0002']}/events`)
    expect((body.data as unknown as object[]).at(-1)).toMatchObject({
      transition: 'paper',
      paper: { key: 'urging', no: 1, hash: first.body.hash },
    })
    expect(body.chain).toMatchObject({ ok: true })
  })

  test('is the same when nothing has changed, and a further edition that says so when something has', async () => {
    expect(await send(county, 'urging', '2026-0002')).toMatchObject({ status: 200, body: { no: 1, edition: 1 } })
    const { body: record } = await county('GET', `/api/records/suggestions/${ids['2026-0002']}`)
    const step = { transition: 'extend', given: { due: '2026-08-20', reason: '需要现场勘查' } }
    const headers = { 'if-match': `"${record.version}"` }
    expect((await county('POST', `/api/records/suggestions/${ids['2026-0002']}/events`, { body: step, headers })).status).toBe(200)
    const before = await download(county, `/api/papers/suggestions/urging/${ids['2026-0002']}?edition=1`)
    const second = await send(county, 'urging', '2026-0002')
    expect(second).toMatchObject({ status: 201, body: { no: 3, edition: 2 } })
    const after = await download(county, `/api/papers/suggestions/urging/${ids['2026-0002']}?edition=1`)
    expect(after.bytes.equals(before.bytes)).toBe(true)
    const again = await download(county, `/api/papers/suggestions/urging/${ids['2026-0002']}?edition=2`)
    expect(wordsIn(again.bytes)).toMatch(/2026年8月20日.*本件为第2版，取代人大办函〔2026〕1号/s)
  })

  test('stands in the register of its organ, in which no number is missing however many write at once', async () => {
    const all = await Promise.all([
      send(county, 'supervision', '2026-0001'),
      ...['2026-0001', '2026-0002', '2026-0003'].map((number) => send(county, 'coOpinion', number)),
    ])
    expect(all.map(({ status }) => status)).not.toContain(500)
    await Promise.all(['2026-0003', '2026-0003', '2026-0003'].map((number) => send(county, 'urging', number)))
    const { body } = await county('GET', '/api/papers?year=2026')
    const numbers = (body.data as unknown as { word: string; no: number }[]).filter(({ word }) => word === '人大办函').map(({ no }) => no)
    expect(numbers).toEqual(numbers.map((_, at) => at + 1))
    expect((await (await house.as('tanggou'))('GET', '/api/papers?year=2026')).body.data).toEqual([])
  })

  test('is sent by who owns the item, and read by who owns it or gets it', async () => {
    const path = `/api/papers/suggestions/urging/${ids['2026-0002']}`
    const [housing, tanggou, xinan] = [await house.as('housing'), await house.as('tanggou'), await house.as('xinan')]
    expect((await send(housing, 'urging', '2026-0002')).status).toBe(403)
    expect((await send(xinan, 'urging', '2026-0002')).status).toBe(404)
    expect((await send(county, 'handover', '2026-0002')).status).toBe(404)
    expect((await housing('GET', `${path}?edition=1`)).status).toBe(200)
    expect((await tanggou('GET', `${path}?edition=1`)).status).toBe(404)
    expect((await county('GET', `${path}?edition=9`)).status).toBe(404)
    // What both may send is the paper of who sends it, under a number of its own book.
    const own = await send(tanggou, 'urging', '2026-0003')
    expect(own).toMatchObject({ status: 201, body: { organ: 'township:tanggou', no: 1 } })
    const file = await download(tanggou, `${path.replace(ids['2026-0002'] ?? '', ids['2026-0003'] ?? '')}?edition=${own.body.edition}`)
    expect(wordsIn(file.bytes)).not.toContain('取代')
    expect((await send(tanggou, 'supervision', '2026-0003')).status).toBe(403)
  })
})
