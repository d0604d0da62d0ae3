import { describe, expect, test } from 'vitest'
import { balanced } from '../../functions/papers/parts.ts'
import { parseLedger } from '../../shared/definition/gate.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { openerOf } from '../../shared/definition/openers.ts'
import type { Paper, Section } from '../../shared/definition/paper.ts'
import { type Json, mergePatch } from '../../shared/definition/patch.ts'
import { dutiesOf } from '../../shared/definition/slots.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import { countedUnder } from '../../shared/papers/counted.ts'
import { fillPaper, fits, presses } from '../../shared/papers/fill.ts'
import type { Filled } from '../../shared/papers/filled.ts'
import { groupsTable } from '../../shared/papers/groups.ts'
import { periodOf } from '../../shared/papers/period.ts'
import { recordsIn, sectionsOf } from '../../shared/papers/sections.ts'
import { figuresTables, recordsTable } from '../../shared/papers/tables.ts'
import { concerns, wordOf } from '../../shared/papers/whose.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import { county, deputy1, housing, urban, water, xinan } from '../cast.ts'
import { ownPapersOf, papersOf, sourceOf, textsIn } from '../papers.ts'
import { votes } from './small-ledgers.ts'

const L = { zh: '甲', en: 'A' }
const heading = { as: 'heading', text: ['关于{@subject}的通知'] }
const paper = { label: L, for: ['county'], sheet: 'plain', blocks: [heading] }
const secret = { kind: 'text', label: { zh: '密', en: 'Secret' }, seenBy: ['county:personnel'] }
const withPaper = (patch: Json, more: Json = {}): Json => {
  const base = JSON.parse(JSON.stringify(votes))
  return mergePatch(mergePatch(base, { fields: { secret }, ...(more as object) }), { papers: { one: { ...paper, ...(patch as object) } } })
}
const faultsOf = (json: Json) => {
  const answer = parseLedger(json)
  return 'faults' in answer
    ? answer.faults.filter(({ path }) => path.startsWith('papers')).map(({ path, message }) => `${path}: ${message}`)
    : []
}

describe('the gate', () => {
  test('takes a paper that names what there is', () => {
    expect(faultsOf(withPaper({}))).toEqual([])
  })

  test.each<[string, Json, string]>([
    ['a key that no block has', { blocks: [{ ...heading, colour: 'red' }] }, 'papers.one.blocks.0.colour: unknown key'],
    [
      'braces that hold no slot',
      { blocks: [{ as: 'heading', text: ['{subject}'] }] },
      'papers.one.blocks.0.text.0: braces that hold no slot',
    ],
    ['a field that is none', { blocks: [{ as: 'heading', text: ['{@nothing}'] }] }, 'papers.one.blocks.0: no such field: nothing'],
    ['a duty that is none', { blocks: [heading, { as: 'text', say: ['{due.nothing}'] }] }, 'papers.one.blocks.1: no such duty: nothing'],
    [
      'a step that is none',
      { blocks: [heading, { as: 'text', say: ['{took.nothing}'] }] },
      'papers.one.blocks.1: no such transition: nothing',
    ],
    ['a state that is none', { in: ['nowhere'] }, 'papers.one.in: no such state: nowhere'],
    ['an addressee that is none', { for: ['@nothing'] }, 'papers.one.for: no such field: @nothing'],
    ['a condition on no field', { when: [{ field: 'nothing', filled: true }] }, 'papers.one.when.0: no such field: nothing'],
    [
      'an empty paper',
      { blocks: [{ as: 'heading', text: ['通知'] }, { as: 'seal' }] },
      'papers.one.blocks: an empty paper: it says nothing of a record',
    ],
    ['a paper without a heading', { blocks: [{ as: 'text', say: ['{@subject}'] }] }, 'papers.one.blocks: a paper without a heading'],
    [
      'what its readers may not see',
      { blocks: [heading, { as: 'text', say: ['{@secret}'] }] },
      'papers.one.blocks.1: tells secret to those who may not see it',
    ],
    [
      'the same in a row of facts',
      { blocks: [heading, { as: 'facts', rows: [['@secret']] }] },
      'papers.one.blocks.1: tells secret to those who may not see it',
    ],
    [
      'the same in a column of a list',
      {
        of: 'list',
        blocks: [
          { as: 'heading', text: ['{count}件'] },
          { as: 'records', columns: ['secret'] },
        ],
      },
      'papers.one.blocks.1.columns: tells secret to those who may not see it',
    ],
    ['one record’s value in a list', { of: 'list' }, 'papers.one.blocks.0: field is of one record, in a list'],
    [
      'a table of many in a paper of one',
      { blocks: [heading, { as: 'records', columns: ['number'] }] },
      'papers.one.blocks.1: tells of many records, in a paper of one',
    ],
    [
      'a number without a register',
      { blocks: [heading, { as: 'number', text: '〔{year}〕{no}号' }] },
      'papers.one.blocks.1: no is given by a register, and none is named',
    ],
  ])('names %s', (_, patch, fault) => {
    expect(faultsOf(withPaper(patch))).toContain(fault)
  })

  test('lets those read a hidden field who may see it', () => {
    expect(faultsOf(withPaper({ for: ['county:personnel'], blocks: [heading, { as: 'text', say: ['{@secret}'] }] }))).toEqual([])
  })
})

const ledger = parseLedger(
  withPaper({
    for: ['county:personnel'],
    blocks: [
      heading,
      { as: 'text', level: 1, say: ['总的情况'] },
      { as: 'text', say: ['议题是{@subject}。', '密件内容为{@secret}。', '定于{@meetingOn}召开会议。'] },
      { as: 'text', level: 1, say: ['没有可说的{@secret}'] },
      { as: 'text', level: 2, say: ['第一点'] },
      { as: 'text', level: 2, say: ['第二点\n另起一段'] },
      { as: 'text', level: 1, say: ['其他事项'] },
      { as: 'text', level: 2, say: ['又从头数起'] },
      { as: 'facts', rows: [['@subject', '@secret'], [{ label: '联系人', text: '{@secret?}' }]] },
    ],
  }),
) as { ledger: Ledger }
const record = {
  id: 'r1',
  ledger: 'votes',
  township: null,
  state: ledger.ledger.initial,
  year: 2026,
  data: { subject: '营商环境', secret: '不可外传' },
  duties: [],
  took: {},
  createdBy: { id: 'p', name: 'p', office: { kind: 'county', id: 'county' } },
  readers: [],
} as unknown as LedgerRecord
const one = ledger.ledger.papers?.one as NonNullable<Ledger['papers']>[string]
const filled = (more: Parameters<typeof sourceOf>[2] = {}) => fillPaper(one, sourceOf(ledger.ledger, [record], more)).blocks
const texts = (blocks: Filled[]) => blocks.flatMap((block) => ('text' in block ? [block.text] : []))

