import { describe, expect, test } from 'vitest'
import { shownSections } from '../../admin/ledger/sections.ts'
import { desks } from '../../shared/definition/desks.ts'
import { namingField } from '../../shared/heading.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import { posts } from '../../shared/post.ts'
import { measureOf } from '../../shared/spoken.ts'

// What sounded like a machine once, each pattern for every ledger.

type Said = { path: string; zh: string; en: string }

/** Every label and sentence of a definition in both languages. */
function saidBy(value: unknown, path: string): Said[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'zh' in value && 'en' in value ? [{ path, zh: String(value.zh), en: String(value.en) }] : []
  return [...own, ...Object.entries(value).flatMap(([key, each]) => saidBy(each, `${path}.${key}`))]
}

const all = [...ledgers.flatMap((ledger) => saidBy(ledger, ledger.key)), ...saidBy(desks, 'desks'), ...saidBy(posts, 'posts')]

describe('what a definition says', () => {
  test('asks no clerk for English or code, in pickers least of all', () => {
    const foreign = all.filter(({ zh }) => /[a-z]{2,}|[=&?]/i.test(zh.replace(/\{[^{}]*\}/g, '')))
    expect(foreign).toEqual([])
  })

  test('says nothing twice in one breath, and ends no sentence on a comma', () => {
    expect(all.filter(({ zh, en }) => /(\p{Script=Han}{2,})\1|[，、：]$/u.test(zh) || /\b(\w{3,}) \1\b|,$/i.test(en))).toEqual([])
  })

  test('never says of what a step leaves where it was that it has turned into something', () => {
    const stays = ledgers.flatMap(({ key, transitions }) =>
      Object.entries(transitions).flatMap(([name, { label, to, branches = [] }]) =>
        to || branches.some((branch) => branch.to) ? [] : [{ path: `${key}.${name}`, zh: label.zh }],
      ),
    )
    expect(stays.length).toBeGreaterThan(30)
    expect(stays.filter(({ zh }) => /^[转变](为|成)/.test(zh))).toEqual([])
  })

  test('sets titles of papers and laws off by 《》, and nothing that is a place, a meeting, a person or a task', () => {
    const naming = ledgers.map(({ key, spoken, fields, ...rest }) => ({
      key,
      title: spoken?.title === true,
      label: fields[namingField({ key, spoken, fields, ...rest }) ?? '']?.label.zh ?? '',
    }))
    const named = (what: RegExp) => naming.filter(({ label }) => what.test(label))
    expect(named(/标题|法律|制度|计划|议题/).length).toBeGreaterThan(6)
    expect(named(/标题|法律|制度|计划|议题/).filter(({ title }) => !title)).toEqual([])
    const things = /地点|会议|培训|主题|姓名|内容|任务|目标|问题|项目|步骤|节点|领导|职务/
    expect(named(things).length).toBeGreaterThan(20)
    expect(named(things).filter(({ title }) => title)).toEqual([])
  })

  test('counts by 件 only what is handed from office to office, and no meeting, class, place or file', () => {
    const counted = ledgers.filter((ledger) => measureOf(ledger) === '件').map(({ label }) => label.zh)
    expect(counted.filter((zh) => !/建议|议案|分办件|意见|审查|任免|请示|民意/.test(zh))).toEqual([])
    expect(new Set(ledgers.map(measureOf)).size).toBeGreaterThan(5)
  })

  test('names what holds when “yes” is chosen: no label says no', () => {
    const labels = ledgers.flatMap(({ key, fields }) =>
      Object.entries(fields).flatMap(([name, field]) => (field.kind === 'yesno' ? [{ path: `${key}.${name}`, ...field.label }] : [])),
    )
    expect(labels.length).toBeGreaterThan(40)
    expect(
      labels.filter(({ zh, en }) => /^(未|不|没|无|非|是否)|[？?吗]$/.test(zh) || /^(not|no|un(?!planned)|without)\b|\?$/i.test(en)),
    ).toEqual([])
  })

  test('never has two options of one field, or two states, by one name', () => {
    const doubled = (labels: { zh: string }[]) => labels.map(({ zh }) => zh).filter((zh, at, list) => list.indexOf(zh) !== at)
    for (const { key, states, fields } of ledgers) {
      expect([key, doubled(Object.values(states).map(({ label }) => label))]).toEqual([key, []])
      for (const [name, field] of Object.entries(fields))
        if (field.kind === 'choice' && field.options) expect([key, name, doubled(Object.values(field.options))]).toEqual([key, name, []])
    }
  })
})

test('a count that no step has added to yet stands on no page, and does from one on', () => {
  const counters = ledgers.flatMap((ledger) =>
    Object.values(ledger.transitions)
      .flatMap(({ sets, branches = [] }) => [sets, ...branches.map((branch) => branch.sets)])
      .flatMap((sets) => Object.entries(sets ?? {}).flatMap(([key, set]) => ('add' in set ? [{ ledger, key }] : []))),
  )
  expect(counters.length).toBeGreaterThan(8)
  for (const { ledger, key } of counters) {
    const shows = (count: number) => {
      const took = Object.fromEntries(Object.keys(ledger.transitions).map((step) => [step, { person: 'p', on: '2026-03-02' }]))
      const data = Object.fromEntries(Object.keys(ledger.fields).map((field) => [field, field === key ? count : '已填']))
      return shownSections(ledger, { state: ledger.initial, took, data }).some(({ fields }) => fields.includes(key))
    }
    expect([ledger.key, key, shows(0), shows(1)]).toEqual([ledger.key, key, false, true])
  }
})
