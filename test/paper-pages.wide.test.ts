import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import readCode from 'jsqr'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { convert } from '../.ci/office.js'
import { documentOf } from '../functions/papers/document.ts'
import type { Column, Field } from '../shared/definition/field.ts'
import type { Ledger } from '../shared/definition/ledger.ts'
import type { Paper } from '../shared/definition/paper.ts'
import { ledgers } from '../shared/ledgers/index.ts'
import { fillPaper } from '../shared/papers/fill.ts'
import type { Filled, FilledPaper } from '../shared/papers/filled.ts'
import { sectionsOf } from '../shared/papers/sections.ts'
import type { Data, LedgerRecord } from '../shared/record.ts'
import { eventsOf, ownPapersOf, sourceOf } from './papers.ts'
import { samples } from './sample.ts'

const folder = mkdtempSync(join(tmpdir(), 'duban-papers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const all = ledgers.flatMap((ledger) => ownPapersOf(ledger).map(([key, paper]) => ({ name: `${ledger.key}-${key}`, ledger, paper })))
const made = new Map<string, FilledPaper>()

const short: Filled = { as: 'text', level: 0, text: '现将有关事项函告如下。' }
const lastWords: [string, Filled[]][] = [
  ['words', [short]],
  ['a table', [{ as: 'table', head: ['序号', '名称'], rows: [...'一二三四五六'].map((no) => [no, '农村饮用水安全']), shares: [1, 6] }]],
  ['a list of annexes', [short, { as: 'attached', names: ['问题清单', '任务分工'] }]],
]
/** Letters that end in different ways, as long as a page gives and takes: their name and day fall on its foot, or beyond. */
const signed = lastWords.flatMap(([how, words]) =>
  Array.from({ length: 14 }, (_, at): { how: string; name: string; paper: FilledPaper } => {
    const [lines, name] = [at + 6, `signed-${how}-${at}`]
    const seal: Filled = { as: 'seal', office: '县人大常委会办公室', day: '2026年3月2日' }
    return { how, name, paper: { name, sheet: 'official', blocks: [...Array.from({ length: lines }, () => short), ...words, seal] } }
  }),
)

// Every paper in one call: starting the office suite costs more than the pages.
beforeAll(async () => {
  for (const [at, { name, ledger, paper }] of all.entries()) {
    const chance = dice(at + 1)
    const records = Array.from({ length: paper.of === 'list' ? 25 : paper.of === 'office' ? 0 : 1 }, (_, each) =>
      anyRecord(ledger, each, chance),
    )
    const filled = fillPaper(
      paper,
      sourceOf(ledger, records, {
        events: eventsOf(ledger),
        no: at,
        addressee: '县教育体育和文化广电旅游局',
        work: workOf(paper, records, chance),
      }),
    )
    made.set(name, filled)
    writeFileSync(join(folder, `${name}.docx`), await documentOf(filled))
  }
  for (const { name, paper } of signed) writeFileSync(join(folder, `${name}.docx`), await documentOf(paper))
  const files = [...all, ...signed].map(({ name }) => join(folder, `${name}.docx`))
  await convert('pdf', folder, files)
})

/** Where words may stand, in points from the left and the top; the page number stands below the type area. */
const areas = {
  official: { page: [595, 842], left: 79.4, right: 521.6, top: 104.9, bottom: 842 - 60 },
  plain: { page: [595, 842], left: 56.7, right: 538.6, top: 28, bottom: 842 - 30 },
  wide: { page: [842, 595], left: 56.7, right: 785.2, top: 28, bottom: 595 - 30 },
}

describe('whatever an item says, long or short, the pages of a paper hold it', () => {
  test.each(all)('$name', ({ name }) => {
    const filled = made.get(name) as FilledPaper
    const { page, left, right, top, bottom } = areas[filled.sheet]
    const told = execFileSync('pdftotext', ['-bbox', join(folder, `${name}.pdf`), '-'], { encoding: 'utf8' })
    const sizes = [...told.matchAll(/<page width="([\d.]+)" height="([\d.]+)"/g)].map(([, ...size]) =>
      size.map((each) => Math.round(Number(each))),
    )
    expect(sizes.length).toBeGreaterThan(0)
    for (const size of sizes) expect(size).toEqual(page)
    const words = [...told.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</g)]
    const slack = 4
    // A mark at the end of a line may hang over it, as Chinese is set.
    const end = (word: string) => right + (/[，。；：、！？）》”〕]$/.test(word) ? 25 : slack)
    const outside = words.filter(
      ([, x = 0, y = 0, toX = 0, toY = 0, word = '']) => !(+x >= left - slack && +toX <= end(word) && +y >= top - 12 && +toY <= bottom),
    )
    expect(outside.map(([, ...word]) => word.join(' '))).toEqual([])
    const text = words.map(([, , , , , word]) => word).join('')
    expect(text).toContain('—1—')
  })
})

test.each(lastWords)('name and day of an official paper stand on no page alone, behind %s', (how) => {
  const pages = signed.filter((each) => each.how === how).flatMap(({ name }) => linesOf(name))
  expect(pages.filter((lines) => lines.includes('2026年3月2日')).length).toBeGreaterThan(10)
  expect(pages.filter(([first]) => first === '县人大常委会办公室')).toEqual([])
})

/** The lines of each page, without blanks and page numbers. */
function linesOf(name: string): string[][] {
  const text = execFileSync('pdftotext', ['-layout', join(folder, `${name}.pdf`), '-'], { encoding: 'utf8' })
  const plain = (page: string) => page.split('\n').map((line) => line.replaceAll(' ', ''))
  return text.split('\f').map((page) => plain(page).filter((line) => line !== '' && !/^—\d+—$/.test(line)))
}

test('the code on a printed slip is read from its picture, and leads to its item', () => {
  const slip = all.find(({ paper }) => paper.of === undefined && paper.blocks.some(({ as, when }) => as === 'qr' && !when))?.name ?? ''
  execFileSync('pdftoppm', ['-r', '110', '-f', '1', '-l', '1', '-singlefile', join(folder, `${slip}.pdf`), join(folder, 'slip')])
  expect(codeIn(readFileSync(join(folder, 'slip.ppm')))).toBe('https://duban.example/suggestions/r1/show')
})

/** The code in a picture of plain points (PPM). */
function codeIn(ppm: Buffer): string | undefined {
  const [head = '', width = '', height = ''] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.subarray(0, 60).toString('latin1')) ?? []
  const points = ppm.subarray(head.length)
  const data = new Uint8ClampedArray(Number(width) * Number(height) * 4).fill(255)
  for (let at = 0; at < points.length / 3; at += 1) data.set(points.subarray(at * 3, at * 3 + 3), at * 4)
  return readCode(data, Number(width), Number(height))?.data
}