describe('a paper', () => {
  test('leaves out sentences with nothing to say, and counts its levels without them', () => {
    expect(texts(filled({ scope: xinan }))).toEqual([
      '一、总的情况',
      '议题是营商环境。',
      '（一）第一点',
      '（二）第二点',
      '另起一段',
      '二、其他事项',
      '（一）又从头数起',
    ])
  })

  test('tells its maker nothing that he may not see, and leaves a line to write on', () => {
    const seen = JSON.stringify(filled())
    const unseen = JSON.stringify(filled({ scope: water }))
    expect(seen).toContain('密件内容为不可外传。')
    expect(unseen).not.toContain('不可外传')
    expect(unseen).toContain('＿＿＿＿')
  })

  test('is the same for the same source', () => {
    expect(filled()).toEqual(filled())
  })

  test('is made only where its states, steps and conditions allow', () => {
    const around = sourceOf(ledger.ledger, [record])
    expect(fits(one, ledger.ledger, record, around)).toBe(true)
    expect(fits({ ...one, in: ['counted'] }, ledger.ledger, record, around)).toBe(false)
    expect(fits({ ...one, after: ['count'] }, ledger.ledger, record, around)).toBe(false)
    expect(fits({ ...one, when: [{ field: 'subject', filled: false }] }, ledger.ledger, record, around)).toBe(false)
  })
})

describe('a letter about an item that nobody has answered', () => {
  const suggestions = ledgers.find(({ key }) => key === 'suggestions') as Ledger
  const duty = {
    id: 'd1',
    key: 'reply',
    holder: { kind: 'unit', id: 'water' },
    openedOn: '2026-01-05',
    state: 'open',
    dueOn: '2026-04-07',
    why: {},
  }
  const item = { ...record, id: 'r2', ledger: 'suggestions', number: '2026-0001', state: 'handling', duties: [duty] }
  const data = { title: '关于疏浚河道的建议', deputies: ['张三'], lead: 'water', assignedOn: '2026-01-05', key: true }
  const letter = (key: string, today: string, more: object = {}) =>
    texts(
      fillPaper(
        suggestions.papers?.[key] as Paper,
        sourceOf(suggestions, [{ ...item, data, ...more } as unknown as LedgerRecord], { today }),
      ).blocks,
    ).join()

  test('names its day as one to keep while that is ahead, its last day included', () => {
    for (const today of ['2026-03-02', '2026-04-07']) {
      expect(letter('urging', today)).toContain('于2026年4月7日前书面答复；确需延长期限的，请在2026年4月7日前书面申请')
      expect(letter('supervision', today)).toContain('请于2026年4月7日前答复代表')
      expect(letter('urging', today) + letter('supervision', today)).not.toMatch(/超过|五个工作日/)
    }
  })

  test('neither asks nor charges who has answered, and asks who has no day without one', () => {
    const done = { state: 'closed', duties: [{ ...duty, state: 'done' }] }
    expect(letter('supervision', '2026-05-12', done)).not.toMatch(/超过|前答复代表|五个工作日/)
    expect(letter('urging', '2026-05-12', { duties: [{ ...duty, dueOn: null }] })).toContain('请贵单位抓紧办理，主动与代表见面沟通。')
  })

  test('tells by how many days it has passed, and asks for nothing by a day that is over', () => {
    expect(letter('urging', '2026-05-12')).toContain('至今尚未答复代表，答复期限为2026年4月7日，已超过35天。')
    for (const key of ['urging', 'supervision']) {
      expect(letter(key, '2026-05-12')).toMatch(/自收到本(函|通知)之日起五个工作日内书面答复代表/)
      expect(letter(key, '2026-05-12')).not.toMatch(/[于在]2026年4月7日前/)
    }
  })
})

