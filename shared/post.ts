/** What somebody is in his office, lowest first: liaison officer 联络员, leader in charge 分管负责人, head 主要负责人. */
export const posts = ['liaison', 'leader', 'head'] as const
export type Post = (typeof posts)[number]

/** The posts that somebody holds. Whoever was given none is the liaison: an office's first account is opened for whoever handles its items. */
export function postsOf({ posts: held }: { posts?: Post[] }): Post[] {
  return held?.length ? held : ['liaison']
}

/** The highest of some posts: what is told where one only can be. */
export function highest(held: Post[]): Post {
  return posts.findLast((post) => held.includes(post)) ?? 'liaison'
}

/**
 * Those of an office's people whom a rung for a post reaches: whoever holds it; where nobody does, the next lower post, and below the lowest the next
 * higher, so that an office which has anybody at all is told. `instead` names the post that was meant when another one stands in for it.
 */
export function holding<T extends { posts?: Post[] }>(post: Post, people: T[]): { people: T[]; instead?: Post } {
  const at = posts.indexOf(post)
  for (const next of [...posts.slice(0, at + 1).reverse(), ...posts.slice(at + 1)]) {
    const found = people.filter((person) => postsOf(person).includes(next))
    if (found.length > 0) return { people: found, ...(next === post ? {} : { instead: post }) }
  }
  return { people: [] }
}
