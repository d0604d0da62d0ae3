import type { SNSEvent } from 'aws-lambda'
import { beforeEach, describe, expect, it } from 'vitest'
import { handler as fate } from '../../functions/fate.ts'
import { handler as notify } from '../../functions/notify.ts'
import { handler as remind } from '../../functions/remind.ts'
import { pageNotices } from '../../functions/store/notice-pages.ts'
import { heaps, type Notice } from '../../functions/store/notices.ts'
import { personByEmail } from '../../functions/store/people.ts'
import { systemScope } from '../../functions/store/system-scope.ts'
import { partsHere } from '../parts-here.ts'
import { address, assigned, county, mails, streamed } from './mail-county.ts'

const parts = partsHere()

beforeEach(() => county(parts))

const told = (message: object): SNSEvent => ({ Records: [{ Sns: { Message: JSON.stringify(message) } }] }) as unknown as SNSEvent

async function noticesOf(person: string): Promise<Notice[]> {
  const heap = { index: 'g1' as const, pk: heaps.person(systemScope(), `p-${person}`) }
  return (await pageNotices(systemScope(), [heap], { limit: 100, keep: () => true })).data
}

describe('the fate of a mail', () => {
  it('is written on the notice of an event', async () => {
    const moves = await assigned('2026-03-02', 'water')
    await notify(streamed(moves, moves.events.slice(-1)))
    const [notice] = await noticesOf('water')
    await fate(told({ eventType: 'Delivery', mail: { destination: [address('water')], tags: { notice: [notice?.id] } } }))
    expect((await noticesOf('water')).map((each) => each.fate)).toEqual(['delivered'])
  })

  it('is written on every notice of a letter', async () => {
    await assigned('2026-03-02', 'water')
    await remind({ date: '2026-06-05' })
    await fate(told({ eventType: 'Complaint', mail: { tags: { person: ['p-water'], day: ['2026-06-05'] } } }))
    expect((await noticesOf('water')).map((each) => [each.state, each.fate])).toEqual([
      ['sent', 'complained'],
      ['sent', 'complained'],
    ])
  })

  it('marks an address that will never take mail, and nothing more is sent there', async () => {
    await assigned('2026-03-02', 'water')
    const bounce = { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: address('water') }] }
    await fate(told({ notificationType: 'Bounce', bounce, mail: { destination: [address('water')] } }))
    expect((await personByEmail('system', address('water')))?.bounced).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(await remind({ date: '2026-06-05' })).toMatchObject({ planned: 3, sent: 3 })
    expect(await mails(parts, 'water')).toEqual([])
    expect((await noticesOf('water')).map(({ state, reason }) => [state, reason])).toEqual([
      ['suppressed', 'bounced'],
      ['suppressed', 'bounced'],
    ])
  })

  it('that is a complaint stops mail to that address as well, with its own reason', async () => {
    await assigned('2026-03-02', 'water')
    const complaint = { complainedRecipients: [{ emailAddress: address('water') }] }
    await fate(told({ eventType: 'Complaint', complaint, mail: { destination: [address('water')] } }))
    await remind({ date: '2026-06-05' })
    expect(await mails(parts, 'water')).toEqual([])
    expect((await noticesOf('water')).map(({ state, reason }) => [state, reason])).toEqual([
      ['suppressed', 'complained'],
      ['suppressed', 'complained'],
    ])
  })

  it('leaves the person alone when the bounce is passing', async () => {
    const bounce = { bounceType: 'Transient', bouncedRecipients: [{ emailAddress: address('water') }] }
    await fate(told({ eventType: 'Bounce', bounce, mail: {} }))
    expect((await personByEmail('system', address('water')))?.bounced).toBeUndefined()
  })

  it('of an unknown mail is passed over', async () => {
    await fate(told({ eventType: 'Delivery', mail: { tags: { notice: ['nobody'] } } }))
    await fate(told({ Type: 'SubscriptionConfirmation' }))
  })
})
