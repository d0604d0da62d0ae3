import { appendFileSync, copyFileSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AdminCreateUserCommand, AdminGetUserCommand, CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses'
import { createPresignedPost } from '@aws-sdk/s3-presigned-post'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { expect, test } from 'vitest'
import { inbox, startMail } from '../../cdk/local/mail.ts'
import { startPeople } from '../../cdk/local/people.ts'
import { partsHere } from '../parts-here.ts'
import { createBucket, createPool, createTable, local } from '../platform.ts'

const { dynamo, people, files } = partsHere()
const s3 = new S3Client({ endpoint: files, forcePathStyle: true, ...local })
const HOUR = 3600
const hourAgo = new Date(Date.now() - HOUR * 1000)

test('a throw-away table, pool and bucket can be had by name', async () => {
  expect(await createTable(dynamo)).toMatch(/^t-/)
  expect(await createBucket(files)).toMatch(/^b-/)
  const { poolId, clientId } = await createPool(people)
  expect(poolId).toMatch(/_/)
  expect(clientId).not.toBe('')
})

test('a stored file is read with a signed address only, and only while it lasts', async () => {
  const Bucket = await createBucket(files)
  await s3.send(new PutObjectCommand({ Bucket, Key: '附件 1.txt', Body: '内容', ContentType: 'text/plain' }))
  const lasting = (expiresIn: number, signingDate: Date) =>
    getSignedUrl(s3, new GetObjectCommand({ Bucket, Key: '附件 1.txt' }), { expiresIn, signingDate })
  const address = await lasting(2 * HOUR, hourAgo)
  expect(await fetch(address).then((answer) => answer.text())).toBe('内容')
  expect(await fetch(address.replace(/Signature=.{8}/, 'Signature=00000000')).then((answer) => answer.status)).toBe(403)
  expect(await fetch(address.split('?')[0] ?? '').then((answer) => answer.status)).toBe(403)
  expect(await fetch(await lasting(HOUR - 60, hourAgo)).then((answer) => answer.status)).toBe(403)
})

test('a form upload is held to the size and the key that were signed', async () => {
  const Bucket = await createBucket(files)
  const signed = await createPresignedPost(s3, {
    Bucket,
    Key: 'a/b.pdf',
    Conditions: [['content-length-range', 1, 10]],
    Fields: { 'Content-Type': 'application/pdf' },
    Expires: 60,
  })
  const send = async (content: string, change: Record<string, string> = {}) => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ ...signed.fields, ...change })) form.append(name, value)
    form.append('file', new Blob([content]), 'b.pdf')
    return (await fetch(signed.url, { method: 'POST', body: form })).status
  }
  expect(await send('12345678901')).toBe(400)
  expect(await send('12345', { key: 'c/d.pdf' })).toBe(403)
  expect(await send('12345', { 'Content-Type': 'text/html' })).toBe(403)
  expect(await send('12345', { 'X-Amz-Signature': '0'.repeat(64) })).toBe(403)
  expect(await send('12345')).toBe(204)
  const stored = await s3.send(new GetObjectCommand({ Bucket, Key: 'a/b.pdf' }))
  expect(await stored.Body?.transformToString()).toBe('12345')
  expect(stored.ContentType).toBe('application/pdf')
})

test('accounts opened many at once are all there after a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'people-'))
  const before = await startPeople(folder)
  const { poolId: UserPoolId } = await createPool(before.endpoint)
  const emails = Array.from({ length: 30 }, (_, at) => `p${at}@duban.test`)
  const cognito = new CognitoIdentityProviderClient({ endpoint: before.endpoint, ...local })
  await Promise.all(emails.map((Username) => cognito.send(new AdminCreateUserCommand({ UserPoolId, Username, MessageAction: 'SUPPRESS' }))))
  await before.stop()
  const after = await startPeople(folder)
  const again = new CognitoIdentityProviderClient({ endpoint: after.endpoint, ...local })
  const found = await Promise.all(emails.map((Username) => again.send(new AdminGetUserCommand({ UserPoolId, Username }))))
  expect(found.every(({ UserCreateDate }) => UserCreateDate instanceof Date)).toBe(true)
  await after.stop()
})

test('a mail that was taken is in the inbox, though the process died at once; the list of an earlier release and a line cut off open too', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'mail-')), 'mail.json')
  writeFileSync(
    file,
    JSON.stringify([{ messageId: 'old', at: 1, from: 'a', destination: { to: ['old@duban.test'] }, subject: '', body: {} }]),
  )
  const before = await startMail(0, file, ['duban.test'])
  const ses = new SESClient({ endpoint: before.endpoint, ...local })
  const Message = { Subject: { Data: 'x' }, Body: { Text: { Data: 'x' } } }
  await ses.send(new SendEmailCommand({ Source: 'duban@duban.test', Destination: { ToAddresses: ['water@duban.test'] }, Message }))
  // As it lies there at this moment.
  const left = `${file}.left`
  copyFileSync(file, left)
  appendFileSync(left, '{"messageId":"cut of')
  const after = await startMail(0, left, ['duban.test'])
  expect((await inbox(after.endpoint)).map(({ destination }) => destination.to[0])).toEqual(['old@duban.test', 'water@duban.test'])
  await Promise.all([before.stop(), after.stop()])
})
