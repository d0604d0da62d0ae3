import { describe, expect, it } from 'vitest'
import { digest, list } from '../../functions/mail/digest.ts'
import type { Item } from '../../functions/mail/item.ts'
import { letter } from '../../functions/mail/letter.tsx'
import { owed } from '../../functions/mail/owed.ts'
import { addDays, calendar } from '../../shared/deadline/calendar.ts'
import { computeDue } from '../../shared/deadline/derivation.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Duty } from '../../shared/duty.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import type { Lang } from '../../shared/names.ts'
import type { LedgerRecord } from '../../shared/record.ts'

const item = (place: number, dueOn: string | null): Item => ({
  record: { ledger: 'suggestions', id: `r${place}`, number: `2026-${String(place).padStart(4, '0')}`, heading: `第 ${place} 段 <排水>` },
  duty: { zh: '答复代表', en: 'Reply' },
  dueOn,
  why: { basis: { zh: '代表法第五十一条', en: 'Deputies Law art 51' }, length: { months: 3 }, start: '2026-03-02' },
  act: { key: 'answer', label: { zh: '答复代表', en: 'Answer' } },
})
const write = (own: Item[], lang: Lang = 'zh', copies: Item[] = []) =>
  letter(
    digest(
      {
        kind: 'digest',
        lang,
        house: { zh: '督办', en: 'Duban' },
        name: '陈刚',
        on: '2026-06-05',
        own: list(own, '2026-06-05'),
        copies: list(copies, '2026-06-05'),
      },
      { origin: 'https://duban.test' },
    ),
  )

/** The words of an HTML mail, markup gone. */
function words(html: string): string {
  const bare = html.replace(/<head>.*<\/head>/s, '').replace(/<[^>]*>/g, ' ')
  return bare.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
}

