import { describe, expect, it, test } from 'vitest'
import { type Digest, digest, list } from '../../functions/mail/digest.ts'
import { mailingOf } from '../../functions/mail/digests.ts'
import type { Saying } from '../../functions/mail/due-today.ts'
import type { Item } from '../../functions/mail/item.ts'
import { type News, news } from '../../functions/mail/news.ts'
import { owed } from '../../functions/mail/owed.ts'
import { plain } from '../../functions/mail/plain.ts'
import type { Reader } from '../../functions/mail/recipients.ts'
import { standingsOf } from '../../functions/mail/standings.ts'
import { doneOf } from '../../functions/mail/step.ts'
import type { Owing } from '../../functions/mail/survey.ts'
import { bellOf, didOf } from '../../functions/mail/told.ts'
import { wholeSaid } from '../../functions/mail/whole.ts'
import { takenByPeople } from '../../shared/definition/attachments.ts'
import { asksForTime } from '../../shared/definition/discharger.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Duty } from '../../shared/duty.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import { heading, namingField } from '../../shared/heading.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import type { Label, Lang } from '../../shared/names.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { inSentence, spokenOf } from '../../shared/spoken.ts'
import { byItself } from '../../shared/words/taken.ts'
import { asVerb } from '../../shared/words/verbs.ts'
import type { World } from '../../shared/world.ts'

const links = { origin: 'https://duban.test' }
const house = { zh: '督办 · 灌南县人大', en: 'Duban · Guannan' }
const who = { zh: '灌南县人大', en: 'Guannan' }
const on = '2026-06-05'
const world = { offices: [] } as unknown as World
const langs: Lang[] = ['zh', 'en']

const record = (ledger: Ledger, place = 1) => ({
  ledger: ledger.key,
  id: `r${place}`,
  number: `2026-000${place}`,
  heading: ['幸福路排水', '贯彻《代表法》', '校舍'][place - 1] ?? '路灯',
})
const item = (ledger: Ledger, duty: Label, dueOn: string | null, more: Partial<Item> = {}): Item => ({
  record: record(ledger),
  spoken: spokenOf(ledger),
  duty,
  dueOn,
  why: { basis: { zh: '本县设定', en: 'set by the county' }, length: { months: 3 }, start: '2026-03-02' },
  ...more,
})
const letter = (ledger: Ledger, cause: News['cause'], step: Label, items: Item[], lang: Lang, more: Partial<News> = {}): News => ({
  kind: 'news',
  lang,
  house,
  name: '陈刚',
  on,
  cause,
  who,
  step,
  record: record(ledger),
  spoken: spokenOf(ledger),
  items,
  ...more,
})
const day = (lang: Lang, own: Item[], more: Partial<Digest> = {}): Digest => ({
  kind: 'digest',
  lang,
  house,
  name: '陈刚',
  on,
  own: list(own, on),
  copies: list([], on),
  ...more,
})

/** What stands below the greeting: the letter's first sentence. */
const first = (content: News | Digest): string =>
  (content.kind === 'news' ? news(content, links) : digest(content, links)).opening.split('\n').slice(1).join('\n')

/** What a clerk would call broken: signs that meet, brackets without words, gaps, code words, more or less than one sentence. */
function faults(sentence: string, lang: Lang): string[] {
  const bad = [
    /[，、；：。,;:.]\s*[，、；：。,;:]/,
    /“”|《》|（）|\(\)/,
    /undefined|null|\{|\}/,
    / {2}|\n/,
    // A step or a duty is a verb of the sentence; only what is the name of something stands in quotation marks, an item’s behind its number. A day is written in one way.
    lang === 'zh' ? /(?<![是为]|2026-000\d)“|日 周|） 前/ : / do “/,
    lang === 'zh' ? /。./ : /。|，/,
  ]
  const open = [...'“《（('].map((sign, at) => sentence.split(sign).length - sentence.split([...'”》）)'][at] ?? '').length)
  const ends = lang === 'zh' ? /。$/ : /\.$/
  return [
    ...bad.filter((each) => each.test(sentence)).map(String),
    ...(ends.test(sentence) ? [] : ['end']),
    ...open.filter(Boolean).map(String),
  ]
}

const causes: News['cause'][] = ['opened', 'moved', 'returned', 'cancelled', 'undone', 'next', 'decided', 'urged']
const days = [null, '2026-06-02', on, '2026-06-06', '2026-07-01']

