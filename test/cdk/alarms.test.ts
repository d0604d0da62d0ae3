import { describe, expect, test } from 'vitest'
import { names } from '../../cdk/bundles.ts'
import { resources, synthesised } from './template.ts'

type Dimension = { Name: string; Value: { Ref?: string } | string }
type Declared = {
  AlarmDescription: string
  Namespace: string
  MetricName: string
  Dimensions?: Dimension[]
  Statistic: 'Sum' | 'Maximum'
  Threshold: number
  EvaluationPeriods: number
  ComparisonOperator: string
  TreatMissingData: 'notBreaching' | 'missing'
  InsufficientDataActions?: unknown[]
}
const template = synthesised()
const alarms = resources<Declared>(template, 'AWS::CloudWatch::Alarm')

/** What was measured in one period: by metric and the thing it belongs to, the data that came. */
type Measured = Record<string, number[]>
const about = ({ MetricName, Dimensions = [] }: Declared) => {
  const [whose] = Dimensions.map(({ Value }) => (typeof Value === 'string' ? Value : (Value.Ref ?? ''))).filter((one) => one)
  return `${MetricName}/${(whose ?? '').replace(/[0-9A-F]{8}$/, '')}`
}

type State = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA'

/** The state of an alarm after each period of what was measured, as CloudWatch judges it by the alarm's own definition; a new one begins without data. */
function states(alarm: Declared, periods: Measured[]): State[] {
  expect(alarm.EvaluationPeriods).toBe(1)
  return ['INSUFFICIENT_DATA', ...periods.map((measured) => judged(alarm, measured[about(alarm)] ?? []))]
}

function judged(alarm: Declared, data: number[]): State {
  if (data.length === 0) return alarm.TreatMissingData === 'missing' ? 'INSUFFICIENT_DATA' : 'OK'
  const value = alarm.Statistic === 'Sum' ? data.reduce((sum, one) => sum + one, 0) : Math.max(...data)
  if (alarm.ComparisonOperator !== 'GreaterThanOrEqualToThreshold') throw new Error(`unknown comparison ${alarm.ComparisonOperator}`)
  return value >= alarm.Threshold ? 'ALARM' : 'OK'
}

/** In which periods somebody is called: where the state changes to one that has an action. */
function calls(alarm: Declared, ...periods: Measured[]): number[] {
  const all = states(alarm, periods)
  const acts = (state: State | undefined) =>
    state === 'ALARM' || (state === 'INSUFFICIENT_DATA' && alarm.InsufficientDataActions !== undefined)
  return all.flatMap((state, at) => (at > 0 && state !== all[at - 1] && acts(state) ? [at] : []))
}

/** Whether somebody is called when this is measured after a good period. */
function rings(alarm: Declared, measured: Measured): boolean {
  return calls(alarm, good, measured).includes(2)
}
const ringing = (measured: Measured) =>
  alarms
    .filter(([, alarm]) => rings(alarm, measured))
    .map(([, { AlarmDescription }]) => AlarmDescription)
    .sort()

const silence = 'The daily reminders did not run today, or nothing runs by the clock any more'
const doors = names.map((name) => name.charAt(0).toUpperCase() + name.slice(1))
/** A good day: the doors that ran measured no failure; those that did not run measured nothing. */
const good: Measured = { 'MorningMissed/': [0, 0, 0], 'Errors/Http': [0, 0], 'Throttles/Http': [0], 'IteratorAge/Notify': [120] }
const queue = alarms.map(([, alarm]) => about(alarm)).find((one) => one.startsWith('ApproximateNumberOfMessagesVisible')) ?? ''
const api = alarms.map(([, alarm]) => about(alarm)).find((one) => one.startsWith('5xx')) ?? ''