describe('whose a paper is, and of which day', () => {
  const suggestions = ledgers.find(({ key }) => key === 'suggestions') as Ledger
  const [opinion, urging] = [suggestions.papers?.coOpinion as Paper, suggestions.papers?.urging as Paper]
  const reply = {
    id: 'd1',
    key: 'reply',
    holder: { kind: 'unit', id: 'water' },
    openedOn: '2026-03-02',
    state: 'open',
    dueOn: '2026-06-02',
    why: {},
  }
  const data = { title: '修路', deputies: ['张桂兰'], lead: 'water', co: ['urban', 'housing'] }
  const item = {
    ...record,
    ledger: 'suggestions',
    number: '2026-0001',
    township: 'xinan',
    state: 'handling',
    data,
    duties: [reply],
    took: { coReply: { person: 'p', on: '2026-05-12' } },
  } as unknown as LedgerRecord
  const said = (by: string, on: string, text: string) =>
    ({
      seq: 1,
      on,
      by: { id: by, name: by, office: { kind: 'unit', id: by } },
      transition: 'coReply',
      said: { opinion: text },
    }) as unknown as LedgerEvent
  const events = [said('urban', '2026-05-11', '同意改造'), said('housing', '2026-05-12', '另行安排')]
  const by = (scope: Scope, office = '县城管局') => sourceOf(suggestions, [item], { scope, office, events })

  test('is offered to who signs it and to whom it goes, and a copy to read is signed by nobody', () => {
    const offered = (scope: Scope) => fits(opinion, suggestions, item, by(scope))
    expect([urban, housing, water].map(offered)).toEqual([true, true, true])
    expect([county, xinan, deputy1].map(offered)).toEqual([false, false, false])
    const copy = fillPaper(opinion, by(water))
    expect([copy.copy, copy.blocks.some(({ as }) => as === 'seal')]).toEqual([true, false])
    expect(texts(copy.blocks).at(-1)).toBe('此件供查阅，以县城管局、县住建局盖章的为准。')
  })

  test('tells, where several offices write one each, what its own office said and when', () => {
    const made = fillPaper(opinion, by(urban)).blocks
    expect(texts(made)).toContain('同意改造')
    expect(JSON.stringify(made)).not.toContain('另行安排')
    expect(made.find(({ as }) => as === 'seal')).toEqual({ as: 'seal', office: '县城管局', day: '2026年5月11日' })
  })

  test('bears the day of its step; before that, and without a number, a line to write on', () => {
    const opinions = ledgers.find(({ key }) => key === 'deliberation-opinions') as Ledger
    const days = (more: object, no?: number) => {
      const one = { ...record, ledger: opinions.key, data: { topic: '治水', organ: 'water', ...more } } as unknown as LedgerRecord
      const made = fillPaper(opinions.papers?.opinion as Paper, sourceOf(opinions, [one], { today: '2026-06-15', ...(no ? { no } : {}) }))
      return [...new Set(made.blocks.flatMap((block) => ('day' in block ? [block.day] : [])))]
    }
    expect(days({ issuedOn: '2026-05-20' })).toEqual(['2026年5月20日'])
    expect(days({ issuedOn: '2026-05-20' }, 3)).toEqual(['2026年5月20日'])
    expect(days({})).toEqual(['　　　　年　　月　　日'])
    expect(days({}, 3)).toEqual(['2026年6月15日'])
  })

  test('is made to urge only near the day or past it, and not while more time is asked for', () => {
    const on = (today: string, one = item) => fits(urging, suggestions, one, { ...by(county), today })
    expect(['2026-05-12', '2026-05-18', '2026-06-20'].map((today) => on(today))).toEqual([false, true, true])
    const asked = { ...reply, id: 'd2', key: 'decideExtension', holder: { kind: 'county', id: 'county' } }
    expect(on('2026-06-20', { ...item, duties: [reply, asked] } as unknown as LedgerRecord)).toBe(false)
    expect(on('2026-06-20', { ...item, duties: [{ ...reply, state: 'done' }] } as unknown as LedgerRecord)).toBe(false)
    // A letter on several urges whoever handles his again as well.
    const again = { ...item, duties: [{ ...reply, key: 'rehandle' }] } as unknown as LedgerRecord
    const several = suggestions.papers?.urgingList?.urges ?? []
    expect([presses(several, suggestions, again, '2026-06-20'), on('2026-06-20', again)]).toEqual([true, false])
  })

  test('says so of every paper that an office signs, but what somebody without an account signs', () => {
    const nobodys = ledgers.flatMap((ledger) =>
      ownPapersOf(ledger).flatMap(([key, { blocks, from }]) =>
        blocks.some(({ as }) => as === 'seal') && from === undefined ? [`${ledger.key} ${key}`] : [],
      ),
    )
    expect(nobodys).toEqual(['appointments motion'])
  })

  test('names what is attached as that is headed', () => {
    const opinions = ledgers.find(({ key }) => key === 'deliberation-opinions') as Ledger
    const points = [{ id: 'a', problem: '淤积', unit: 'water' }]
    const one = {
      ...record,
      ledger: opinions.key,
      data: { topic: '关于治水情况的报告', organ: 'water', points },
    } as unknown as LedgerRecord
    const blocks = (key: string) => fillPaper(opinions.papers?.[key] as Paper, sourceOf(opinions, [one])).blocks
    const title = '治水情况报告审议意见问题清单'
    for (const key of ['opinion', 'handover']) expect(blocks(key)).toContainEqual({ as: 'attached', names: [title] })
    expect(blocks('opinion')).toContainEqual({ as: 'annex', text: title })
    expect(blocks('points')).toContainEqual({ as: 'heading', lines: [title] })
  })
})

test('a title that begins with 关于 does not double the word that stands before it, whatever field it stands in', () => {
  const doubled = ledgers.flatMap((ledger) =>
    ownPapersOf(ledger).flatMap(([key, each]) => {
      const titles = Object.entries(ledger.fields).filter(([, { kind, only }]) => kind === 'text' && only === undefined)
      const data = Object.fromEntries(titles.map(([field]) => [field, '关于乡村文化阵地建设情况的报告']))
      const made = fillPaper(each, sourceOf(ledger, [{ ...record, ledger: ledger.key, data } as LedgerRecord]))
      return JSON.stringify(made).includes('关于关于') ? [`${ledger.key} ${key}`] : []
    }),
  )
  expect(doubled).toEqual([])
})

