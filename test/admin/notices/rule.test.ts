import { expect, test } from 'vitest'
import { isTrouble, officeOf, restBelow, writeFate } from '../../../admin/notices/rule.ts'
import { unsent } from '../../../shared/words/mail.ts'

test('the fate of a mail outranks that it was sent', () => {
  expect(writeFate({ state: 'sent', fate: 'bounced' }, 'zh')).toBe('退信')
  expect(writeFate({ state: 'sent' }, 'zh')).toBe('已发')
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

test('a rest day is named below its date unless the date says it', () => {
  expect([restBelow('周六', '2026-12-12', 'zh'), restBelow('周六', '2026-12-12', 'en')]).toEqual(['', ''])
  expect(restBelow('元旦', '2027-01-01', 'zh')).toBe('元旦')
})
