import { expect, it } from 'vitest'
import { bodyOf } from '../../../admin/accounts/useDraft.ts'
import { accountWords } from '../../../admin/words/accounts.ts'

const office = { id: 'water', kind: 'unit' as const, name: { zh: '水利局', en: 'Water' } }

it('a changed address is sent with the rest', () => {
  const draft = { name: ' 张三 ', email: ' Zhang@duban.test ', office, role: 'liaison' as const, phone: '', desks: '' }
  expect(bodyOf(draft)).toEqual({ name: '张三', email: 'Zhang@duban.test', role: 'liaison', office: { kind: 'unit', id: 'water' } })
})

it('who meets an address that takes no mail is told to correct it', () => {
  expect(accountWords.zh.one.bounced).toContain(`“${accountWords.zh.one.edit}”`)
  expect(accountWords.en.one.bounced).toContain(`“${accountWords.en.one.edit}”`)
})