/** Chance that is the same in every run. */
function dice(seed: number): () => number {
  let state = seed * 2654435761
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 374761393) | 0
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32
  }
}

const signs = '关于进一步加强农村饮用水安全保障和排水管网改造工作的建议，请逐项落实；（一）明确责任单位。'

/** A text of up to so many signs: often short, sometimes as long as it may be, and now and then one word without end. */
function anyText(most: number, chance: () => number): string {
  if (chance() < 0.1) return 'W'.repeat(Math.min(most, 60))
  const length = chance() < 0.4 ? 2 : Math.ceil(chance() * Math.min(most, 900))
  const text = Array.from({ length }, () => signs[Math.floor(chance() * signs.length)]).join('')
  return most > 200 && chance() < 0.3 ? text.replaceAll('。', '。\n') : text
}

function anyValue(field: Field | Column, chance: () => number): unknown {
  if (field.kind === 'text') return anyText(field.max ?? 2000, chance)
  if (field.kind === 'number') return Math.round(chance() * 10 ** Math.ceil(chance() * 9)) / 100
  if (field.kind === 'deputies' || field.kind === 'names') return Array.from({ length: Math.ceil(chance() * 30) }, () => anyText(4, chance))
  if (field.kind === 'items')
    return Array.from({ length: Math.ceil(chance() * 9) }, (_, row) => ({
      id: `row${row}`,
      ...Object.fromEntries(Object.entries(field.columns).map(([key, column]) => [key, anyValue(column, chance)])),
    }))
  const [first, ...others] = samples(field, '2026-03-02', '2026-03-03')
  return chance() < 0.5 ? first : others.at(-1)
}

/** Records for the sections of a paper, which name in them what its own record names. */
function workOf(paper: Paper, [own]: LedgerRecord[], chance: () => number): LedgerRecord[] {
  return sectionsOf(paper).flatMap((section) => {
    const ledger = ledgers.find(({ key }) => key === section.ledger) as Ledger
    const open = Object.keys(ledger.states).find((key) => ledger.states[key]?.phase === 'open') ?? ledger.initial
    return Array.from({ length: 12 }, (_, at) => {
      const record = { ...anyRecord(ledger, at, chance), state: section.in?.[0] ?? open }
      const named = section.match && own ? { [section.match.field]: own.data[section.match.is.slice(1)] } : {}
      return { ...record, township: own?.township ?? record.township, data: { ...record.data, ...named } } as LedgerRecord
    })
  })
}

function anyRecord(ledger: Ledger, at: number, chance: () => number): LedgerRecord {
  const data = Object.fromEntries(
    Object.entries(ledger.fields)
      .filter(([, field]) => field.required || chance() < 0.85)
      .map(([key, field]) => [key, anyValue(field, chance)]),
  )
  return {
    id: `r${at}`,
    ledger: ledger.key,
    number: `2026-${String(at + 1).padStart(4, '0')}`,
    township: ledger.level === 'county' ? null : 'xinan',
    state: ledger.initial,
    year: 2026,
    data: data as Data,
    duties: [],
    took: {},
    createdBy: { id: 'p', name: 'p', office: { kind: 'county', id: 'county' } },
    readers: [],
  } as unknown as LedgerRecord
}
