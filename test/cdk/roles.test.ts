import { readFileSync } from 'node:fs'
import { describe, expect, inject, test } from 'vitest'
import { refusedBy, type Statement, type Wanted } from '../../cdk/local/rights.ts'
import { keys } from '../../functions/store/keys.ts'
import { systemScope } from '../../functions/store/system-scope.ts'
import { deleteItem, getItem, putItem, putItems, updateItem } from '../../functions/store/table.ts'
import { newCounty } from '../functions/store/county.ts'
import { asDoor, refusals } from '../roles/attributed.ts'
import { needless } from '../roles/roles.ts'

const { roles, notes } = inject('watched')
const table = 'Table.Arn'
const event = keys.event(systemScope(), 'suggestions', 'r1', 1)

describe('a door that runs in a test', () => {
  test('is refused what its role in the template does not allow, and the test that saw it fails', async () => {
    await newCounty()
    await expect(asDoor('fate', () => putItem({ pk: 'duban#P#p1', sk: 'A' }))).rejects.toThrow(
      'fate is not authorized to perform dynamodb:PutItem',
    )
    expect(refusals()).toHaveLength(1)
    expect(await putItem({ pk: 'duban#P#p1', sk: 'A' })).toBe(true)
    expect(await asDoor('fate', () => getItem({ pk: 'duban#P#p1', sk: 'A' }))).toBeDefined()
    expect(refusals()).toEqual([])
  })

  test.each(Object.keys(roles) as (keyof typeof roles & 'http')[])(
    '%s deletes, updates and overwrites in bulk no record and no event',
    async (door) => {
      const tries: (() => Promise<unknown>)[] = [
        () => updateItem(event, { set: { event: {} } }),
        ...(door === ('migrate' as string) ? [] : [() => deleteItem(event), () => putItems([event])]),
      ]
      for (const one of tries) await expect(asDoor(door, one)).rejects.toThrow('is not authorized to perform')
      expect(refusals()).toHaveLength(tries.length)
    },
  )

  test.each(['notify', 'post', 'watch', 'fate', 'bootstrap', 'migrate'] as const)(
    '%s, which writes no record, puts none there',
    async (door) => {
      await expect(asDoor(door, () => putItem(event))).rejects.toThrow('is not authorized to perform dynamodb:PutItem')
      expect(refusals()).toHaveLength(1)
    },
  )

  test('is noted with what it asked', async () => {
    await asDoor('watch', () => getItem({ pk: 'duban#PROOF#2026-03-02', sk: 'A' }))
    const noted = readFileSync(notes, 'utf8').split('\n')
    expect(noted).toContain(JSON.stringify({ door: 'watch', action: 'dynamodb:GetItem', resource: table, keys: ['PROOF'] }))
  })
})

describe('the statements of a role', () => {
  const allow = (Action: string[], Resource: string | string[]): Statement => ({ Effect: 'Allow', Action, Resource })
  const call = (action: string, resource = table): Wanted & { door: string } => ({ door: 'fate', action, resource })

  test('that no call needs are told, one by one', () => {
    const role = { fate: [allow(['dynamodb:GetItem', 'dynamodb:PutItem'], table), allow(['logs:PutLogEvents'], 'FateLog.Arn')] }
    expect(needless(role, [call('dynamodb:GetItem')])).toEqual(['fate may dynamodb:PutItem on Table.Arn, which no test needs'])
    expect(needless(role, [call('dynamodb:GetItem'), call('dynamodb:PutItem')])).toEqual([])
    expect(needless(role, [{ ...call('dynamodb:GetItem'), door: 'http' }, call('dynamodb:PutItem')])).toHaveLength(1)
  })

  test('that several doors have alike are needed by all when by one', () => {
    const same = [allow(['dynamodb:GetItem'], table)]
    expect(needless({ fate: same, http: same }, [call('dynamodb:GetItem')])).toEqual([])
    expect(needless({ fate: same, http: same }, [])).toEqual(['fate, http may dynamodb:GetItem on Table.Arn, which no test needs'])
  })

  test('of an index that one definition or another asks count as one', () => {
    const role = { fate: [allow(['dynamodb:Query'], [`${table}/index/g1-keys`, `${table}/index/g2-keys`])] }
    expect(needless(role, [call('dynamodb:Query', `${table}/index/g2-keys`)])).toEqual([])
    expect(needless(role, [call('dynamodb:Query')])).toHaveLength(1)
  })

  test('deny before they allow, and an unknown condition is an error', () => {
    const deny = {
      ...allow(['dynamodb:PutItem'], table),
      Effect: 'Deny',
      Condition: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': ['*#R#*'] } },
    }
    const role = [allow(['dynamodb:PutItem'], table), deny]
    const put = (...of: string[]) => [{ ...call('dynamodb:PutItem'), keys: of }]
    expect(refusedBy(role, put('guannan#P#p1'))).toBeUndefined()
    expect(refusedBy(role, put('guannan#P#p1', 'guannan#R#suggestions#r1'))).toMatchObject({ action: 'dynamodb:PutItem' })
    expect(() => refusedBy([{ ...deny, Condition: { StringEquals: { 'aws:userid': 'x' } } }], put('guannan#P#p1'))).toThrow(
      'does not know the condition',
    )
  })
})
