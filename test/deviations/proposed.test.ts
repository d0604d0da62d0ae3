import { beforeAll, describe, expect, test } from 'vitest'
import { handler as remind } from '../../functions/remind.ts'
import { openTown } from './town.ts'

let town: Awaited<ReturnType<typeof openTown>>
beforeAll(async () => {
  town = await openTown('2026-03-02')
})

describe('what residents proposed', () => {
  test('and was left out is in no rate, and the deputy who brought it hears so the morning after', async () => {
    const opinion = await town.born('xinan', 'public-opinions', { matter: '建公共浴室', deputy: ['张桂兰'] })
    await town.play('public-opinions', opinion, { by: 'xinan', take: 'propose' })
    const { refs } = (await town.read('xinan', 'public-opinions', opinion)).body as { refs?: { ledger: string; id: string }[] }
    const id = refs?.find(({ ledger }) => ledger === 'livelihood-projects')?.id ?? ''
    const dropped = await town.play(
      'livelihood-projects',
      id,
      { by: 'xinan', take: 'screen' },
      { by: 'xinan', take: 'remove', given: { reason: '镇人大决定不列入' } },
    )
    expect([dropped.state, dropped.duties?.filter(({ state }) => state === 'open')]).toEqual(['notSelected', []])
    const { total } = (await town.who('county')('GET', '/api/figures/livelihood-projects')).body
    expect(total).toMatchObject({ ended: 1, records: 0, rates: { finished: null, satisfied: null } })
    await town.tell('livelihood-projects', id)
    expect((await town.mailsTo('deputy1')).filter((mail) => mail.includes('建公共浴室'))).toEqual([])
    await remind({ date: '2026-03-03' })
    const [letter, ...more] = (await town.mailsTo('deputy1')).filter((mail) => mail.includes('建公共浴室'))
    expect([letter?.includes('不列入候选'), more]).toEqual([true, []])
    const seen = await town.read('deputy1', 'livelihood-projects', id)
    expect([seen.status, seen.body.state]).toEqual([200, 'notSelected'])
  })
})
