import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { deploy } from '../../cdk/local/deploy.ts'
import { passes } from '../../cdk/local/filter.ts'
import { freePort } from '../../cdk/local/ports.ts'
import { resolve } from '../../cdk/local/resolve.ts'

const places = { dynamo: '', people: '', files: '', mail: '', calls: '', origin: 'http://localhost:3000' }

test('a type that this machine does not know is an error, not a skip', async () => {
  const template = { Resources: { Topic: { Type: 'AWS::SNS::Topic' }, Step: { Type: 'AWS::StepFunctions::StateMachine' } } }
  await expect(deploy(template, places, {})).rejects.toThrow('This machine does not know AWS::StepFunctions::StateMachine')
})

test('an attribute that this machine does not know is an error', async () => {
  const template = {
    Resources: {
      Topic: { Type: 'AWS::SNS::Topic' },
      Sender: { Type: 'AWS::SES::EmailIdentity', Properties: { EmailIdentity: { 'Fn::GetAtt': ['Topic', 'Owner'] } } },
    },
  }
  await expect(deploy(template, places, {})).rejects.toThrow("This machine does not know AWS::SNS::Topic's Owner")
})

test('references are worked out wherever they stand', async () => {
  const values = { ref: async (id: string) => `<${id}>`, attribute: async (id: string, name: string) => `<${id}.${name}>` }
  const given = {
    a: { Ref: 'Table' },
    b: [{ 'Fn::Join': ['/', ['x', { 'Fn::GetAtt': ['Table', 'Arn'] }]] }],
    c: { 'Fn::Sub': 'arn:${AWS::Partition}:${Table}:${Table.Arn}' },
    d: { 'Fn::Select': [2, { 'Fn::Split': ['/', 'https://host'] }] },
  }
  expect(await resolve(given, values)).toEqual({ a: '<Table>', b: ['x/<Table.Arn>'], c: 'arn:aws:<Table>:<Table.Arn>', d: 'host' })
  await expect(resolve({ 'Fn::ImportValue': 'x' }, values)).rejects.toThrow('does not know Fn::ImportValue')
})

test('a filter passes what Lambda would pass', () => {
  const event = { eventName: 'INSERT', dynamodb: { Keys: { pk: { S: 'guannan#R#1' } } } }
  expect(passes(event, [])).toBe(true)
  expect(passes(event, [{ eventName: ['INSERT', 'MODIFY'], dynamodb: { Keys: { pk: { S: [{ prefix: 'guannan#R#' }] } } } }])).toBe(true)
  expect(passes(event, [{ eventName: ['MODIFY'] }, { dynamodb: { NewImage: [{ exists: false }] } }])).toBe(true)
  expect(passes(event, [{ dynamodb: { Keys: { sk: { S: ['A'] } } } }])).toBe(false)
  expect(() => passes(event, [JSON.parse('{"eventName":[{"numeric":["=",1]}]}')])).toThrow('does not know the filter')
})

test('a folder is refused while another copy runs on it, not for a number that something else bears by now', async () => {
  const data = mkdtempSync(join(tmpdir(), 'duban-'))
  const begun = async (pid: number | undefined) => {
    writeFileSync(join(data, 'running'), String(pid))
    const env = { ...process.env, DUBAN_DATA: data, PORT: String(await freePort()), MAIL_PORT: String(await freePort()) }
    const child = spawn(process.execPath, ['cdk/local.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    const said = await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data')])
    child.kill('SIGTERM')
    await once(child, 'exit')
    return String(said)
  }
  const copy = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', 'cdk/local.ts'])
  expect(await begun(copy.pid)).toContain(`Another copy (process ${copy.pid})`)
  copy.kill()
  expect(await begun(process.pid)).toContain('Starting')
  rmSync(data, { recursive: true, force: true })
})
