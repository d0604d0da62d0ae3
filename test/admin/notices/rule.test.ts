import { expect, test } from 'vitest'
import { isTrouble, officeOf, writeFate, writeRule } from '../../../admin/notices/rule.ts'
import { noticeWords } from '../../../admin/words/notices.ts'
import { unsent } from '../../../shared/words/mail.ts'

const { zh, en } = noticeWords

test('a step of the ladder is said in words', () => {
  expect(writeRule('T-15d', zh)).toBe('到期前 15 天')
  expect(writeRule('T-3w', zh)).toBe('到期前 3 个工作日')
  expect(writeRule('T+0d', zh)).toBe('到期当天')
  expect(writeRule('T+1w#2', zh)).toBe('超期 1 个工作日（第 3 次）')
  expect(writeRule('T+20w', en, { copy: true })).toBe('20 working days overdue · copy')
  expect(writeRule('opened', zh)).toBe('新的待办')
  expect(writeRule('T+5w', zh, { instead: 'head' })).toBe('超期 5 个工作日 · 本应发给主要负责人，单位没有登记')
})

test('the fate of a mail outranks that it was sent', () => {
  expect(writeFate({ state: 'sent', fate: 'bounced' }, zh)).toBe('退信')
  expect(writeFate({ state: 'sent' }, zh)).toBe('已发')
})

test('a mail that came too late to be needed is no trouble, one that nobody got is', () => {
  expect(isTrouble({ state: 'suppressed', reason: unsent.over.zh })).toBe(false)
  expect(isTrouble({ state: 'suppressed', reason: unsent.noPerson.zh })).toBe(true)
  expect(isTrouble({ state: 'sent', fate: 'complained' })).toBe(true)
  expect(isTrouble({ state: 'sent', fate: 'delivered' })).toBe(false)
})

test('an office is read from its token', () => {
  expect(officeOf('unit:water')).toEqual({ kind: 'unit', id: 'water' })
})