describe('the alarms', () => {
  test('rest on a good day', () => {
    expect(ringing(good)).toEqual([])
    expect(ringing({ ...good, [queue]: [0], [api]: [0, 0] })).toEqual([])
  })

  test.each(doors)('one rings when %s fails though nothing else ran, one when it is held back, and each rests again', (door) => {
    const silent: Measured = { 'MorningMissed/': [0, 0, 0] }
    const name = names[doors.indexOf(door)]
    expect(ringing({ ...silent, [`Errors/${door}`]: [0, 1, 0] })).toEqual([`The function ${name} failed`])
    expect(ringing({ ...silent, [`Throttles/${door}`]: [1] })).toEqual([`The function ${name} was held back`])
    expect(ringing({ ...silent, [`Errors/${door}`]: [0], [`Throttles/${door}`]: [0] })).toEqual([])
  })

  test('ring for a 5xx, a dead letter, mail that lags, and a day without a completed run', () => {
    expect(ringing({ ...good, [api]: [1] })).toEqual(['The API answered 5xx'])
    expect(ringing({ ...good, [queue]: [0, 1] })).toEqual(['An event, or a run that nobody waits for, could not be taken'])
    expect(ringing({ ...good, 'IteratorAge/Notify': [10, 4_000_000] })).toEqual(['Mails about events lag by more than an hour'])
    expect(ringing({ ...good, 'failed/': [0, 2] })).toEqual(['Reminders could not be sent'])
    expect(ringing({ ...good, 'Reputation.BounceRate/': [0.01, 0.05] })).toEqual(['Too many mails come back'])
    expect(ringing({ ...good, 'Reputation.ComplaintRate/': [0.001] })).toEqual(['Too many recipients complain'])
    expect(ringing({ ...good, 'failed/': [0], 'Reputation.BounceRate/': [0.01], 'Reputation.ComplaintRate/': [0] })).toEqual([])
    expect(ringing({ ...good, 'MorningMissed/': [0, 1, 1] })).toEqual([silence])
    expect(ringing({ ...good, 'MorningMissed/': [] })).toEqual([silence])
  })

  test('call nobody on the first day: neither before anything runs, nor when it begins to', () => {
    for (const [, alarm] of alarms) expect(calls(alarm, {}, {}, good, good), alarm.AlarmDescription).toEqual([])
  })

  test('call once for a morning that was missed, and again when another is', () => {
    const [, morning] = alarms.find(([, { AlarmDescription }]) => AlarmDescription === silence) as [string, Declared]
    const missed = { ...good, 'MorningMissed/': [1, 1, 1] }
    expect(calls(morning, good, missed, missed, good, missed, good)).toEqual([2, 5])
    expect(calls(morning, good, {}, {}, good)).toEqual([2])
  })

  test('are each rung by something in this file', () => {
    const mails = ['failed/', 'Reputation.BounceRate/', 'Reputation.ComplaintRate/']
    const known = [
      queue,
      api,
      'IteratorAge/Notify',
      'MorningMissed/',
      ...mails,
      ...doors.flatMap((door) => [`Errors/${door}`, `Throttles/${door}`]),
    ]
    expect(alarms.map(([, alarm]) => about(alarm)).sort()).toEqual(known.sort())
  })
})

test('runs that nobody waits for end in the dead letters when they fail', () => {
  type Invoked = { FunctionName: { Ref: string }; DestinationConfig: { OnFailure: { Destination: unknown } } }
  const configured = resources<Invoked>(template, 'AWS::Lambda::EventInvokeConfig')
  const [[letters]] = resources(template, 'AWS::SQS::Queue') as [[string, unknown]]
  for (const [, { DestinationConfig }] of configured) expect(JSON.stringify(DestinationConfig.OnFailure.Destination)).toContain(letters)
  const who = configured.map(([, { FunctionName }]) => FunctionName.Ref.replace(/[0-9A-F]{8}$/, ''))
  type Target = { Target: { Arn: { 'Fn::GetAtt': [string, string] } } }
  const scheduled = resources<Target>(template, 'AWS::Scheduler::Schedule').map(([, { Target }]) => Target.Arn['Fn::GetAtt'][0])
  type Subscribed = { Protocol: string; Endpoint: { 'Fn::GetAtt': [string, string] } }
  const subscribed = resources<Subscribed>(template, 'AWS::SNS::Subscription').map(([, { Endpoint }]) => Endpoint['Fn::GetAtt'][0])
  const asked = [...new Set([...scheduled, ...subscribed])].map((id) => id.replace(/[0-9A-F]{8}$/, ''))
  expect(who).toEqual(expect.arrayContaining(asked))
})