test('no title wraps another title: what is called 关于…的… stands in it as what it is about', () => {
  const titleOf = (subject: string, text: string) => {
    const made = fillPaper(
      { ...(paper as unknown as Paper), blocks: [{ as: 'heading', text: [text] }] },
      sourceOf(votes as unknown as Ledger, [{ ...record, ledger: votes.key, data: { subject } } as unknown as LedgerRecord]),
    )
    return made.blocks.flatMap((block) => (block.as === 'heading' ? block.lines : [])).join('')
  }
  expect(titleOf('关于预算执行情况的报告', '关于《{@subject}》的审议意见')).toBe('关于预算执行情况报告的审议意见')
  expect(titleOf('预算执行情况的报告', '关于《{@subject}》的审议意见')).toBe('关于《预算执行情况的报告》的审议意见')
  expect(titleOf('关于修路的议案', '关于《{@subject}》议案审议结果的报告')).toBe('关于修路议案审议结果的报告')
  expect(titleOf('关于修路的建议', '关于重点督办《{@subject}》的通知')).toBe('关于重点督办修路建议的通知')
  expect(titleOf('关于优化营商环境', '关于开展“{@subject}”活动的方案')).toBe('关于开展优化营商环境活动的方案')
  expect(titleOf('关于修路的请示', '关于{@subject}的请示')).toBe('关于修路的请示')
  expect(titleOf('修路请示', '关于{@subject}的请示')).toBe('关于修路的请示')
  expect(titleOf('预算执行情况的报告', '关于{@subject}的审议意见')).toBe('关于预算执行情况报告的审议意见')
  expect(titleOf('关于修路的决议', '关于《{@subject}》的决议（决定）')).toBe('关于修路的决议（决定）')
  expect(titleOf('关于修路的决议', '{@subject}决议执行情况表')).toBe('修路决议执行情况表')
  expect(titleOf('修路的决议', '{@subject}决议执行情况表')).toBe('修路的决议执行情况表')
  expect(titleOf('请示', '关于{@subject}的请示')).toBe('关于请示的请示')
  expect(titleOf('关于修路的建议', '{@subject}问题清单')).toBe('修路建议问题清单')
  expect(titleOf('关于修路的建议', '{@subject}')).toBe('关于修路的建议')
  const wrapped = ledgers.flatMap((ledger) =>
    ownPapersOf(ledger).flatMap(([key, each]) => {
      const titles = Object.entries(ledger.fields).filter(([, { kind, only }]) => kind === 'text' && only === undefined)
      const data = Object.fromEntries(titles.map(([field]) => [field, '关于乡村文化阵地建设情况的报告']))
      const made = fillPaper(each, sourceOf(ledger, [{ ...record, ledger: ledger.key, data } as LedgerRecord]))
      const lines = made.blocks.flatMap((block) => (block.as === 'heading' ? block.lines : []))
      return lines.filter((line) => (line.match(/关于/g) ?? []).length > 1).map((line) => `${ledger.key} ${key}: ${line}`)
    }),
  )
  expect(wrapped).toEqual([])
})

test('what a title is called last is said once, where the paper goes on with it', () => {
  const doubled = ledgers.flatMap((ledger) =>
    ownPapersOf(ledger).flatMap(([key, each]) =>
      ['请示', '决议', '报告', '意见', '建议', '通知', '议案', '方案'].flatMap((kind) =>
        [`关于修订预案的${kind}`, `修订预案的${kind}`, `修订预案${kind}`].flatMap((title) => {
          const titles = Object.entries(ledger.fields).filter(([, { kind, only }]) => kind === 'text' && only === undefined)
          const data = Object.fromEntries(titles.map(([field]) => [field, title]))
          const made = fillPaper(each, sourceOf(ledger, [{ ...record, ledger: ledger.key, data } as LedgerRecord]))
          const twice = textsIn(made.blocks).filter((text) => new RegExp(`${kind}的?${kind}`).test(text))
          return twice.map((text) => `${ledger.key} ${key}: ${text}`)
        }),
      ),
    ),
  )
  expect(doubled).toEqual([])
})

test('an opinion is issued by the standing committee to the government, or to whoever else answers to it, with copies to the units', () => {
  const ledger = ledgers.find(({ key }) => key === 'deliberation-opinions') as Ledger
  const points = ['urban', 'water', 'urban'].map((unit, at) => ({ id: `p${at}`, problem: '问题', unit }))
  const one = sourceOf(ledger, [
    { ...record, ledger: ledger.key, data: { topic: '预算', organ: 'water', points } } as unknown as LedgerRecord,
  ])
  const made = fillPaper(ledger.papers?.opinion as Paper, one)
  const said = Object.fromEntries(made.blocks.map((block) => [block.as, block]))
  const court = { id: 'water', kind: 'unit' as const, name: { zh: '县人民法院', en: 'Court' } }
  const offices = [court, ...one.world.offices.filter(({ id }) => id !== 'water')]
  const names = { ...one.names, offices }
  const other = fillPaper(ledger.papers?.opinion as Paper, { ...one, names, world: { ...one.world, offices } })
  const to = (blocks: Filled[]) =>
    blocks.flatMap((block) => (block.as === 'addressee' ? block.text : block.as === 'copies' ? block.to : []))
  expect(to(made.blocks)).toEqual(['灌南县人民政府：', expect.stringMatching(/水.*、.*城/)])
  expect(to(other.blocks)).toEqual(['县人民法院：', expect.stringMatching(/^[^、]*城[^、]*$/)])
  expect(said.masthead).toMatchObject({ text: '灌南县人大常委会文件' })
  expect(said.seal).toMatchObject({ office: '灌南县人大常委会' })
})

test('a compendium writes the records out under a heading for each option, in their order', () => {
  const rules = ledgers.find(({ papers }) => papers?.compendium) as Ledger
  const record = (id: string, part: string, title: string, text?: string) =>
    ({
      id,
      ledger: rules.key,
      state: 'inForce',
      township: null,
      duties: [],
      took: {},
      data: { part, title, ...(text ? { text } : {}) },
    }) as unknown as LedgerRecord
  const many = [
    record('r1', 'other', '印章管理办法', '第一条 专人保管。\n第二条 用印登记。'),
    record('r2', 'procedure', '议事规则'),
    record('r3', 'other', '公文办理办法', '第一条 当日登记。'),
  ]
  const { blocks } = fillPaper(rules.papers?.compendium as Paper, sourceOf(rules, many))
  const texts = blocks.flatMap((block) => (block.as === 'text' ? [`${block.level} ${block.text}`] : []))
  expect(texts.slice(1)).toEqual([
    '1 一、议事',
    '2 （一）议事规则',
    '0 （正文另存）',
    '1 二、其他',
    '2 （一）印章管理办法',
    '0 第一条 专人保管。',
    '0 第二条 用印登记。',
    '2 （二）公文办理办法',
    '0 第一条 当日登记。',
  ])
})

