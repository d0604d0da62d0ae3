import { expect, test } from 'vitest'
import { deputyMatches } from '../../admin/fields/names.tsx'
import { deputyPage, registerOf } from '../../admin/fields/register.ts'
import type { Office } from '../../shared/world.ts'

const say = (zh: string) => ({ zh, en: zh })
const offices: Office[] = [
  { kind: 'township', id: 'xinan', name: say('新安镇') },
  { kind: 'township', id: 'tanggou', name: say('汤沟镇') },
  { kind: 'deputy', id: 'd1', name: say('张三'), township: 'xinan' },
  { kind: 'deputy', id: 'd2', name: say('李四'), township: 'xinan', closed: true },
]

test('deputies are known by their accounts and by their files, each name once', () => {
  const files = [
    { name: '张三', township: 'tanggou' },
    { name: '王五', township: 'tanggou' },
    { name: '王五', township: 'xinan' },
    { name: '赵六', township: null, paused: say('暂停执行职务') },
  ]
  expect(registerOf(offices, files, 'zh')).toEqual([
    { name: '张三', townships: ['xinan', 'tanggou'], place: '新安镇、汤沟镇', account: true },
    { name: '王五', townships: ['tanggou', 'xinan'], place: '汤沟镇、新安镇', account: false },
    { name: '赵六', townships: [], place: '', account: false, paused: '暂停执行职务' },
  ])
  // One of two acts on.
  const paused = [{ name: '张三', township: 'xinan', paused: say('暂停执行职务') }]
  expect(registerOf(offices, paused, 'zh')[0]).toMatchObject({ name: '张三', paused: '暂停执行职务' })
  expect(registerOf(offices, [...paused, { name: '张三', township: 'tanggou' }], 'zh')[0]).not.toHaveProperty('paused')
})

test('his page is opened by his account, else from his file', () => {
  const opened = (name: string, isFile: boolean, township: string | null = 'xinan') => deputyPage(offices, { township }, isFile, name)
  const [own, other] = ['/offices/deputy/d1', `/offices/deputy/${encodeURIComponent('张三')}?township=tanggou`]
  expect([opened('张三', false), opened('张三', true), opened('张三', false, null)]).toEqual([own, own, own])
  // Another of that name stands for another township.
  expect([opened('张三', false, 'tanggou'), opened('张三', true, 'tanggou')]).toEqual([undefined, other])
  expect([opened('李四', false), opened('王 五', true, null)]).toEqual([undefined, '/offices/deputy/%E7%8E%8B%20%E4%BA%94'])
})

test.each(['王', 'ww', '汤沟', ' '])('and found by %j', (typed) => {
  expect(deputyMatches({ name: '王五', place: '汤沟镇' }, typed)).toBe(true)
  expect(deputyMatches({ name: '王五', place: '汤沟镇' }, 'zs')).toBe(false)
})
