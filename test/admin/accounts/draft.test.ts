import { expect, it } from 'vitest'
import { bodyOf } from '../../../admin/accounts/useDraft.ts'
import { accountWords } from '../../../admin/words/accounts.ts'
import type { Post } from '../../../shared/post.ts'

const office = { id: 'water', kind: 'unit' as const, name: { zh: '水利局', en: 'Water' } }

const posts: Post[] = ['leader', 'head']
const draft = { name: ' 张三 ', email: ' Zhang@duban.test ', office, role: 'liaison' as const, posts, phone: '', desks: '' }

it('a changed address is sent with the rest', () => {
  expect(bodyOf(draft)).toEqual({
    name: '张三',
    email: 'Zhang@duban.test',
    role: 'liaison',
    office: { kind: 'unit', id: 'water' },
    posts: ['leader', 'head'],
  })
})

it('posts are sent where there are any: not of a deputy, not of a county leader', () => {
  const deputy = { ...office, id: 'deputy1', kind: 'deputy' as const }
  const county = { ...office, id: 'county', kind: 'county' as const }
  expect(bodyOf({ ...draft, office: deputy, role: 'deputy' })).not.toHaveProperty('posts')
  expect(bodyOf({ ...draft, office: county, role: 'leader' })).not.toHaveProperty('posts')
  expect(bodyOf({ ...draft, office: county, role: 'county' })).toHaveProperty('posts')
})

it('who meets an address that takes no mail is told to correct it', () => {
  expect(accountWords.zh.one.bounced).toContain(`“${accountWords.zh.one.edit}”`)
  expect(accountWords.en.one.bounced).toContain(`“${accountWords.en.one.edit}”`)
})
