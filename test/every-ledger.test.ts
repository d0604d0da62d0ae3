import { describe, expect, test } from 'vitest'
import { calendar } from '../shared/deadline/calendar.ts'
import { dayOrders, reversedDays } from '../shared/definition/day-orders.ts'
import { crossCheck } from '../shared/definition/gate/across.ts'
import { adviceOn, parseLedger } from '../shared/definition/gate.ts'
import type { Ledger } from '../shared/definition/ledger.ts'
import type { Paper } from '../shared/definition/paper.ts'
import { create } from '../shared/engine/creation.ts'
import { ledgers } from '../shared/ledgers/index.ts'
import { fillPaper, fits } from '../shared/papers/fill.ts'
import { recordsIn, sectionsOf } from '../shared/papers/sections.ts'
import type { LedgerRecord } from '../shared/record.ts'
import { isRefusal } from '../shared/refusal.ts'
import type { Scope } from '../shared/scope.ts'
import { county, everybody } from './cast.ts'
import { mainActFaults, soonFaults } from './main-act.ts'
import { eventsOf, ownPapersOf, papersOf, sourceOf, textsIn } from './papers.ts'
import { daysTold, refusalsOf } from './refusals.ts'
import { walk } from './walk.ts'

test('the catalogue as a whole passes the gate between ledgers', () => {
  expect(crossCheck(ledgers)).toEqual([])
  expect(new Set(ledgers.map((ledger) => ledger.key)).size).toBe(ledgers.length)
})

const walks = new Map<string, LedgerRecord[]>()

/** Somebody who is offered a paper of this record, its own office before others. */
function makerOf(paper: Paper, ledger: Ledger, record: LedgerRecord): Scope | undefined {
  const offered = everybody.filter((scope) => fits(paper, ledger, record, sourceOf(ledger, [record], { scope })))
  return offered.find((scope) => !fillPaper(paper, sourceOf(ledger, [record], { scope })).copy) ?? offered[0]
}

describe.each(ledgers.map((ledger) => [ledger.key, ledger] as [string, Ledger]))('%s', (_, ledger) => {
  test('survives a round trip through JSON and the gate', () => {
    expect(parseLedger(JSON.parse(JSON.stringify(ledger)))).toEqual({ ledger })
  })

  test('has no open state in which an item can lie without anybody owing the next step', () => {
    expect(adviceOn(ledger)).toEqual([])
  })

  test('is labelled in both languages, each in its own script', () => {
    const labels = labelsOf(JSON.parse(JSON.stringify(ledger)))
    expect(labels.length).toBeGreaterThan(10)
    expect(labels.filter(({ zh, en }) => zh !== en && (!/\p{Script=Han}/u.test(zh) || /[\p{Script=Han}，。（）]/u.test(en)))).toEqual([])
  })

  test('no two columns of its register have one heading', () => {
    const stored = Object.values(ledger.fields).filter(({ only }) => only !== 'event')
    for (const lang of ['zh', 'en'] as const) {
      const headings = stored.map(({ label }) => label[lang])
      expect(headings.filter((heading, at) => headings.indexOf(heading) !== at)).toEqual([])
    }
  })

  test('a field that is only declared is named by the gate, unless somebody can enter it', () => {
    const wider: Ledger = { ...ledger, fields: { ...ledger.fields, extra: { kind: 'text', label: { zh: '新', en: 'New' } } } }
    const named = crossCheck(ledgers.map((each) => (each === ledger ? wider : each))).map(({ path }) => path)
    expect(named).toEqual(offices.some((office) => takes(wider, office)) ? [] : [`${ledger.key}.fields.extra`])
  })

  const walked = walk(ledger, ledger.level === 'county' ? null : 'xinan')
  walks.set(ledger.key, walked.records)

  test('every state is reached and every move keeps the promises of the engine', () => {
    expect(walked.broken).toEqual([])
    expect([...walked.states].sort()).toEqual(Object.keys(ledger.states).sort())
  })

  test('no step writes days down in another order than the definition tells', () => {
    expect(walked.records.flatMap(({ data }) => reversedDays(dayOrders(ledger), data))).toEqual([])
  })

  test('the filled button is what the band asks for, in every state and for everybody', () => {
    expect([...new Set(walked.records.flatMap((record) => mainActFaults(ledger, record)))]).toEqual([])
  })

  test('what can be done soon is one’s own and a step off, in every state and for everybody', () => {
    expect([...new Set(walked.records.flatMap((record) => soonFaults(ledger, record)))]).toEqual([])
  })

  test('no refusal tells a day twice', () => {
    const told = walked.records.flatMap((record) => refusalsOf(ledger, record).flatMap(({ zh, en }) => [zh, en]))
    const twice = [...new Set(told)].filter((sentence) => new Set(daysTold(sentence)).size < daysTold(sentence).length)
    expect(twice).toEqual([])
  })

  test('every transition and every branch can be taken', () => {
    const live = Object.entries(ledger.transitions).flatMap(([key, { from }]) => (from.length > 0 ? [key] : []))
    expect([...walked.taken].sort()).toEqual(live.sort())
    const branches = Object.entries(ledger.transitions).flatMap(([key, move]) => (move.branches ?? []).map((_branch, at) => `${key}.${at}`))
    expect([...walked.branches].sort()).toEqual(branches.sort())
  })

  test.each(papersOf(ledger).filter(([, { of }]) => of !== 'office'))(
    'the paper %s is made from a record of the walk, and says everything in Chinese',
    (key, paper) => {
      const found = paper.of === 'list' ? walked.records : walked.records.filter((each) => makerOf(paper, ledger, each))
      const records = paper.of === 'list' ? [found.slice(0, 20)] : found.slice(0, 20).map((each) => [each])
      expect(records.flat().length, key).toBeGreaterThan(0)
      for (const each of records) {
        const scope = each[0] && makerOf(paper, ledger, each[0])
        const { name, blocks } = fillPaper(paper, sourceOf(ledger, each, { events: eventsOf(ledger), ...(scope ? { scope } : {}) }))
        const texts = [name, ...textsIn(blocks.filter(({ as }) => as !== 'qr'))]
        expect(texts.filter((text) => /[{}]|undefined|null|[A-Za-z]{2}/.test(text))).toEqual([])
        expect(blocks.find(({ as }) => as === 'heading')).toMatchObject({ lines: expect.arrayContaining([expect.stringMatching(/./)]) })
      }
    },
  )

  test('no paper has a gap in it, whatever of its record is not filled in', () => {
    const gaps = /（[，、；\s]*）|[，、；]$|《》|“”|[、，；：（][、，；：。）]|^[，、；：。）]|第号|(\p{Script=Han}{3,})\1/u
    const open = (text: string) => ['（）', '《》', '“”', '〔〕'].some(([a = '', b = '']) => text.split(a).length !== text.split(b).length)
    const told = papersOf(ledger)
      .filter(([, { of }]) => of === undefined)
      .flatMap(([key, paper]) =>
        walked.records
          .filter((each) => makerOf(paper, ledger, each))
          .slice(0, 5)
          .flatMap((record) =>
            ['number', ...Object.keys(record.data)].flatMap((gone) => {
              const { [gone]: _, ...data } = record.data
              const { number, ...rest } = record
              const lacking = { ...rest, ...(gone === 'number' || number === undefined ? {} : { number }), data }
              const scope = makerOf(paper, ledger, record) ?? county
              const { name, blocks } = fillPaper(paper, sourceOf(ledger, [lacking], { events: eventsOf(ledger), scope }))
              return [name, ...textsIn(blocks.filter(({ as }) => as !== 'qr'))].map((text) => `${key} without ${gone}: ${text}`)
            }),
          ),
      )
    expect([...new Set(told)].filter((text) => gaps.test(text.replace(/^.*?: /, '')) || open(text))).toEqual([])
  })

  test('every duty is opened and can be discharged', () => {
    expect([...walked.opened].sort()).toEqual(Object.keys(ledger.duties).sort())
    expect([...walked.discharged].sort()).toEqual(Object.keys(ledger.duties).sort())
  })
})

