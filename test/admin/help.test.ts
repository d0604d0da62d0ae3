import { expect, test } from 'vitest'
import { HttpError } from '../../admin/problem.ts'
import { faultsOf } from '../../admin/sign/sentence.ts'
import { actZh } from '../../admin/words/act.ts'
import { helpWords, isFor } from '../../admin/words/help.ts'
import { panelZh } from '../../admin/words/panel.ts'

test('the help of a unit or a deputy tells of nothing that only a congress office does', () => {
  for (const kind of ['unit', 'deputy']) {
    const read = helpWords.zh.sections.filter(isFor(kind)).flatMap(({ title, lines }) => [title, ...lines])
    expect(read.length).toBeGreaterThan(20)
    expect(read.filter((line) => /导入(?!可)|催办 n 个|点“交办/.test(line))).toEqual([])
    expect(helpWords.en.sections.filter(isFor(kind))).toHaveLength(helpWords.zh.sections.filter(isFor(kind)).length)
  }
  for (const kind of ['county', 'township']) expect(helpWords.zh.sections.every(isFor(kind))).toBe(true)
})

test('a form that marks no field says what is wrong with each answer, not only that something is', () => {
  const words = { ...panelZh, ...actZh } as Parameters<typeof faultsOf>[1]
  const faults = [{ path: 'email', message: '邮箱的写法不对。' }]
  expect(faultsOf(new HttpError('填写的内容有误。', 422, { status: 422, faults }), words)).toBe('邮箱的写法不对。')
  expect(faultsOf(new HttpError('邮箱或密码不对。', 401), words)).toBe('邮箱或密码不对。')
})
