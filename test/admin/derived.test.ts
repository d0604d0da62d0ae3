import { describe, expect, it } from 'vitest'
import type { Shown } from '../../admin/data.ts'
import { arrange } from '../../admin/ledger/acts.ts'
import { columnsOf } from '../../admin/ledger/columns.ts'
import { defaultsOf } from '../../admin/ledger/form/filling.ts'
import { bandDuty } from '../../admin/ledger/record/band-duty.ts'
import { sectionsOf, shownSections } from '../../admin/ledger/sections.ts'
import { viewsOf } from '../../admin/ledger/views.ts'
import { panelZh } from '../../admin/words/panel.ts'
import { namingField } from '../../shared/heading.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import type { Data } from '../../shared/record.ts'
import { county, leader, water, xinan } from '../cast.ts'
import { errands } from './sample-ledger.ts'

const ledgerOf = (key: string) => ledgers.find((one) => one.key === key) ?? expect.fail(key)
const shown = (scope: typeof county) =>
  columnsOf(errands, scope)
    .filter((column) => !column.hidden)
    .map((column) => column.source)

describe('columns', () => {
  it('are inferred in the order lamp, number, heading, township, people, office, state, day', () => {
    expect(shown(county)).toEqual(['lamp', 'number', 'heading', 'township', 'people', 'unit', 'state', 'dueOn'])
  })

  it('leave out what would be the same in every row', () => {
    expect(shown(xinan)).not.toContain('township')
    expect(shown(water)).not.toContain('unit')
  })

  it('offer every other short field, hidden; long ones never', () => {
    const hidden = columnsOf(errands, county)
      .filter((column) => column.hidden)
      .map((column) => column.source)
    expect(hidden).toEqual(expect.arrayContaining(['kind', 'due', 'grade', 'doneOn', 'createdAt']))
    for (const never of ['body', 'reply', 'rows', 'reason']) expect(hidden).not.toContain(never)
  })

  it('follow the definition where it declares them, and always show the heading', () => {
    const declared = { ...errands, list: { columns: ['state', 'kind'] } }
    expect(
      columnsOf(declared, county)
        .filter((column) => !column.hidden)
        .map((column) => column.source),
    ).toEqual(['lamp', 'heading', 'state', 'kind'])
    expect(namingField(errands)).toBe('title')
  })

  it('stand once each, for every ledger of ours and every scope', () => {
    for (const ledger of ledgers) {
      for (const scope of [county, xinan, water]) {
        const sources = columnsOf(ledger, scope).map((column) => column.source)
        expect(new Set(sources).size, ledger.key).toBe(sources.length)
        expect(sources[0]).toBe('lamp')
        expect(sources).toContain('heading')
      }
    }
  })
})

describe('tabs', () => {
  const labels = (scope: typeof county) => viewsOf(errands, scope, panelZh, 'zh').map((view) => view.label)

  it('name what my role has to do next, along the road', () => {
    expect(labels(county)).toEqual(['全部', '待交办', '待恢复', '临期', '超期', '已办结'])
    expect(labels(water)).toEqual(['全部', '待答复', '临期', '超期', '已办结'])
  })

  it('leave out what the system does by itself, what only undoes and what has to be confirmed', () => {
    const { give, resume } = errands.transitions
    const odd = {
      ...errands,
      transitions: { ...errands.transitions, give: { ...give, by: ['county', 'system'] }, resume: { ...resume, confirm: true } },
    } as typeof errands
    expect(viewsOf(odd, county, panelZh, 'zh').map((view) => view.label)).toEqual(['全部', '待恢复', '临期', '超期', '已办结'])
    expect(labels(county)).not.toContain('待退回')
  })

  it('are called after the duty that several acts answer', () => {
    const { answer } = errands.transitions
    const two = {
      ...errands,
      transitions: { ...errands.transitions, refuse: { ...answer, label: { zh: '不办', en: 'Refuse' } } },
    } as typeof errands
    expect(viewsOf(two, water, panelZh, 'zh').map((view) => view.label)).toContain('待答复')
    const renamed = { ...two, duties: { reply: { ...two.duties.reply, label: { zh: '答复或不办', en: 'Answer' } } } } as typeof errands
    expect(viewsOf(renamed, water, panelZh, 'zh').map((view) => view.label)).toContain('待答复或不办')
  })

  it('are seven at most; the rest stand in a menu', () => {
    for (const ledger of ledgers) {
      for (const scope of [county, xinan, water]) {
        expect(viewsOf(ledger, scope, panelZh, 'zh').filter((view) => !view.rest).length, ledger.key).toBeLessThanOrEqual(7)
      }
    }
    const inspections = ledgers.map((ledger) => viewsOf(ledger, county, panelZh, 'zh')).find((views) => views.some((view) => view.rest))
    expect(inspections?.filter((view) => !view.rest)).toHaveLength(7)
  })

  it('offer drafts to those who create', () => {
    expect(labels(xinan)).toContain('草稿')
    expect(labels(county)).not.toContain('草稿')
  })

  it('give the leader nothing to do', () => {
    expect(labels(leader)).toEqual(['全部', '临期', '超期', '已办结'])
  })
})

