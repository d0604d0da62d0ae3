import { beforeEach, expect, test } from 'vitest'
import { definitions } from '../../../functions/catalogue.ts'
import { verify } from '../../../functions/keeping/verify.ts'
import { readFollowers } from '../../../functions/store/followers.ts'
import { keys } from '../../../functions/store/keys.ts'
import { systemScope } from '../../../functions/store/system-scope.ts'
import { deleteItem, getItem, type Item, putItem, updateItem } from '../../../functions/store/table.ts'
import type { LedgerRecord } from '../../../shared/record.ts'
import { newCounty, projected, suggestion } from '../store/county.ts'

const scope = systemScope()
let record: LedgerRecord
const looked = async () => {
  const ledgers = new Map((await definitions(scope)).map(({ ledger }) => [ledger.key, ledger]))
  return (await verify(scope, ledgers)).faults.map(({ kind, says }) => `${kind}: ${says}`)
}
const stored = () => keys.record(scope, 'suggestions', record.id)
const rewrite = async (change: (record: LedgerRecord) => Partial<LedgerRecord>) => {
  const item = (await getItem<Item & { record: LedgerRecord }>(stored())) as Item & { record: LedgerRecord }
  await putItem({ ...item, record: { ...item.record, ...change(item.record) } })
}

beforeEach(async () => {
  await newCounty()
  record = await suggestion('xinan', '修路', 'assigned')
  await suggestion('bailu', '修桥', 'registered')
  await projected()
})

test('a county in which all holds has no fault', async () => {
  expect(await looked()).toEqual([])
})

test('an event that was changed, or is missing, breaks its chain', async () => {
  const event = keys.event(scope, 'suggestions', record.id, 2)
  const item = (await getItem(event)) as Item & { event: object }
  await putItem({ ...item, event: { ...item.event, on: '2026-03-01' } })
  expect(await looked()).toEqual(['chain: event 2 was changed, or does not follow the one before'])
  await deleteItem(event)
  expect((await looked()).join()).toMatch(/^chain: event 3 was changed.*holds 3 events at version 4/)
})

test('a record that says otherwise than its events is told, and so are its duties', async () => {
  await rewrite(({ data }) => ({ data: { ...data, title: '修桥' } }))
  expect(await looked()).toContain('record: its title is not what its events say')
  await rewrite(({ data, duties }) => ({
    data: { ...data, title: '修路' },
    duties: duties.map((duty) => (duty.key === 'reply' ? { ...duty, dueOn: '2027-01-01' } : duty)),
  }))
  expect((await looked()).join()).toContain('duties: the duty reply is due on 2027-01-01, by its events on 2026-06-02')
})

test('a list, a counter or a row of figures that says otherwise than the records is told', async () => {
  await updateItem({ pk: 'duban#N#all', sk: 'x' }, { set: { n: 3 } })
  await putItem({ pk: `duban#L#suggestions#unit:water`, sk: '2026-03-02T00:00:00.000Z#r0', g6sk: 'x' })
  await deleteItem(keys.number(scope, 'suggestions', record.number as string))
  const faults = await looked()
  expect(faults).toEqual(
    expect.arrayContaining(['counters: n is 3, counted 0', 'lists: stands there, and no record says so', 'lists: is missing']),
  )
  expect(faults).toHaveLength(3)
})

test('a record that follows another is told where that one has no note of it', async () => {
  const children = await readFollowers(scope, record)
  expect(children).toHaveLength(1)
  await deleteItem(keys.followers(keys.kin(scope, 'suggestions', record.id)))
  expect(await looked()).toEqual(['lists: is not noted by the record that it follows; migrating from form 4 again notes it'])
})

test('a number that was given and is borne by no record is told', async () => {
  const [ledger] = (await definitions(scope)).filter(({ ledger }) => ledger.key === 'suggestions')
  expect(ledger?.ledger.number).toBeDefined()
  const sequences = await import('../../../functions/store/scan.ts').then(async ({ everything, kindOf }) => {
    const all: Item[] = []
    for await (const item of everything(scope)) if (kindOf(item) === 'SEQ') all.push(item)
    return all
  })
  await updateItem(sequences[0] as Item, { set: { n: 3 } })
  expect((await looked()).join()).toMatch(/^numbers: \S+3 was given and is borne by no record$/)
})

test('a reminder that was sent twice to one person about one duty is told', async () => {
  const notice = {
    state: 'sent',
    to: 'a@duban.test',
    record: { id: record.id },
    duty: 'd1',
    rule: 'w1',
    on: '2026-03-03',
    letter: '2026-03-03',
  }
  for (const id of ['n1', 'n2']) await putItem({ pk: `duban#NOTICE#${id}`, sk: 'A', id, ...notice })
  expect(await looked()).toEqual(['notices: was sent 2 times'])
})