describe('a letter', () => {
  it('says in words what the lamp shows, never a negative number', () => {
    const { text } = write([item(1, '2026-06-02'), item(2, '2026-06-05'), item(3, '2026-06-06'), item(4, '2026-06-18')])
    for (const said of ['■ 超期 3 天', '▲ 今天到期', '▲ 明天到期', '▲ 还剩 13 天']) expect(text).toContain(said)
    expect(text).not.toMatch(/-\d+ 天/)
  })

  it('tells a day that was counted back from another as before it', () => {
    const heldOn = '2027-01-06'
    const { dueOn, why } = computeDue(
      { due: { days: 30, before: '@heldOn' }, basis: { zh: '议事规则', en: 'the rules' } },
      { openedOn: '2026-06-01', data: { heldOn } },
      calendar(),
    )
    const bills = ledgers.find(({ key }) => key === 'bills') as Ledger
    const duty: Duty = {
      id: 'd1',
      key: 'submit',
      holder: { kind: 'township', id: 'xinan' },
      openedOn: '2026-06-01',
      dueOn,
      state: 'open',
      why,
    }
    const record = { ledger: 'bills', id: 'r1', data: {}, duties: [duty], state: 'draft' } as unknown as LedgerRecord
    const told = owed(bills, record, duty)
    expect(write([told]).text).toContain('从2027年1月6日（周三）往前算 30 天。依据：议事规则')
    expect(write([told], 'en').text).toContain('30 days before Wed 6 Jan 2027. Basis: the rules')
  })

  it('says how the day was counted: where a rest day moved it, and nothing of a count of no days', () => {
    const { why } = item(1, null)
    const told = (dueOn: string, more: object) => write([{ ...item(1, dueOn), why: { ...why, ...more } }]).text
    expect(told('2026-12-11', { start: '2026-12-15', length: { days: 3 }, back: true, rest: '2026-12-12' })).toContain(
      '从2026年12月15日（周二）往前算 3 天，2026年12月12日（周六）是休息日，提前到前一个工作日。依据：',
    )
    expect(told('2027-03-01', { start: '2026-11-28', length: { months: 3 }, rest: '2027-02-28' })).toContain(
      '起算 3 个月，2027年2月28日（周日）是休息日，顺延到下一个工作日。依据：',
    )
    expect(told('2026-11-23', { start: '2026-11-23', length: { days: 0 } })).not.toContain('0 天')
  })

  it('has one block for what is owed on one record, with one button and what else can be done', () => {
    const accept = {
      ...item(1, '2026-06-06'),
      duty: { zh: '签收或退办', en: 'Accept or decline' },
      of: 'd1',
      act: { key: 'accept', label: { zh: '签收', en: 'Accept' } },
    }
    const requests = [{ key: 'decline', label: { zh: '退办', en: 'Decline' } }]
    const { text, html, subject } = write([
      { ...item(1, '2026-09-01'), act: accept.act, requests },
      { ...accept, requests },
      item(2, '2026-06-18'),
    ])
    expect(html.split('第 1 段').length - 1).toBe(2)
    expect(text.split('\n').filter((line) => /^(签收|退办)：https/.test(line))).toHaveLength(2)
    expect(text).toMatch(
      /▲ 明天到期\n2026-0001.*\n签收或退办，.*前（明天到期）\n答复代表，.*前（还剩 88 天）\n签收或退办：自.*起算 3 个月.*\n答复代表：自.*起算 3 个月/,
    )
    expect(subject).toContain('：2 件即将到期')
  })

  it('says of a day that may still move which day holds and who can change it', () => {
    const likely = { ...item(1, '2027-02-22'), why: { ...item(1, null).why, provisional: true as const } }
    expect(write([likely]).text).toContain('现以2027年2月22日（周一）为准；2027年放假安排公布后由县人大办录入')
    expect(write([likely], 'en').text).toContain('Mon 22 Feb 2027 holds for now; should the county office have to move it')
  })

  it('puts the longest overdue first', () => {
    const { text } = write([item(1, '2026-06-18'), item(2, '2026-03-01'), item(3, '2026-06-02')])
    const places = ['2026-0002', '2026-0003', '2026-0001'].map((number) => text.indexOf(number))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it('says the same in its text part as in its HTML', () => {
    const { html, text } = write([item(1, '2026-06-02'), item(2, '2026-06-05')], 'zh', [item(3, '2026-05-01')])
    const said = words(html)
    for (const line of text.split('\n')) {
      const plain = line
        .replace(/^[■▲●–] |【|】|-- $/g, '')
        .replace(/：?https:.*$/, '')
        .trim()
      expect(said, line).toContain(plain)
    }
    for (const [url] of text.matchAll(/https:\S+/g)) expect(html).toContain(`href="${url}"`)
  })

  it('is in English for whoever chose it, without a Chinese word of ours', () => {
    const { subject, text, html } = write(
      [
        { ...item(1, '2026-06-02'), record: { ledger: 'suggestions', id: 'r1', number: '2026-0001', heading: 'Drains' } },
        item(2, '2026-06-05'),
      ],
      'en',
    )
    expect(subject).toBe('Duban, Fri 5 Jun 2026: 1 overdue, 1 due today')
    expect(text).toContain('3 days overdue')
    expect(html).toContain('lang="en"')
    expect(text.replaceAll('第 2 段 <排水>', '').replaceAll('陈刚', '')).not.toMatch(/[\u4e00-\u9fff]/)
  })

  it('names one item in its subject when it is the only one', () => {
    expect(write([item(7, '2026-06-02')]).subject).toBe('督办提醒：2026-0007 第 7 段 <排水>，超期 3 天')
  })

  it('of hundreds lists the worst, counts the rest and stays small', () => {
    const many = Array.from({ length: 400 }, (_, place) => item(place, addDays('2026-06-04', -place)))
    const { subject, html, text } = write(many)
    expect(subject).toContain('400 件超期')
    expect(text).toContain('超期 400 天')
    expect(text).toContain('还有 270 件没有列在信里')
    // Mail programs cut a letter off at 102 KB.
    expect(Buffer.byteLength(html)).toBeLessThan(100_000)
  })

  it('writes what people typed as text, not as markup', () => {
    expect(write([item(1, '2026-06-02')]).html).toContain('第 1 段 &lt;排水&gt;')
  })
})
