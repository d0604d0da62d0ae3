import { RootConstruct } from 'constructs'
import { expect, test } from 'vitest'
import { settingsOf } from '../../cdk/settings.ts'

const read = (context: Record<string, string>) => {
  const { node } = new RootConstruct()
  for (const [name, value] of Object.entries(context)) node.setContext(name, value)
  return settingsOf(node)
}
const prod = {
  stage: 'prod',
  mailFrom: 'duban@example.cn',
  alarmsTo: 'it@example.cn',
  domain: 'duban.example.cn',
  certificate: 'arn:aws:acm:us-east-1:1:certificate/1',
}

test('a stage that people rely on is deployed with all that it needs', () => {
  expect(read(prod)).toMatchObject({ stage: 'prod', mailIdentity: 'create', protected: false })
})

test.each([
  ['mailFrom', 'needs -c mailFrom=ADDRESS'],
  ['alarmsTo', 'needs -c alarmsTo=ADDRESS'],
  ['domain', 'needs -c domain=NAME'],
  ['certificate', 'a certificate in us-east-1'],
])('and not without %s', (name, sentence) => {
  expect(() => read(Object.fromEntries(Object.entries(prod).filter(([key]) => key !== name)))).toThrow(sentence)
})

test('a certificate of another region is none for CloudFront', () => {
  expect(() => read({ ...prod, certificate: 'arn:aws:acm:cn-north-1:1:certificate/1' })).toThrow('us-east-1')
})

test('with a web server of its own a county needs no certificate of ours', () => {
  const { certificate, ...rest } = prod
  expect(read({ ...rest, front: 'own' })).toMatchObject({ front: 'own', stage: 'prod' })
})

test('everything that is missing is said at once', () => {
  for (const name of ['mailFrom', 'alarmsTo', 'domain', 'certificate']) expect(() => read({ stage: 'prod' })).toThrow(name)
})

test.each([
  [{ mailIdentity: 'new' }, 'mailIdentity is create or existing'],
  [{ mailDriver: 'pigeon' }, 'mailDriver is ses or smtp'],
  [{ front: 'own' }, 'front own needs -c domain=NAME'],
  [{ rateLimit: 'few' }, 'rateLimit is how often'],
  [{ webAcl: 'arn:aws:wafv2:cn-north-1:1:global/webacl/a/1' }, 'in us-east-1'],
  [{ identity: 'trust' }, 'identity is cognito or own'],
  [{ mailDriver: 'smtp' }, 'needs smtpSecret'],
  [{ table: 'duban-restored' }, '-c table=NAME -c tableStream=ARN'],
  [{ frontSecret: 'new' }, 'frontSecret is 1, and one more'],
  [{ protected: 'perhaps' }, 'protected is no or yes'],
])('%j is refused in a sentence', (context, sentence) => {
  expect(() => read(context)).toThrow(sentence)
})
