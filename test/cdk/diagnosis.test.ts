import { expect, test } from 'vitest'
import { diagnose, type Found } from '../../cdk/diagnosis.ts'
import { settings } from './template.ts'

const ours = { ...settings, domain: 'duban.example', alarmsTo: 'it@duban.example' }
const well: Partial<Found> = {
  identity: 'verified',
  quota: { day: 50_000, second: 14, sent: 3 },
  sending: true,
  alarms: { confirmed: ['it@duban.example'], pending: [] },
  domain: ['d1.cloudfront.net'],
  testMail: 'accepted',
}
const ill = (found: Partial<Found>, more = {}) =>
  diagnose({ ...ours, ...more }, { ...well, ...found })
    .filter(({ ok }) => !ok)
    .map(({ says }) => says)

test('where all is in order nothing is missing', () => {
  expect(ill({})).toEqual([])
  expect(diagnose(ours, well)).toHaveLength(6)
})

test.each<[string, Partial<Found>, RegExp]>([
  ['a sender that nobody verified', { identity: 'none' }, /^SES does not know duban\.example yet/],
  ['a sender whose records are missing', { identity: 'pending' }, /waits for its DNS records/],
  ['the sandbox', { quota: { day: 200, second: 1, sent: 0 } }, /^SES is in its sandbox \(200 mails a day, 1 a second/],
  ['a paused account', { sending: false }, /paused sending/],
  ['an alarm that nobody has said yes to', { alarms: { confirmed: [], pending: ['it@duban.example'] } }, /has not confirmed yet/],
  ['a stack that is not there', { alarms: 'no stack' }, /no such stack yet/],
  ['a domain that points elsewhere', { domain: ['elsewhere.example'] }, /does not point to CloudFront yet/],
  [
    'what may not be read',
    { quota: Object.assign(new Error('no'), { name: 'AccessDenied' }) },
    /^Could not be read: SES is out of its sandbox.*AccessDenied/,
  ],
])('%s is told, with what to do', (_, found, sentence) => {
  expect(ill(found)).toEqual([expect.stringMatching(sentence)])
})

test('without SES its affairs are nobody’s, but the secret of the mail server is', () => {
  const smtp = { mailDriver: 'smtp', smtpSecret: 'duban/smtp', domain: undefined } as const
  expect(diagnose({ ...ours, ...smtp }, { secret: true, alarms: well.alarms as Found['alarms'] }).every(({ ok }) => ok)).toBe(true)
  expect(ill({ secret: false }, smtp)).toEqual([expect.stringContaining('There is no secret duban/smtp')])
})

test('nobody to tell of alarms is missing too', () => {
  expect(ill({}, { alarmsTo: undefined })).toEqual([expect.stringContaining('-c alarmsTo=ADDRESS')])
})