describe('sections', () => {
  it('are the basics, then one for each act that asks, in the order of the road', () => {
    expect(sectionsOf(errands).map((section) => [section.transition ?? 'basics', section.fields])).toEqual([
      ['basics', ['title', 'body', 'people', 'kind', 'secret']],
      ['give', ['unit', 'due']],
      ['answer', ['reply', 'grade']],
      ['judge', ['doneOn']],
      ['note', ['rows', 'count']],
    ])
  })

  const at = (data: Data, state = 'given', took = {}) => ({ data, state, took })

  it('appear once they have something to show that somebody gave', () => {
    const fields = { ...errands.fields, reply: { kind: 'number', label: { zh: '次数', en: 'Times' }, default: 0 } }
    const counted = { ...errands, fields } as typeof errands
    const titles = (data: Data) => shownSections(counted, at({ title: '一', ...data }, 'answered')).map((section) => section.transition)
    expect(titles({ reply: 0, count: 0 })).toEqual([undefined])
    expect(titles({ reply: 1 })).toEqual([undefined, 'answer'])

    expect(shownSections(errands, at({ title: '一' })).map((section) => section.transition)).toEqual([undefined])
    expect(shownSections(errands, at({ title: '一', unit: 'water' })).map((section) => section.transition)).toEqual([undefined, 'give'])
  })

  it('count as basic what is known before the act that asks for it', () => {
    const [basics, ...acts] = shownSections(errands, at({ title: '一', unit: 'water', reply: '已办' }, 'sent'))
    expect(acts).toEqual([])
    expect(basics?.fields).toEqual(expect.arrayContaining(['title', 'unit', 'reply']))
  })

  it('put a field that several acts ask under the one that was taken', () => {
    const regive = { ...errands.transitions.give, from: ['answered'], to: 'given' }
    const two = { ...errands, transitions: { ...errands.transitions, regive } } as typeof errands
    const home = (took: object) =>
      shownSections(two, at({ unit: 'water' }, 'given', took)).find((section) => section.fields.includes('unit'))?.transition
    expect(home({ send: { on: '2026-03-01' }, give: { on: '2026-03-02' } })).toBe('give')
    expect(home({ regive: { on: '2026-03-02' } })).toBe('regive')
  })

  it('place every stored field of every ledger of ours exactly once', () => {
    for (const ledger of ledgers) {
      const placed = sectionsOf(ledger).flatMap((section) => section.fields)
      const stored = Object.keys(ledger.fields).filter((key) => ledger.fields[key]?.only !== 'event')
      expect([...placed].sort(), ledger.key).toEqual(stored.sort())
    }
  })
})