describe('numbers of a report', () => {
  const suggestions = ledgers.find(({ key }) => key === 'suggestions') as Ledger
  const item = (id: string, state: string, data: object, dueOn?: string) =>
    ({
      id,
      ledger: 'suggestions',
      state,
      township: 'xinan',
      duties: dueOn ? [{ id: 'd', key: 'reply', state: 'open', dueOn, holder: { kind: 'unit', id: 'water' } }] : [],
      took: {},
      data,
    }) as unknown as LedgerRecord
  const items = [
    item('r1', 'closed', { lead: 'water', result: 'A', repliedOn: '2026-02-01' }),
    item('r2', 'handling', { lead: 'water' }, '2026-02-01'),
    item('r3', 'closed', { lead: 'housing', result: 'B', repliedOn: '2026-02-01' }),
  ]
  const source = sourceOf(suggestions, items)

  test('are told by office, the largest first, with what is over, what is late, its rates and the sum', () => {
    const table = groupsTable({ as: 'groups', by: 'lead', rates: ['accomplished'] }, source)
    expect(table?.head?.slice(1, 4)).toEqual(['数量', '已办结', '本单位超期'])
    expect(table?.rows.map(([, ...numbers]) => numbers)).toEqual([
      ['2', '1', '1', '100.0%'],
      ['1', '1', '0', '0.0%'],
      ['3', '2', '1', '50.0%'],
    ])
  })

  test('add up: what names none has a row of its own, the last', () => {
    const bare = [item('r4', 'submitted', {}), ...items, item('r5', 'cancelled', {})]
    const rows = groupsTable({ as: 'groups', by: 'lead' }, sourceOf(suggestions, bare))?.rows ?? []
    expect(rows.map(([, n]) => n)).toEqual(['2', '1', '2', '5'])
    expect(rows.at(-2)?.[0]).toBe('尚未交办')
    // Whom nobody named has missed nothing.
    const nobody = [...items, item('r6', 'answered', { result: 'B', repliedOn: '2026-02-01' })]
    const rated = groupsTable({ as: 'groups', by: 'lead', rates: ['accomplished'] }, sourceOf(suggestions, nobody))?.rows ?? []
    expect(rated.at(-2)).toEqual(['尚未交办', '1', '0', '0', '—'])
    // Where nothing is named at all there is nothing to divide.
    expect(groupsTable({ as: 'groups', by: 'lead' }, sourceOf(suggestions, bare.slice(0, 1)))).toBeNull()
  })

  test('are parts of what was measured: what was not is counted, and has no part', () => {
    const [table] = figuresTables({ as: 'figures', counts: ['result'] }, source)
    expect(table?.head).toContain('尚未答复代表')
    expect(table?.rows[0]?.slice(1, 3)).toEqual(['1', '1'])
    expect(table?.rows[1]?.slice(1, 3)).toEqual(['50.0%', '50.0%'])
    expect([table?.rows[0]?.at(-1), table?.rows[1]?.at(-1)]).toEqual(['1', '—'])
  })

  test.each([
    ['special-inquiries', 'planned', 'held'],
    ['special-inquiries', 'prepared', 'nextRound'],
    ['work-appraisals', 'investigating', 'appraised'],
    ['work-appraisals', 'ready', 'rectifying'],
    ['report-appraisals', 'notified', 'appraised'],
    ['satisfaction-tests', 'open', 'failed'],
    ['law-inspections', 'mobilised', 'inspecting'],
    ['major-matters', 'listed', 'rejected'],
    ['budget-reviews', 'scheduled', 'reviewed'],
    ['trainings', 'open', 'held'],
    ['township-visits', 'planned', 'visited'],
    ['inspection-sheets', 'open', 'sent'],
  ])('of a year are of what took place: of %s none that is %s, and what is %s', (key, ahead, gone) => {
    const meetings = ledgers.find((each) => each.key === 'meetings') as Ledger
    const work = [ahead, gone].map(
      (state) => ({ id: state, ledger: key, state, year: 2026, township: null, duties: [], took: {}, data: {} }) as unknown as LedgerRecord,
    )
    const told = Object.values(meetings.papers ?? {}).flatMap((paper) =>
      sectionsOf(paper).flatMap((section) => recordsIn(section, { ...sourceOf(meetings, []), work })),
    )
    expect([...new Set(told.map(({ state }) => state))]).toEqual([gone])
  })

  test('count an office as late by what it owes itself, not by what waits for another', () => {
    const feedback = { id: 'd', key: 'feedback', state: 'open', dueOn: '2026-02-01', holder: { kind: 'township', id: 'xinan' } }
    const answered = { ...item('r4', 'answered', { lead: 'housing' }), duties: [feedback] } as unknown as LedgerRecord
    const rows = (by: string) => groupsTable({ as: 'groups', by }, sourceOf(suggestions, [...items, answered]))?.rows ?? []
    const name = (id: string) => source.world.offices.find((each) => each.id === id)?.name.zh
    const late = new Map(rows('lead').map(([office, , , behind]) => [office, behind]))
    expect([name('water'), name('housing'), '合计'].map((each) => late.get(each))).toEqual(['1', '0', '1'])
    // Of a township the items of its deputies, whoever is late.
    expect(rows('township').map(([, , , late]) => late)).toEqual(['2', '2'])
    const paper = suggestions.papers?.quarterly as Paper
    expect(countedUnder(paper, answered, source)['is.late']).toEqual(['township:xinan'])
  })

  test('are those under which its items are counted', () => {
    const paper = suggestions.papers?.quarterly as Paper
    const by = items.map((each) => countedUnder(paper, each, source))
    expect(by.filter((each) => each['rate.accomplished']?.includes('of'))).toHaveLength(1)
    expect(by.filter((each) => each['rate.accomplished'])).toHaveLength(2)
    expect(by.filter((each) => each['is.late'])).toHaveLength(1)
    expect(by.map(({ lead, township }) => [lead, township])).toEqual([
      [['water'], ['xinan']],
      [['water'], ['xinan']],
      [['housing'], ['xinan']],
    ])
  })
})

