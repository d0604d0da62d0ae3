import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join, sep } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, expect, it } from 'vitest'
import { fc, holds } from '../property.ts'
import { type Client, password } from './api-house.ts'
import { items, layouts, written } from './registers.ts'
import { download, openSheets, type Send } from './sheets-house.ts'

let county: Client
let send: Send
let registers = 0

const office = (kind: 'county' | 'township' | 'unit', id: string, zh: string) => ({ id, kind, name: { zh, en: id } })

beforeAll(async () => {
  const house = await openSheets('2026-11-28', {
    offices: [
      office('county', 'county', '县人大'),
      office('township', 'xinan', '新安镇'),
      office('township', 'tianlou', '田楼镇'),
      office('unit', 'water', '县水务局'),
      office('unit', 'housing', '县住房和城乡建设局'),
    ],
    people: [{ email: 'county@duban.test', name: '县办', role: 'admin', office: 'county', password }],
  })
  county = await house.as('county')
  send = await house.sender('county')
})

it('a register in any layout, imported, exported and imported again, is the same; what is not taken is named', async () => {
  await holds(
    [items, layouts, fc.constantFrom('xlsx', 'csv')],
    async (all, layout, format) => {
      registers += 1
      // Each register has numbers of its own.
      const own = all.map((item) => ({ ...item, number: `${1000 + registers}${item.number}` }))
      const { bytes, ignored, repeats } = written(own, layout)
      expect((await send(bytes)).body).toMatchObject({ state: 'done', created: all.length, repeats, rejected: [], ignored })
      const file = await download(county, `/api/exports/suggestions?format=${format}`, { 'accept-language': 'zh' })
      expect((await send(file.bytes)).body).toMatchObject({ state: 'done', created: 0, updated: 0, rejected: [], ignored: [] })
      expect((await send(bytes)).body).toMatchObject({ created: 0, updated: 0, unchanged: all.length })
    },
    { runs: 6 },
  )
})

/** Packages that ship the spreadsheets which they are tested with. */
const libraries = ['xlsx-stream-reader@1.1.1', 'xlsx-populate@1.21.0', 'xlsx2json@1.0.0', 'convert-excel-to-json@1.7.0', 'excel@1.0.1']
const kinds = ['.xlsx', '.xlsm', '.xls', '.xlsb', '.csv', '.ods', '.et']

it('no file with which spreadsheet libraries are tested is more than the platform can say something to', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'libraries-'))
  const run = promisify(execFile)
  try {
    // Where no registry answers, nothing can be fetched; where one does, every file has to be there.
    const reached = await run('npm', ['ping', '--fetch-retries=0']).then(
      () => true,
      () => false,
    )
    for (const library of reached ? libraries : []) {
      const name = library.replace(/@[^@]*$/, '')
      const packed = await run('npm', ['pack', library, '--silent', '--prefer-offline'], { cwd: folder })
      await mkdir(join(folder, name))
      await run('tar', ['xzf', packed.stdout.trim(), '-C', name], { cwd: folder })
    }
    const names = (await readdir(folder, { recursive: true })).filter((name) => kinds.includes(extname(name).toLowerCase()))
    const tried = new Set(names.map((name) => name.split(sep)[0]))
    if (reached) expect([tried.size, names.length > 30]).toEqual([libraries.length, true])
    else console.warn('No registry answers: the files of spreadsheet libraries were not tried.')
    for (const name of names) {
      const answer = await send(await readFile(join(folder, name)), '?dryRun=true')
      expect([name, answer.status < 500, answer.status === 200 || typeof answer.body.detail === 'string']).toEqual([name, true, true])
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