describe('buttons', () => {
  const act = (key: string, rest = {}) => ({ key, possible: true, discharges: [], ...rest })
  const owed = (id: string, kind: string, office: string, dueOn = '2026-06-02') => ({
    id,
    key: 'reply',
    state: 'open',
    holder: { kind, id: office },
    dueOn,
  })
  const record = (state: string, duties: object[], ...transitions: ReturnType<typeof act>[]) =>
    ({ state, duties, may: { edit: false, fields: [], delete: false, transitions } }) as unknown as Shown

  it('fill the act that discharges a duty of mine', () => {
    const mine = [owed('d1', 'unit', 'water')]
    const acts = arrange(errands, record('given', mine, act('note'), act('answer', { discharges: ['d1'] })), water)
    expect(acts.primary?.key).toBe('answer')
    const either = record('given', mine, act('hold', { discharges: ['d1'] }), act('answer', { discharges: ['d1'] }))
    expect(arrange(errands, either, water).primary?.key).toBe('answer')
  })

  it('fill what answers the duty that the band speaks of: the soonest of mine that can be answered now', () => {
    const mine = [owed('late', 'unit', 'water', '2026-01-01'), owed('soon', 'unit', 'water'), owed('far', 'unit', 'water', '2026-12-01')]
    const two = record('given', mine, act('note', { discharges: ['far'] }), act('answer', { discharges: ['soon'] }))
    expect(arrange(errands, two, water).primary?.key).toBe('answer')
    expect(bandDuty(errands, two, water)?.duty.id).toBe('soon')
  })

  it('fill the next act on the road when nobody owes anything', () => {
    const acts = arrange(errands, record('sent', [], act('cancel'), act('sendBack'), act('give')), county)
    expect(acts.primary?.key).toBe('give')
    expect(acts.secondary.map((each) => each.key)).toEqual(['sendBack'])
  })

  it('fill none while others are waited for', () => {
    const acts = arrange(errands, record('sent', [owed('d1', 'unit', 'water')], act('give')), county)
    expect(acts.primary).toBeUndefined()
    expect(acts.secondary.map((each) => each.key)).toEqual(['give'])
    const two = arrange(errands, record('sent', [owed('d1', 'unit', 'water')], act('give'), act('sendBack')), county)
    expect([two.secondary, two.more.map((each) => each.key)]).toEqual([[], ['give', 'sendBack']])
  })

  it('never fill what is done on behalf of somebody else', () => {
    const waited = [owed('d1', 'unit', 'water')]
    const acts = arrange(errands, record('given', waited, act('answer', { for: ['water'], discharges: ['d1'] })), county)
    expect(acts.primary).toBeUndefined()
    expect(acts.more.map((each) => each.key)).toEqual(['answer'])
  })

  it('leave out to ask for a return where the office can hand the item back itself', () => {
    const [suggestions, divided] = [ledgerOf('suggestions'), ledgerOf('divided-suggestions')]
    const offered = (ledger: (typeof ledgers)[number], state: string, ...acts: ReturnType<typeof act>[]) => {
      const { primary, secondary, more } = arrange(ledger, record(state, [owed('d1', 'unit', 'water')], ...acts), water)
      return [primary, ...secondary, ...more].map((one) => one?.key)
    }
    expect(offered(suggestions, 'assigned', act('accept', { discharges: ['d1'] }), act('decline'), act('askReturn'))).not.toContain(
      'askReturn',
    )
    expect(offered(divided, 'handling', act('answer', { discharges: ['d1'] }), act('decline'), act('askReturn'))).not.toContain('askReturn')
    // Once it has signed for it, or where it may not hand it back, it asks.
    expect(offered(suggestions, 'handling', act('answer', { discharges: ['d1'] }), act('askReturn'))).toContain('askReturn')
    expect(offered(suggestions, 'assigned', act('coReply'), act('decline', { possible: false }), act('askReturn'))).toContain('askReturn')
  })

  it('put what cannot be taken back last', () => {
    const acts = arrange(errands, record('sent', [], act('cancel'), act('give'), act('note', { for: ['water'] })), county)
    expect(acts.more.at(-1)?.key).toBe('cancel')
  })

  it('put asking to be rid of an item behind everything else that goes on with it', () => {
    const { primary, secondary, more } = arrange(
      ledgerOf('suggestions'),
      record('handling', [owed('d1', 'unit', 'water')], act('askReturn'), act('answer', { discharges: ['d1'] }), act('askExtension')),
      water,
    )
    expect([primary, ...secondary].map((each) => each?.key)).toEqual(['answer', 'askExtension'])
    expect(more.map(({ key }) => key)).toEqual(['askReturn'])
  })

  it('outline only what something asks for: more time stands beside the main act once somebody has asked for it', () => {
    const suggestions = ledgerOf('suggestions')
    const outlined = (duties: object[], ...acts: ReturnType<typeof act>[]) => {
      const { primary, secondary } = arrange(suggestions, record('handling', duties, ...acts), county)
      return [primary?.key, secondary.map(({ key }) => key)]
    }
    const reply = owed('d1', 'unit', 'water')
    const decide = { ...owed('d2', 'county', 'county'), key: 'decideExtension' }
    expect(outlined([reply], act('extend'), act('plate'), act('midCheck'))).toEqual([undefined, []])
    expect(outlined([reply], act('extend'))).toEqual([undefined, []])
    const asked = ['extend', 'refuseExtension'].map((key) => act(key, { discharges: ['d2'] }))
    expect(outlined([reply, decide], act('plate'), ...asked)).toEqual(['extend', ['refuseExtension']])
  })

  it('tell of what cannot be done yet first what comes next and is one’s own', () => {
    const not = (key: string, more = {}) => act(key, { possible: false, ...more })
    const { soon, far } = arrange(
      errands,
      record('sent', [], not('send'), not('hold'), not('answer'), not('note', { for: ['water'] }), not('judge'), not('revive')),
      county,
    )
    expect(soon.map((each) => each.key)).toEqual(['hold', 'answer'])
    expect(far.map((each) => each.key)).toEqual(['send', 'note', 'judge', 'revive'])
  })

  it('tell of a step that waits for a duty, or moves one, only once the duty is owed or about to be', () => {
    const { give, answer } = errands.transitions
    if (!give || !answer) return expect.fail('the sample has changed')
    const waits = { ...answer, when: [{ duty: 'reply', open: true }] }
    const moves = { ...answer, moves: [{ duty: 'reply', to: '@due' }] }
    const soon = (opens: string[] | undefined, duties: ReturnType<typeof owed>[], state: string) => {
      const ledger = { ...errands, transitions: { ...errands.transitions, give: { ...give, opens }, waits, moves } } as typeof errands
      const acts = [act('waits', { possible: false }), act('moves', { possible: false })]
      return arrange(ledger, record(state, duties, ...acts), county).soon.map(({ key }) => key)
    }
    expect(soon(['reply'], [], 'sent')).toEqual(['waits', 'moves'])
    expect(soon(undefined, [], 'sent')).toEqual([])
    expect(soon(undefined, [], 'given')).toEqual([])
    expect(soon(undefined, [{ ...owed('d1', 'unit', 'water'), key: 'reply' }], 'given')).toEqual(['waits', 'moves'])
  })
})