describe('a day in a table of records', () => {
  const lists = ledgers.flatMap((each) => papersOf(each).map(([name, paper]) => ({ ledger: each, name, paper })))
  const tablesOf = ({ ledger, paper }: (typeof lists)[number]) =>
    paper.blocks.flatMap((block) =>
      block.as === 'records' ? [{ of: ledger, columns: block.columns }] : block.as === 'section' ? sectionTables(block) : [],
    )
  const sectionTables = ({ ledger, blocks }: Section) =>
    blocks.flatMap((block) =>
      block.as === 'records' ? [{ of: ledgers.find(({ key }) => key === ledger) as Ledger, columns: block.columns }] : [],
    )
  const duties = (of: Ledger) =>
    Object.keys(of.duties).map((key, at) => ({
      id: `d${at}`,
      key,
      holder: { kind: 'unit', id: 'water' },
      openedOn: '2026-03-02',
      dueOn: `2026-03-${String(at + 3).padStart(2, '0')}`,
      state: 'open',
    }))

  test('is that of the duty which the column names, or says what is due by then', () => {
    const days = lists.flatMap((each) => tablesOf(each).map((table) => ({ ...each, ...table })))
    const told = days.flatMap(({ of, columns, ledger, name }) => {
      const owing = { ...record, ledger: of.key, state: of.initial, data: {}, duties: duties(of) } as unknown as LedgerRecord
      const table = recordsTable(of, [owing], columns, sourceOf(of, [owing]))
      return columns.flatMap((column, at) => {
        const named = dutiesOf(column)
        if (!named && column !== 'dueOn') return []
        const [head, cell] = [table?.head?.[at + 1], table?.rows[0]?.[at + 1]]
        const keys = named ?? Object.keys(of.duties)
        const [first] = duties(of).filter(({ key }) => keys.includes(key))
        const label = of.duties[keys[0] ?? '']?.label.zh
        const day = `2026年3月${Number(first?.dueOn.slice(8))}日`
        expect([`${ledger.key}.${name}`, head, cell]).toEqual([
          `${ledger.key}.${name}`,
          named ? `${label}期限` : '期限',
          named ? day : `${day}（${label}）`,
        ])
        return [column]
      })
    })
    expect(told.length).toBeGreaterThan(10)
  })

  test('is named by its duty where the paper goes to those who are to act by it', () => {
    const others = lists.filter(({ paper }) => paper.for.some((each) => !each.startsWith('county')))
    const bare = others.filter((each) => tablesOf(each).some(({ columns }) => columns.includes('dueOn')))
    expect(bare.map(({ ledger, name }) => `${ledger.key}.${name}`)).toEqual([])
    // And it is theirs to act.
    for (const { ledger, name, paper } of others)
      for (const { of, columns } of tablesOf({ ledger, name, paper }))
        for (const duty of columns.flatMap((column) => dutiesOf(column) ?? []))
          expect([name, of.duties[duty]?.holder.some((holder) => paper.for.includes(holder))]).toEqual([name, true])
  })
})

test.each([
  ['month', '2026-06-30', '2026年6月'],
  ['month', '2026-07-03', '2026年6月'],
  ['month', '2026-01-02', '2025年12月'],
  ['quarter', '2026-07-05', '2026年第二季度'],
  ['quarter', '2026-06-30', '2026年第二季度'],
  ['quarter', '2026-01-10', '2025年第四季度'],
  ['half', '2026-06-30', '2026年上半年'],
  ['half', '2026-07-10', '2026年上半年'],
  ['half', '2026-12-31', '2026年下半年'],
  ['half', '2027-01-15', '2026年下半年'],
  ['annual', '2026-12-20', '2026年度'],
  ['annual', '2027-01-20', '2026年度'],
] as const)('the %s that a report of %s tells of is %s', (kind, day, period) => {
  expect(periodOf(kind, day)).toBe(period)
})

