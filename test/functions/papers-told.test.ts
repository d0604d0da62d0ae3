import { beforeAll, describe, expect, test } from 'vitest'
import { tell } from '../../functions/mail/tell.ts'
import { readWhole } from '../../functions/store/records.ts'
import { systemScope } from '../../functions/store/system-scope.ts'
import { inbox } from '../platform.ts'
import type { Client } from './api-house.ts'
import { openRegister } from './sheets-house.ts'

const today = '2026-08-18'
let house: Awaited<ReturnType<typeof openRegister>>['house']
let county: Client
let ids: { [number: string]: string }

beforeAll(async () => {
  ;({ house, county, ids } = await openRegister(today))
})

/** Sends the urging letter of an item out, and takes its event from the stream; answers the mails that came of it, among those of other tests. */
async function sent(number: string, body: object, times = 1) {
  const before = (await inbox(house.parts.mail)).length
  const id = ids[number] as string
  expect((await county('POST', `/api/papers/suggestions/urging/${id}`, { body })).status).toBe(201)
  const event = (await readWhole(systemScope(), 'suggestions', id))?.events.at(-1)
  for (let time = 0; time < times; time += 1) await tell({ ledger: 'suggestions', id, event: event as never }, { now: new Date(), today })
  return (await inbox(house.parts.mail)).slice(before).filter((mail) => JSON.stringify(mail).includes(id))
}

describe('a paper that is sent out with a letter', () => {
  test('is told to whom it goes, once, by its number and where it is opened, and by nothing of what it says', async () => {
    const mails = await sent('2026-0002', { mail: true }, 2)
    expect(mails.map(({ destination }) => destination.to)).toEqual([['housing@duban.test']])
    const text = JSON.stringify(mails[0])
    expect(text).toContain('人大办函〔2026〕1号')
    expect(text).toContain(`/papers/suggestions/urging/${ids['2026-0002']}?edition=1`)
    expect(text).not.toMatch(/王五|没有水|docx/)
  })

  test('stands in the log of what was said, under a name of its own', async () => {
    const { body } = await county('GET', `/api/notices?record=${ids['2026-0002']}`)
    expect(JSON.stringify(body)).toContain('"paper"')
  })

  test('is told to nobody unless it is wished', async () => {
    expect(await sent('2026-0003', {})).toEqual([])
  })
})