describe('a list with much to show', () => {
  it('are named by what is awaited, never by what was done or is not done', () => {
    const piles = ledgers.flatMap((ledger) =>
      [county, xinan, water].flatMap((scope) =>
        viewsOf(ledger, { ...scope, role: scope === county ? 'admin' : scope.role }, panelZh, 'zh')
          .filter(({ key }) => key.startsWith('state-'))
          .map(({ label }) => label),
      ),
    )
    expect(piles.length).toBeGreaterThan(100)
    expect(piles.filter((label) => !/^待[^，。；]+$/.test(label) || /^待(不|已|收到|同意|登记.+和)/.test(label))).toEqual([])
  })

  it('gives up the due day first, which the lamp tells as well', () => {
    const many = { ...errands, list: { columns: ['number', 'title', 'township', 'people', 'unit', 'kind', 'due', 'state', 'dueOn'] } }
    const sources = columnsOf(many, county)
    expect(sources.find((column) => column.source === 'dueOn')?.hidden).toBe(true)
    expect(columnsOf(errands, county).find((column) => column.source === 'dueOn')?.hidden).toBe(false)
  })

  it('never names two tabs alike', () => {
    for (const ledger of ledgers) {
      for (const scope of [county, xinan, water]) {
        const labels = viewsOf(ledger, scope, panelZh, 'zh').map((view) => view.label)
        expect(labels.length, `${ledger.key}: ${labels.join(' ')}`).toBe(new Set(labels).size)
      }
    }
  })
})

describe('a new form', () => {
  it("begins with a deputy's own name where he signs, and with nobody's elsewhere", () => {
    const signed = {
      ...errands,
      transitions: { ...errands.transitions, send: { ...errands.transitions.send, by: ['@people'] } },
    } as typeof errands
    const deputy = { office: { kind: 'deputy', id: 'd1' } as const, name: '张桂兰' }
    expect(defaultsOf(signed, deputy)).toEqual({ people: ['张桂兰'] })
    expect(defaultsOf(errands, deputy)).toEqual({})
    expect(defaultsOf(signed, xinan)).toEqual({})
  })
})