describe('whatever the definition', () => {
  const event = (transition: string, id: string) =>
    ({ seq: 1, on: '2026-03-02', transition, opened: [{ id }], said: {}, by: record.createdBy }) as unknown as LedgerEvent
  const counted = (key: string) => ({
    id: 'd1',
    key,
    holder: { kind: 'unit', id: 'water' },
    openedOn: '2026-03-02',
    dueOn: '2026-03-12',
    state: 'open',
    why: {
      basis: { zh: '本县设定', en: 'set by the county' },
      rule: { days: 10 },
      length: { days: 10 },
      start: '2026-03-02',
      skipped: [],
      worked: [],
      pauses: [],
      extensions: [],
    },
  })
  const why = (of: Ledger, key: string, transition: string) => {
    const owing = { ...record, ledger: of.key, state: of.initial, data: {}, duties: [counted(key)] } as unknown as LedgerRecord
    const paper = papersOf(of).find(([name]) => name === 'deadlines')?.[1] as Paper
    return texts(fillPaper(paper, sourceOf(of, [owing], { events: [event(transition, 'd1')] })).blocks).join('\n')
  }

  test('a day is explained by what really happened, and by no step that was not taken', () => {
    const duties = ledgers.flatMap((of) => Object.keys(of.duties).map((key) => [of, key] as const))
    const wrong = duties.filter(
      ([of, key]) =>
        !why(of, key, 'create').includes('自2026年3月2日登记入册之日起算10日，故期限为2026年3月12日（周四）。依据：本县设定。'),
    )
    expect(wrong.map(([of, key]) => `${of.key} ${key}`)).toEqual([])
    const suggestions = ledgers.find(({ key }) => key === 'suggestions') as Ledger
    expect(why(suggestions, 'reply', 'assign')).toContain('自2026年3月2日交办之日起算10日')
  })

  test('the panel names a step as the beginning only when it was taken on that day', () => {
    const took = (on: string, step: string) => ({ [step]: { person: 'p', on } })
    for (const of of ledgers)
      for (const [key, { opens = [], label }] of Object.entries(of.transitions))
        for (const each of opens) {
          const duty = typeof each === 'string' ? each : each.duty
          const born = of.born?.opens?.some((one) => (typeof one === 'string' ? one : one.duty) === duty)
          const named = openerOf(of, { key: duty, openedOn: '2026-03-02' }, took('2026-03-02', key))
          expect([of.key, duty, named]).toEqual([of.key, duty, born ? undefined : label])
          expect(openerOf(of, { key: duty, openedOn: '2026-03-02' }, took('2026-03-01', key))).toBeUndefined()
        }
  })

  test('what tells of many under an office’s name is offered to that office alone', () => {
    const offices = [county, xinan, water, deputy1]
    const told = ledgers.flatMap((of) =>
      ownPapersOf(of).flatMap(([key, each]) => {
        if (each.of === undefined || each.from === undefined) return []
        const kinds = [each.from].flat().flatMap((word) => (word === 'owner' ? ['county', 'township'] : [word]))
        const offered = offices.filter((scope) => concerns(each, { ledger: of, record: undefined, scope, world: sourceOf(of, []).world }))
        return offered.every(({ office }) => kinds.includes(office.kind)) ? [] : [`${of.key} ${key}`]
      }),
    )
    expect(told).toEqual([])
  })

  test('neither people nor meetings are counted as matters are', () => {
    const alive = ledgers.filter(({ register, meets }) => register !== undefined || meets !== undefined)
    const all = ledgers.flatMap((of) => ownPapersOf(of).map(([key, { blocks }]) => ({ of, key, blocks })))
    const faults = all.flatMap(({ of, key, blocks }) => {
      const own = alive.includes(of) ? blocks.filter(({ as }) => as !== 'section') : []
      const about = blocks.filter((block) => block.as === 'section' && alive.some((each) => each.key === block.ledger))
      return textsIn([own, about]).some((text) => text.includes('{count}件')) ? [`${of.key} ${key}`] : []
    })
    expect(alive.length).toBeGreaterThan(1)
    expect(faults).toEqual([])
  })

  test('no paper says the kind of a matter twice, or takes one for another', () => {
    const kinds = ['报告', '议案', '决定', '决议', '建议', '请示', '方案']
    const twice = new RegExp(`(${kinds.join('|')})[》”]?的?\\1|决定的?决议|决议的决定`)
    const doubled = ledgers.flatMap((of) =>
      ownPapersOf(of).flatMap(([key, each]) =>
        kinds.flatMap((kind) => {
          const titles = Object.entries(of.fields).filter(
            ([, field]) => field.kind === 'text' && field.only === undefined && (field.max ?? 0) <= 300,
          )
          const data = Object.fromEntries(titles.map(([field]) => [field, `关于乡村文化阵地建设的${kind}`]))
          const made = fillPaper(each, sourceOf(of, [{ ...record, ledger: of.key, data } as LedgerRecord]))
          return textsIn(made.blocks.filter(({ as }) => as !== 'table'))
            .filter((text) => twice.test(text))
            .map((text) => `${of.key} ${key} ${text}`)
        }),
      ),
    )
    expect(doubled).toEqual([])
  })

  test('a post that was entered with its act, as registers have it, is told with it once', () => {
    const appointments = ledgers.find(({ key }) => key === 'appointments') as Ledger
    const told = (kind: string, post: string) => {
      const record = {
        id: 'r1',
        ledger: 'appointments',
        state: 'announced',
        township: null,
        duties: [],
        took: {},
        data: { name: '曹静怡', kind, post },
      }
      return textsIn(
        fillPaper(appointments.papers?.announcement as Paper, sourceOf(appointments, [record as unknown as LedgerRecord])),
      ).join()
    }
    expect(told('remove', '免去县审计局局长职务')).toContain('免去曹静怡的县审计局局长职务。')
    expect(told('dismiss', '撤销县审计局局长职务')).toContain('撤销曹静怡的县审计局局长职务。')
    expect(told('resign', '辞去县审计局局长职务')).toContain('接受曹静怡辞去县审计局局长职务的请求。')
    expect(told('remove', '县审计局局长')).toContain('免去曹静怡的县审计局局长职务。')
  })

  test('the congress and its committee are called by the name of the county', () => {
    const nameless = ledgers.flatMap((of) =>
      ownPapersOf(of).flatMap(([key, { blocks }]) =>
        blocks.some(
          (block) => ['heading', 'masthead', 'seal', 'addressee'].includes(block.as) && /县人(大|民代表大会)/.test(JSON.stringify(block)),
        )
          ? [`${of.key} ${key}`]
          : [],
      ),
    )
    expect(nameless).toEqual([])
  })

  test('a slip that shows how far its item is asks for nothing by a day once that is done', () => {
    const asking = ledgers.flatMap((of) =>
      ownPapersOf(of).flatMap(([key, { sheet, blocks }]) => {
        if (sheet !== 'plain' || !blocks.some((block) => block.as === 'facts' && JSON.stringify(block).includes('{state}'))) return []
        const told = blocks.flatMap((block) =>
          block.as === 'text' ? block.say.map((each) => (typeof each === 'string' ? { text: each, when: block.when } : each)) : [],
        )
        return told.flatMap(({ text, when }) =>
          [...text.matchAll(/\{due\.(\w+)\}/g)].flatMap(([, duty]) =>
            when?.some((each) => 'duty' in each && each.duty === duty && each.open) ? [] : [`${of.key} ${key} ${duty}`],
          ),
        )
      }),
    )
    expect(asking).toEqual([])
  })

  test('a township writes under its own word, the county under its', () => {
    const { world } = sourceOf(ledgers[0] as Ledger, [])
    expect(wordOf('人大办函', county.office, world)).toBe('人大办函')
    const suggestions = ledgers.find(({ key }) => key === 'suggestions') as Ledger
    const item = { ...record, ledger: 'suggestions', number: '2026-0001', township: 'xinan', state: 'handling' } as unknown as LedgerRecord
    const numbers = (scope: Scope) =>
      fillPaper(suggestions.papers?.urging as Paper, sourceOf(suggestions, [item], { scope })).blocks.flatMap((block) =>
        block.as === 'number' ? [block.text] : [],
      )
    expect(numbers(county)).toEqual(['人大办函〔2026〕＿＿号'])
    expect(numbers(xinan)).toEqual(['新安镇人大函〔2026〕＿＿号'])
  })
})

