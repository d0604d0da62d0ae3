import { expect, test } from 'vitest'
import { deploy } from '../../cdk/local/deploy.ts'
import { guard } from '../../cdk/local/guard.ts'
import { partsHere } from '../parts-here.ts'
import { createTable } from '../platform.ts'

const places = { dynamo: '', people: '', files: '', mail: '', calls: '', origin: 'http://localhost:3000' }
const table = (name: string) => ({ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:dynamodb:local:000000000000:table/${name}`]] })

test('what the role of a function may not do is refused on this machine too', async () => {
  const { dynamo } = partsHere()
  const name = await createTable(dynamo)
  const Statement = [
    { Effect: 'Allow', Action: ['dynamodb:Query', 'dynamodb:PutItem'], Resource: [table(name), table(`${name}/index/g1-index`)] },
  ]
  const template = {
    Resources: {
      Reader: { Type: 'AWS::IAM::Role' },
      Rights: { Type: 'AWS::IAM::Policy', Properties: { Roles: [{ Ref: 'Reader' }], PolicyDocument: { Statement } } },
    },
  }
  const all = { ...places, dynamo }
  const watch = await guard(await deploy(template, all, {}), all)
  const call = async (action: string, body: object, role = 'arn:aws:iam:local:000000000000:Reader') => {
    const headers = {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDB_20120810.${action}`,
      authorization: 'AWS4-HMAC-SHA256 Credential=S3RVER/20260708/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
    }
    const answer = await fetch(watch.endpoint('dynamo', role), { method: 'POST', headers, body: JSON.stringify(body) })
    return (await answer.json()) as { __type?: string; message?: string; Count?: number }
  }
  const query = { KeyConditionExpression: 'pk = :k', ExpressionAttributeValues: { ':k': { S: 'x' } }, TableName: name }
  const other = { Key: { pk: { S: 'x' }, sk: { S: 'A' } }, TableName: name }
  expect(await call('Query', query)).toMatchObject({ Count: 0 })
  expect((await call('Scan', { TableName: name })).message).toMatch(/Reader is not authorized to perform dynamodb:Scan/)
  expect((await call('Query', { ...query, IndexName: 'g2-index' })).message).toMatch(/g2-index/)
  expect((await call('TransactWriteItems', { TransactItems: [{ Put: other }, { Delete: other }] })).message).toMatch(/dynamodb:DeleteItem/)
  expect((await call('Query', query, 'arn:aws:iam:local:000000000000:Nobody')).message).toMatch(/Nobody is not authorized/)
  watch.stop()
})
