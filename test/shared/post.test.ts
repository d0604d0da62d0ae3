import { expect, test } from 'vitest'
import { holding, posts, postsOf } from '../../shared/post.ts'
import { fc, holds } from '../property.ts'

const person = fc.record({ posts: fc.subarray([...posts]) })

test('a post reaches those who hold it, else the next lower one, and says so; nobody is passed over while the office has anybody', async () => {
  await holds([fc.constantFrom(...posts), fc.array(person, { maxLength: 4 })], (post, people) => {
    const { people: told, instead } = holding(post, people)
    const held = (each: (typeof posts)[number]) => people.filter((one) => postsOf(one).includes(each))
    expect(told.length === 0).toBe(people.length === 0)
    expect(instead !== undefined).toBe(people.length > 0 && held(post).length === 0)
    if (held(post).length > 0) expect(told).toEqual(held(post))
    const lower = posts.slice(0, posts.indexOf(post)).findLast((each) => held(each).length > 0)
    if (instead && lower) expect(told).toEqual(held(lower))
  })
})

test('who was given no post is the liaison', () => {
  expect(postsOf({})).toEqual(['liaison'])
  expect(holding('liaison', [{}, { posts: ['head'] }]).people).toEqual([{}])
})