const years = ledgers.flatMap((ledger) =>
  ownPapersOf(ledger).flatMap(([key, paper]) => (paper.of === 'office' ? [{ key, ledger, paper }] : [])),
)
test.each(years)(
  'the paper $key of an office’s year tells of every ledger that it names, each from its walk, in Chinese',
  ({ ledger, paper }) => {
    const about = sectionsOf(paper)
    const work = [...new Set(about.map((section) => section.ledger))].flatMap((key) => walks.get(key) ?? [])
    const source = sourceOf(ledger, [], { work, addressee: '新安镇人大', township: 'xinan' })
    const county = { ...source, township: undefined }
    expect(
      about.filter(
        (section) =>
          ![source, county].some((each) => recordsIn(section, { ...each, year: work[0]?.year ?? 0 } as typeof source).length > 0),
      ),
    ).toEqual([])
    const { name, blocks } = fillPaper(paper, { ...source, year: work[0]?.year ?? 0 })
    expect([name, ...textsIn(blocks)].filter((text) => /[{}]|undefined|null|[A-Za-z]{2}/.test(text))).toEqual([])
    expect(blocks.filter(({ as }) => as === 'table').length).toBeGreaterThan(8)
  },
)

/** Every `{zh, en}` in a definition, however deep. */
function labelsOf(json: unknown): { zh: string; en: string }[] {
  if (typeof json !== 'object' || json === null) return []
  if ('zh' in json && 'en' in json) return [json as { zh: string; en: string }]
  return Object.values(json).flatMap(labelsOf)
}

const offices = (['county', 'township', 'unit', 'deputy'] as const).map((kind) => ({ kind, id: kind }))

/** True when somebody of this office may fill the field `extra` of a new record. */
function takes(ledger: Ledger, office: (typeof offices)[number]): boolean {
  const township = office.kind === 'township' || office.kind === 'deputy' ? { township: 'township' } : {}
  const scope: Scope = { person: 'p', name: 'p', role: 'admin', office, ...township }
  const world = {
    calendar: calendar([], [], []),
    offices: [{ id: 'township', kind: 'township' as const, name: { zh: '镇', en: 'T' } }],
    sittings: [],
  }
  const made = create(
    ledger,
    { id: 'r1', township: ledger.level === 'county' ? null : 'township', data: { extra: 'x' } },
    scope,
    '2026-03-02',
    world,
  )
  const faults = isRefusal(made) ? (made.faults ?? [{ path: 'data.extra', code: 'unasked' }]) : []
  return !faults.some(({ path, code }) => path === 'data.extra' && code === 'unasked')
}
