import type { Lang } from '../../shared/names.ts'

export type Lamp = 'red' | 'amber' | 'green' | 'grey'
/** `plain`: leads to the item without being asked for an act. */
export type Button = { words: string; url: string; plain?: true }
/**
 * One item in full: lamp with words, heading that leads to its page, facts below each other, an aside (why this day), what is to be done, and what
 * else can be.
 */
export type Card = {
  lamp?: { colour: Lamp; words: string }
  title: string
  /** Where the item is, as long as the reader can open it. */
  url?: string
  facts: string[]
  aside?: string
  buttons: Button[]
  otherwise?: { words: string; links: Button[] }
}
/** One item in a line, its title a link; `aside`: who owes what by when. */
export type Row = { words: string; title: string; url: string; aside?: string }
export type Block =
  | { kind: 'text'; words: string }
  | { kind: 'heading'; words: string }
  | { kind: 'card'; card: Card }
  | { kind: 'rows'; rows: Row[] }
  | { kind: 'button'; button: Button }

/** A mail before it takes a shape: the HTML and the text part are two renderings of the same blocks, so they cannot differ. */
export type Document = { lang: Lang; house: string; subject: string; opening: string; blocks: Block[]; closing: string }