describe.each(ledgers.map((ledger) => [ledger.key, ledger] as [string, Ledger]))('of %s', (_, ledger) => {
  const duties = Object.values(ledger.duties).map(({ label }) => label)
  const steps = Object.values(ledger.transitions).map(({ label }) => label)
  const names = (lang: Lang) => [ledger.label[lang], '2026-0001', '幸福路排水']

  it('every mail about a step begins with a sentence of who did what with which item, and what is to be done by when', () => {
    for (const lang of langs)
      for (const cause of causes)
        for (const step of steps)
          for (const duty of duties.slice(0, 2)) {
            const asks = ['opened', 'moved', 'urged'].includes(cause)
            const items = asks ? [item(ledger, duty, '2026-06-02'), item(ledger, { zh: '签收', en: 'Accept' }, '2026-07-01')] : []
            const did = cause === 'urged' ? { did: { zh: '灌南县人大催办', en: 'Guannan asks you to act' } } : {}
            const sentence = first(letter(ledger, cause, step, items, lang, did))
            const told = asks ? [asVerb(duty)[lang], ...(lang === 'zh' ? ['6月2日（周二）', '7月1日（周三）'] : ['2 Jun', '1 Jul'])] : []
            for (const word of [...names(lang), who[lang], ...(did.did ? [] : [step[lang]]), ...told]) expect(sentence).toContain(word)
            expect(faults(sentence, lang), sentence).toEqual([])
          }
  })

  it('a mail about a step says what was chosen with it, changed by it or not, and nothing that somebody wrote or few may see', () => {
    const office = { kind: 'county' as const, id: 'county' }
    for (const lang of langs)
      for (const [key, { asks = [], from, to }] of Object.entries(ledger.transitions)) {
        const given = asks.flatMap((ask) => {
          const field = ledger.fields[ask.replace('?', '')]
          const choice = field?.kind === 'choice' ? Object.entries(field.options).at(-1) : undefined
          return field ? [{ key: ask.replace('?', ''), field, choice, value: choice?.[0] ?? '某人写的话' }] : []
        })
        const by = { id: 'p', name: '王芳', office }
        const told = (parts: object) =>
          doneOf(
            ledger,
            { event: { by, transition: key, from: from[0], to: to ?? from[0], changes: {}, said: {}, ...parts } as LedgerEvent },
            world,
          )
        const said = told({ said: Object.fromEntries(given.map((each) => [each.key, each.value])) })
        const changed = told({ changes: Object.fromEntries(given.map((each) => [each.key, { old: null, new: each.value }])) })
        expect(changed).toEqual(said)
        const sentence = first(letter(ledger, 'next', said.step, [], lang, said))
        for (const { key: asked, field, choice } of given)
          if (choice && !field.seenBy && asks.includes(asked)) expect(sentence, key).toContain(choice[1][lang])
        expect(sentence).not.toContain('某人写的话')
        expect(faults(sentence, lang), sentence).toEqual([])
        expect(bellOf(letter(ledger, 'next', said.step, [], lang, said))?.[lang]).toContain(said.given?.[lang] ?? '')
      }
  })

  it('what the system did by itself says what became of the item, and what was created is named once', () => {
    const by = { kind: 'system' as const, id: 'system' }
    const event = (more: object) =>
      ({ by: { id: 'system', name: '系统', office: by }, from: null, to: ledger.initial, changes: {}, said: {}, ...more }) as LedgerEvent
    const [duty = { zh: '签收', en: 'Accept' }] = duties
    // A whole phrase needs the record, and is not told without it.
    const word = ledger.begins?.zh.includes('{') ? undefined : ledger.begins
    for (const lang of langs) {
      for (const [key, { label, from, to }] of Object.entries(ledger.transitions)) {
        const done = doneOf(ledger, { event: event({ transition: key, from: from[0], to: to ?? from[0] }) }, world)
        const sentence = first(letter(ledger, 'cancelled', done.step, [], lang, done))
        for (const word of [...names(lang), label[lang]]) expect(sentence.toLowerCase()).toContain(word.toLowerCase())
        expect(sentence).not.toMatch(/系统已/)
        expect(faults(sentence, lang), sentence).toEqual([])
      }
      const made = letter(
        ledger,
        'opened',
        duty,
        [item(ledger, duty, '2026-07-01')],
        lang,
        doneOf(ledger, { event: event({ transition: 'create' }) }, world),
      )
      expect(first(made)).toContain(
        lang === 'zh' ? `${word?.zh ?? '登记'}了${ledger.label.zh} 2026-0001` : `${word?.en ?? 'entered'} 2026-0001`,
      )
      expect(first(made).split('幸福路排水')).toHaveLength(2)
      for (const said of [first(made), bellOf(made)?.[lang] ?? '']) expect(faults(said, lang), said).toEqual([])
    }
  })

  it('an item is called by its kind once, with its number as it stands', () => {
    const [word = ''] = /^[^{]*/.exec(ledger.number?.format ?? '') ?? []
    const number = `${word}2026-001`
    const { zh } = inSentence({ id: 'r1', number, heading: '幸福路排水' }, spokenOf(ledger))
    expect(zh).toMatch(new RegExp(`${number}[《“ ]`))
    if (word) expect(zh.split(word), zh).toHaveLength(2)
    else expect(zh).toContain(ledger.label.zh)
  })

  it('what else can be done is told by what it is for, and more time is asked for in time', () => {
    const [duty = { zh: '签收', en: 'Accept' }] = duties
    const asking = Object.entries(ledger.transitions).flatMap(([key, { label }]) =>
      Object.keys(ledger.duties).some((each) => asksForTime(ledger, key, each)) ? [{ key, label, time: true as const }] : [],
    )
    const back = { key: 'askReturn', label: { zh: '申请退回', en: 'Ask to return' }, time: false }
    const said = (dueOn: string, requests: Item['requests']) =>
      plain(digest(day('zh', [item(ledger, duty, dueOn, { requests: requests ?? [] })]), links))
    expect(said('2026-07-01', [back])).toContain('不属本单位职责的，可以：')
    const { time: _, ...untold } = back
    expect(said('2026-07-01', [untold])).toContain('不属本单位职责或不能按期办结的，可以：')
    for (const time of asking) {
      expect(said('2026-07-01', [time, back])).toContain('不属本单位职责或不能按期办结的，可以：')
      expect(said('2026-07-01', [time])).toContain('不能按期办结的，可以：')
      expect(said('2026-06-01', [time, back])).not.toContain(`${time.label.zh}：`)
    }
  })

  it('every reminder begins with a sentence of which item is owed by whom and by when', () => {
    for (const lang of langs)
      for (const duty of duties)
        for (const dueOn of days) {
          const own = first(day(lang, [item(ledger, duty, dueOn)]))
          const holder = { zh: '县水务局', en: 'Water Bureau' }
          const copies = list([item(ledger, duty, dueOn, { holder })], on)
          const copied = first(day(lang, [], { copies }))
          for (const word of [...names(lang), asVerb(duty)[lang]]) for (const sentence of [own, copied]) expect(sentence).toContain(word)
          expect(own).toContain(lang === 'zh' ? '您单位' : 'your office')
          expect(copied).toContain(holder[lang])
          const date = dueOn && (lang === 'zh' ? `${Number(dueOn.slice(5, 7))}月${Number(dueOn.slice(8))}日` : `${Number(dueOn.slice(8))} `)
          if (date) for (const sentence of [own, copied]) expect(sentence).toContain(date)
          for (const sentence of [own, copied, first(day(lang, [item(ledger, duty, dueOn)], { copies, deputy: true }))])
            expect(faults(sentence, lang), sentence).toEqual([])
        }
  })

  it('every step that people take, and every duty, is named by a verb, as sentences need it', () => {
    const taken = Object.values(ledger.transitions).filter(takenByPeople)
    // No name of two clauses, none that begins with who or what it is about, or with when.
    for (const { zh } of [...taken.map(({ label }) => label), ...duties])
      expect(zh).not.toMatch(/^[^不].*，|^(主任会议|代表|议案|部分|问题|年[初中底]|中期|公示期|零|本级|月|得票|测评|满意度)/)
  })

  it('the bell says of each step what its mail says', () => {
    for (const lang of langs)
      for (const duty of duties) {
        const content = letter(ledger, 'opened', { zh: '交办', en: 'Assign' }, [item(ledger, duty, '2026-07-01')], lang)
        const said = bellOf(content)?.[lang] ?? ''
        for (const word of [who[lang], asVerb(duty)[lang], lang === 'zh' ? '7月1日' : '1 Jul']) expect(said).toContain(word)
        expect(first(content)).toContain(said)
        expect(faults(said, lang), said).toEqual([])
      }
  })
})

const [suggestions] = ledgers.filter(({ key }) => key === 'suggestions') as [Ledger]
const reply = { zh: '答复代表', en: 'Reply' }

test('a mail of many things counts them and names the most urgent, with what is copied behind it', () => {
  const many = ['2026-06-02', on, '2026-06-18'].map((dueOn, at) => item(suggestions, reply, dueOn, { record: record(suggestions, at + 1) }))
  const copies = list([item(suggestions, reply, '2026-05-01', { holder: { zh: '县城管局', en: 'Urban' } })], on)
  expect(first(day('zh', many, { copies }))).toBe(
    '截至2026年6月5日（周五），您单位有 1 件超期、1 件今天到期、1 件即将到期，最急的是代表建议 2026-0001《幸福路排水》：您单位应在2026年6月2日（周二）前答复代表，已超期 3 天，请尽快办理；另有 1 件由别的单位办理，抄送您了解。',
  )
})

test('a mail that reminds far ahead, or of a part of what is owed, counts what it lists and calls the worst of that the worst', () => {
  const far = ['2026-06-02', '2026-07-20'].map((dueOn, at) => item(suggestions, reply, dueOn, { record: record(suggestions, at + 1) }))
  const standing = { late: 1, today: 0, soon: 0 }
  const whole = day('zh', far, { standing })
  expect(first(whole)).toContain('您单位有 1 件超期、1 件 15 天以后到期，最急的是')
  expect(digest(whole, links).subject).toContain('：1 件超期、1 件 15 天以后到期')
  expect(first(day('zh', far, { standing: { ...standing, late: 4 } }))).toContain(
    '您单位有 4 件超期、1 件 15 天以后到期；今天提醒 2 件，其中最急的是',
  )
  // What has something nearer besides is counted with that, and once.
  const own = { ...list(far, on), counted: 1 }
  expect(first(day('zh', far, { standing: { ...standing, late: 2 }, own }))).toContain('您单位有 2 件超期，最急的是')
  expect(first(day('en', far, { standing: { ...standing, late: 4 }, deputy: true }))).toContain(
    'you have 4 overdue, 1 due in more than 15 days; of the 2 in this letter, first comes',
  )
})

test('an item is counted once, though this letter says only what lies far ahead of it', () => {
  const why = { basis: { zh: '', en: '' }, rule: {}, length: null, extensions: [], skipped: [] }
  const owes = (id: string, dueOn: string, office = 'water') => ({
    id,
    key: 'reply',
    state: 'open',
    dueOn,
    holder: { kind: 'unit', id: office },
    why,
  })
  const far = owes('d1', '2026-07-20')
  const counted = (...duties: object[]) => {
    const record = { ledger: suggestions.key, id: 'r1', state: 'handling', data: { title: '修路' }, duties: [far, ...duties] }
    const saying = { ledger: suggestions, record, duty: far, rung: 'far', office: far.holder, copy: false } as unknown as Saying
    const reader = {
      id: 'p1',
      name: '陈刚',
      lang: 'zh',
      email: 'c@x.test',
      role: 'office',
      office: { kind: 'unit', id: 'water' },
    } as unknown as Reader
    return mailingOf(reader, { sayings: [saying], waiting: [] }, world, { date: on, now: new Date() }).content.own.counted ?? 0
  }
  expect(counted()).toBe(0)
  expect(counted(owes('d2', '2026-06-01'))).toBe(1)
  expect(counted(owes('d2', '2026-06-01', 'urban'))).toBe(0)
})

test('the subject of an urging says how late it is, and that of what is still ahead its day', () => {
  const urged = (...dueOn: string[]) =>
    news(
      letter(
        suggestions,
        'urged',
        who,
        dueOn.map((each) => item(suggestions, reply, each)),
        'zh',
      ),
      links,
    ).subject
  expect(urged('2026-05-02')).toBe('督办 催办：2026-0001 幸福路排水（已超期 34 天）')
  expect(urged('2026-05-02', '2026-06-01')).toBe('督办 催办：2026-0001 幸福路排水（已超期 34 天）')
  expect(urged('2026-05-02', '2026-06-15')).toBe('督办 催办：2026-0001 幸福路排水（2026年6月15日前）')
})

test('what was done since the morning is counted no more in the letter that goes', () => {
  const duty = (id: string, dueOn: string) => ({ id, dueOn, state: 'open', holder: { kind: 'unit', id: 'water' } })
  const stored = (id: string, ...duties: object[]) => ({ ledger: suggestions.key, id, duties }) as unknown as LedgerRecord
  const open = ['a', 'b', 'c'].map((id) => {
    const owed = duty('d1', '2026-06-01')
    return { ledger: suggestions, record: stored(id, owed), duty: owed, held: false } as unknown as Owing
  })
  const reader = { id: 'p1', name: '陈刚', role: 'office', office: { kind: 'unit', id: 'water' } } as unknown as Reader
  const standings = standingsOf(open, on)
  const as = (...found: [string, LedgerRecord | undefined][]) => new Map(found.map(([id, record]) => [`${suggestions.key}#${id}`, record]))
  const now = as(['a', stored('a', { ...duty('d1', '2026-06-01'), state: 'done' })], ['b', stored('b', duty('d1', '2026-06-10'))])
  expect(standings(reader)).toMatchObject({ late: 3, soon: 0 })
  expect(standings(reader, now)).toMatchObject({ late: 1, soon: 1 })
  // What is gone is owed by nobody.
  expect(standings(reader, as(['a', undefined]))).toMatchObject({ late: 2, soon: 0 })
  expect(standings(reader)).toMatchObject({ late: 3, soon: 0 })
})

test('overviews and news are whole sentences as well, and name what they speak of', () => {
  const holder = { zh: '县水务局', en: 'Water Bureau' }
  const whole = list([item(suggestions, reply, '2026-06-02', { holder })], on)
  const step = { kind: 'step' as const, on: '2026-06-04', who, step: { zh: '交办', en: 'Assign' } }
  const state = { zh: '已交办', en: 'Assigned' }
  const progress = {
    record: record(suggestions),
    spoken: spokenOf(suggestions),
    state,
    steps: [step],
    owed: [item(suggestions, reply, '2026-07-01')],
  }
  const second = { ...progress, record: record(suggestions, 2), owed: [] }
  for (const lang of langs)
    for (const more of [{ weekly: whole }, { monthly: whole }, { news: [progress] }, { news: [progress, second] }]) {
      const sentence = first(day(lang, [], { ...more, deputy: true }))
      for (const word of [suggestions.label[lang], '2026-0001', '幸福路排水']) expect(sentence).toContain(word)
      expect(faults(sentence, lang), sentence).toEqual([])
    }
  expect(first(day('zh', [], { news: [progress], deputy: true }))).toBe(
    '代表建议 2026-0001《幸福路排水》有了新进展：2026年6月4日（周四）灌南县人大已交办，请您在2026年7月1日（周三）前答复代表。',
  )
  expect(first(day('zh', [], { news: [progress, second] }))).toContain('2026-0002《贯彻〈代表法〉》')
})

test('an item that ended by itself, and one that was created, are told as a clerk would', () => {
  const sheets = ledgers.find(({ key }) => key === 'inspection-sheets') as Ledger
  const event = { by: { office: { kind: 'system', id: 'system' } }, transition: 'follow', from: 'open', to: 'missed' } as LedgerEvent
  const ended = letter(sheets, 'cancelled', who, [], 'zh', doneOf(sheets, { event }, world))
  expect(first(ended)).toBe('检查记录表 2026-0001《幸福路排水》，检查已经结束，没有上报，您单位不用再办。')
  expect(news(ended, links).subject).toBe('督办 不用再办：检查记录表 2026-0001《幸福路排水》')
  const offices = [{ kind: 'county', id: 'county', name: who }]
  const create = { by: { office: { kind: 'county', id: 'county' } }, transition: 'create', from: null, to: 'registered' } as LedgerEvent
  const made = doneOf(suggestions, { event: create }, { offices } as unknown as World)
  expect(first(letter(suggestions, 'opened', who, [item(suggestions, reply, '2026-07-01')], 'zh', made))).toBe(
    '灌南县人大登记了代表建议 2026-0001《幸福路排水》，请您单位在2026年7月1日（周三）前答复代表。',
  )
})

test('a step that the system takes, and what came of it, are told without saying one thing twice', () => {
  const said = (key: string, step: string) => {
    const ledger = ledgers.find((each) => each.key === key) as Ledger
    const { label, to = '', by } = ledger.transitions[step] as Ledger['transitions'][string]
    const alone = by.every((word) => word === 'system')
    return byItself(label, ledger.states[to]?.label, alone).zh
  }
  expect(said('performance-entries', 'enter')).toBe('已自动计分')
  expect(said('livelihood-projects', 'release')).toBe('票决已经取消，退回初步候选')
  expect(said('livelihood-projects', 'chosen')).toBe('经票决选定')
  expect(said('public-opinions', 'terminate')).toBe('已自动终止办理')
  // A county's own step that is named by no clause.
  expect(byItself({ zh: '环节结束', en: 'Over' }, { zh: '不再填报', en: 'Dropped' }).zh).toBe('因环节结束，记为“不再填报”')
  // One thing that happened, in a clause, and not the name of a state.
  for (const ledger of ledgers)
    for (const [step, { by, from }] of Object.entries(ledger.transitions))
      if (by.includes('system') && from.length > 0) expect(said(ledger.key, step)).not.toMatch(/已自动(自动|已)|或|^[因随]|记为|由系统/)
})

test('what was kept before its sentence was kept beside it is told in one, without quotes in quotes', () => {
  const told = (step: Label) => didOf({ who, step }).zh
  expect(told({ zh: '签收', en: 'Accept' })).toBe('灌南县人大已签收')
  expect(told({ zh: '催办', en: 'Please act' })).toBe('灌南县人大催办')
  expect(told({ zh: '撤销了“签收”', en: 'took back “Accept”' })).toBe('灌南县人大撤销了“签收”')
  expect(told({ zh: '新建', en: 'created it' })).toBe('灌南县人大登记了这一件')
  expect(told({ zh: '《催办函》（人大办函〔2026〕3号）', en: 'x' })).toBe('灌南县人大发来《催办函》（人大办函〔2026〕3号）')
  expect(didOf({ who, step: { zh: '新建', en: 'created it' } }).en).toBe('Guannan entered it')
})

test('what was kept of a letter before sentences named the ledger is shown without a gap', () => {
  const { spoken: _, ...old } = letter(suggestions, 'opened', { zh: '交办', en: 'Assign' }, [item(suggestions, reply, '2026-07-01')], 'zh')
  expect(first(old)).toBe('2026-0001《幸福路排水》，灌南县人大已交办，请您单位在2026年7月1日（周三）前答复代表。')
})

test('what enters an item may be told in a phrase of its ledger, which names it with what its reader must know', () => {
  const replies = ledgers.find(({ key }) => key === 'invitation-replies') as Ledger
  const by = { id: 'p', name: '王芳', office: { kind: 'county' as const, id: 'county' } }
  const event = { by, transition: 'create', from: null, to: 'invited' } as unknown as LedgerEvent
  const offices = [{ kind: 'county', id: 'county', name: who }]
  const told = (data: object, reader?: typeof by.office) => {
    const invited = { id: 'r1', data: { meeting: '第七十次主任会议', ...data } } as unknown as LedgerRecord
    const done = doneOf(replies, { event }, { offices } as unknown as World, invited, reader)
    return first(letter(replies, 'opened', who, [item(replies, { zh: '报送回执', en: 'Answer' }, '2026-07-01')], 'zh', done))
  }
  const where = { meetingOn: '2026-07-04', place: '三楼会议室' }
  const rest = '请您单位在2026年7月1日（周三）前报送回执。'
  expect(told(where)).toBe(`灌南县人大通知列席第七十次主任会议（2026年7月4日，三楼会议室），${rest}`)
  expect(told({ meetingOn: '2026-07-04' })).toBe(`灌南县人大通知列席第七十次主任会议（2026年7月4日），${rest}`)
  // Without what it cannot do without it is told as any other.
  expect(told({})).toBe(`灌南县人大登记了列席回执 2026-0001“幸福路排水”，${rest}`)
  // Who writes to a colleague is one, and goes by no name.
  expect(told(where, by.office)).toBe(`您单位同事通知列席第七十次主任会议（2026年7月4日，三楼会议室），${rest}`)
  for (const ledger of ledgers.filter(({ begins }) => begins?.zh.includes('{'))) {
    const { zh = '', en = '' } = ledger.begins ?? {}
    for (const phrase of [zh, en]) {
      expect(phrase).toContain('{title}')
      for (const [, key = ''] of phrase.matchAll(/\{@(\w+)\}/g))
        expect(ledger.fields[key]?.seenBy ?? ledger.fields[key]?.kind).toMatch(/^(text|date)$/)
    }
  }
})

test('no letter names the person who acted, and what was taken back is told with whose it was', () => {
  const by = { id: 'p', name: '何保洲', office: { kind: 'deputy' as const, id: 'd1' } }
  const event = { by, transition: 'submit', from: 'draft', to: 'submitted', changes: {}, said: {} } as unknown as LedgerEvent
  expect(didOf(doneOf(suggestions, { event }, world)).zh).toBe('人大代表已提交')
  const gone = doneOf(suggestions, { event: { ...event, transition: 'undo' }, back: event }, world)
  expect(news(letter(suggestions, 'undone', gone.step, [], 'zh', gone), links).subject).toBe(
    '督办 人大代表撤销了提交：代表建议 2026-0001《幸福路排水》',
  )
})

test('a step whose name leaves out what its hearers must know tells it in a phrase, without what nobody entered', () => {
  const activities = ledgers.find(({ key }) => key === 'group-activities') as Ledger
  const by = { id: 'p', name: '王芳', office: { kind: 'township' as const, id: 'xinan' } }
  const event = { by, transition: 'notify', from: 'planned', to: 'notified', changes: {}, said: {} } as unknown as LedgerEvent
  const offices = { offices: [{ kind: 'township', id: 'xinan', name: { zh: '新安镇', en: 'Xinan' } }] } as unknown as World
  const told = (data: object) => doneOf(activities, { event }, offices, { id: 'r1', data } as unknown as LedgerRecord)
  expect(didOf(told({ date: '2026-12-09', place: '代表之家' })).zh).toBe('新安镇已发出通知，定于2026年12月9日开展，地点：代表之家')
  expect(didOf(told({ date: '2026-12-09' })).zh).toBe('新安镇已发出通知，定于2026年12月9日开展')
  for (const ledger of ledgers)
    for (const { told: phrase } of Object.values(ledger.transitions))
      for (const text of phrase ? [phrase.zh, phrase.en] : [])
        for (const [, key = ''] of text.matchAll(/\{@(\w+)\}/g))
          expect(ledger.fields[key]?.seenBy ?? ledger.fields[key]?.kind).toMatch(/^(text|date)$/)
})

test('a mail gives for a day the reason for which it is that day, of a rule that knows two', () => {
  const points = ledgers.find(({ key }) => key === 'opinion-points') as Ledger
  const { basis, due: rule } = points.duties.rectify as Ledger['duties'][string]
  const why = (more: object) => ({ basis, rule, start: '2026-12-14', skipped: [], pauses: [], extensions: [], ...more })
  const told = (more: object) =>
    owed(
      points,
      { ledger: points.key, id: 'r1', state: 'open', data: { problem: '烘干能力不足。' }, duties: [] } as unknown as LedgerRecord,
      { id: 'd1', key: 'rectify', dueOn: '2027-02-15', holder: by, state: 'open', why: why(more) } as unknown as Duty,
    )
  const by = { kind: 'unit', id: 'water' }
  expect(told({ length: { months: 2 } }).why.basis.zh).toBe('本县设定两个月')
  expect(told({ length: null, anchor: { field: 'promisedFor' } }).why.basis.zh).toBe('按问题清单的期限')
})

test('a title stands in sentences without the stop behind it', () => {
  for (const ledger of ledgers) {
    const naming = namingField(ledger)
    if (naming && ledger.fields[naming]?.kind === 'text')
      expect(heading(ledger, { id: 'r1', data: { [naming]: '关于修路的建议。' } })).toBe('关于修路的建议')
  }
})

test('a title stands as one beside what is a part of it, and a name as it is', () => {
  const of = (key: string, number?: string) => {
    const ledger = ledgers.find((each) => each.key === key) as Ledger
    return { ledger, number, heading: '渔业法', record: {} as LedgerRecord }
  }
  expect(wholeSaid('渔业法', of('inspection-sheets'))).toBe('《渔业法》')
  expect(wholeSaid('检查2026-05 渔业法', of('law-inspections', '检查2026-05'))).toBe('检查2026-05《渔业法》')
  expect(wholeSaid('任务2026-01 渔业法', of('annual-tasks', '任务2026-01'))).toBe('任务2026-01 渔业法')
})