test('a heading that stands alone is not counted, and what leads over to a text is not said twice', () => {
  const blocks = [
    heading,
    { as: 'text', level: 1, say: ['总的情况'] },
    { as: 'text', say: ['来信收悉。现答复如下：'] },
    { as: 'text', say: ['{@subject}'] },
  ]
  const made = (subject: string, more: object[] = [], begins: object[] = blocks) =>
    texts(
      fillPaper(
        { ...(paper as unknown as Paper), blocks: [...begins, ...more] as Paper['blocks'] },
        sourceOf(votes as unknown as Ledger, [{ ...record, ledger: votes.key, data: { subject } } as unknown as LedgerRecord]),
      ).blocks,
    )
  expect(made('已经办理')).toEqual(['总的情况', '来信收悉。现答复如下：', '已经办理'])
  expect(made('经研究，现答复如下：已经办理')).toEqual(['总的情况', '来信收悉。', '经研究，现答复如下：已经办理'])
  // What leads over and says nothing else is gone as a whole.
  const lead = [
    { as: 'text', say: ['现答复如下：'] },
    { as: 'text', say: ['{@subject}'] },
  ]
  expect(made('经研究，现答复如下：已经办理', [], lead)).toEqual(['经研究，现答复如下：已经办理'])
  expect(made('已经办理', [{ as: 'text', level: 1, say: ['其他'] }]).filter((text) => text.includes('、'))).toEqual([
    '一、总的情况',
    '二、其他',
  ])
})

test('a title is parted where a word ends', () => {
  for (const [title, most] of [
    ['关于检查《中华人民共和国渔业法》贯彻实施情况的方案', 19],
    ['灌南县第十八届人民代表大会常务委员会临时会议公报', 19],
    ['关于反馈县财政局三季度末支付率偏低预警处置的函', 19],
  ] as const) {
    const lines = balanced(title, most)
    expect([lines.join(''), lines.length]).toEqual([title, 2])
    expect(lines.join('／')).not.toMatch(/共和／国|会／议|度／末|^》|／[》的]/)
  }
})

test('whoever two deputies are is answered as two, and a vote over a list tells what became of each', () => {
  const suggestions = ledgers.find(({ key }) => key === 'suggestions') as Ledger
  const reply = (deputies: string[]) =>
    texts(
      fillPaper(
        suggestions.papers?.reply as Paper,
        sourceOf(suggestions, [
          { ...record, ledger: 'suggestions', data: { title: '修路', deputies, reply: '已修' } } as unknown as LedgerRecord,
        ]),
      ).blocks,
    ).join()
  expect(reply(['张三'])).toContain('您提出的《修路》收悉。')
  expect(reply(['张三', '李四'])).toContain('你们提出的《修路》收悉。')
  const [list, project] = ['project-votes', 'livelihood-projects'].map((key) => ledgers.find((each) => each.key === key) as Ledger)
  if (!list || !project) throw new Error('no such ledger')
  const rows = ['elected', 'lost'].map((outcome, at) => ({ id: `p${at}`, for: 9 - at, against: 0, abstained: 0, outcome }))
  const vote = {
    ...record,
    ledger: list.key,
    data: { poll: { all: 9, present: 9, issued: 9, collected: 9, valid: 9, rows } },
  } as unknown as LedgerRecord
  const children = rows.map(
    ({ id }) =>
      ({ ...record, id, ledger: project.key, parent: { ledger: list.key, id: vote.id }, data: { name: id } }) as unknown as LedgerRecord,
  )
  const table = recordsTable(project, children, ['name', 'polled'], sourceOf(list, [vote]))
  expect([table?.head?.at(-1), ...(table?.rows ?? []).map((row) => row.at(-1))]).toEqual(['票决结果', '选定', '未选定'])
  // Who may not see the vote is not told what came of it.
  const source = sourceOf(list, [vote], { scope: xinan })
  const kept = { ...list, fields: { ...list.fields, poll: { ...list.fields.poll, seenBy: ['county'] } } } as Ledger
  const closed = { ...source, ledgers: new Map([...source.ledgers, [kept.key, kept]]) }
  expect(recordsTable(project, children, ['name', 'polled'], closed)?.rows.map((row) => row.at(-1))).toEqual(['', ''])
})

test('a notice is addressed to who is invited, opens without the day that stands below, and minutes have a subject', () => {
  const meetings = ledgers.find(({ key }) => key === 'meetings') as Ledger
  const told = (data: object, paper: 'notice' | 'minutes') => {
    const held = { name: '第一次会议', day: '2026-03-09', place: '二楼', seats: 2, ...data }
    return fillPaper(
      meetings.papers?.[paper] as Paper,
      sourceOf(meetings, [{ ...record, ledger: meetings.key, state: 'held', data: held } as unknown as LedgerRecord]),
    ).blocks.flatMap((block) => ('text' in block ? block.text : []))
  }
  expect(told({ towns: ['xinan'] }, 'notice').slice(1, 5)).toEqual([
    '新安镇：',
    '经研究，决定召开第一次会议。现将有关事项通知如下。',
    '一、时间地点',
    '时间：2026年3月9日。地点：二楼。',
  ])
  expect(told({ towns: ['xinan'], units: ['water'], lastDay: '2026-03-10' }, 'notice')).toEqual(
    expect.arrayContaining([expect.stringMatching(/^新安镇、.*水.*：$/), '时间：2026年3月9日至2026年3月10日。地点：二楼。']),
  )
  expect(told({}, 'notice')).toContain('各有关单位：')
  expect(told({ expected: 62, present: 60 }, 'minutes')).toContain(
    '第一次会议于2026年3月9日举行，应到62人，实到60人。现将会议情况纪要如下。',
  )
})

test('what took place in a year is told by its days, not as it was entered', () => {
  const meetings = ledgers.find(({ key }) => key === 'meetings') as Ledger
  const work = ['2026-03-09', '2026-01-08', '2026-02-11'].map(
    (day, at) =>
      ({ ...record, id: `m${at}`, ledger: meetings.key, state: 'held', data: { name: `会议${day}`, day } }) as unknown as LedgerRecord,
  )
  const { blocks } = fillPaper(meetings.papers?.workReport as Paper, sourceOf(meetings, [], { work, addressee: '县人大' }))
  const rows = blocks.flatMap((block) => (block.as === 'table' ? block.rows.map((row) => row[2]) : []))
  expect(rows).toEqual(['会议2026-01-08', '会议2026-02-11', '会议2026-03-09'])
})
