import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { definitions } from '../../../functions/catalogue.ts'
import { backup } from '../../../functions/keeping/backup.ts'
import { restore } from '../../../functions/keeping/restore.ts'
import { verify } from '../../../functions/keeping/verify.ts'
import { systemScope } from '../../../functions/store/system-scope.ts'
import { partsHere } from '../../parts-here.ts'
import { createBucket, createTable } from '../../platform.ts'
import { openHouse, uploaded } from '../api-house.ts'
import { projected } from '../store/county.ts'

const inForce = async () => new Map((await definitions(systemScope())).map(({ ledger }) => [ledger.key, ledger]))
test('what a county has stored is kept in a copy, and comes back from it whole: counts and hashes are the same', async () => {
  const house = await openHouse(undefined, undefined, {}, 'own')
  const [county, xinan] = [await house.as('county'), await house.as('xinan')]
  const file = await xinan('POST', '/api/files', { body: { name: '照片.pdf', type: 'application/pdf', size: 5 } })
  await uploaded(file, Buffer.from('%PDF-'))
  const data = { title: '修路', body: '请修路', deputies: ['张桂兰'], files: [file.body.id] }
  let record = await xinan('POST', '/api/records/suggestions', { body: { data } })
  for (const [who, transition, given] of [
    [xinan, 'submit', {}],
    [county, 'register', {}],
    [county, 'assign', { lead: 'water', co: ['housing'] }],
  ] as const) {
    const headers = { 'if-match': `"${record.body.version}"` }
    record = await who('POST', `/api/records/suggestions/${record.body.id}/events`, { headers, body: { transition, given } })
    expect(record.status, record.text).toBe(200)
  }
  await xinan('POST', '/api/records/suggestions', { body: { data: { title: '修桥', body: '请修桥' } } })
  await projected()
  const [first, second] = [mkdtempSync(join(tmpdir(), 'copy-')), mkdtempSync(join(tmpdir(), 'copy-'))]
  const scope = systemScope()
  const kept = await backup(scope, first, new Date())
  expect(kept).toMatchObject({ attached: 1, ledgers: { suggestions: 2 } })
  expect(gunzipSync(readFileSync(join(first, 'items.jsonl.gz'))).toString()).not.toMatch(/#(S|CREDENTIAL|LINK|PASSWORD|TRIES|IDEM)#/)
  await expect(restore(scope, first, { identity: null, definitions: inForce })).rejects.toThrow('already holds records')
  Object.assign(process.env, { TABLE: await createTable(partsHere().dynamo), BUCKET: await createBucket(partsHere().files) })
  const back = await restore(scope, first, { identity: null, definitions: inForce })
  expect(back).toMatchObject({ records: kept.records, attached: 1 })
  expect(await verify(scope, await inForce())).toMatchObject({ records: kept.records, events: kept.events, underway: 0, faults: [] })
  expect(await backup(scope, second, new Date())).toMatchObject({ ...kept, made: expect.any(String), files: expect.any(Object) })
  writeFileSync(join(first, 'items.jsonl.gz'), 'torn')
  Object.assign(process.env, { TABLE: await createTable(partsHere().dynamo) })
  await expect(restore(scope, first, { identity: null, definitions: inForce })).rejects.toThrow(
    'items.jsonl.gz is not what the manifest says',
  )
})
