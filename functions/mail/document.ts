import type { Lang } from '../../shared/names.ts'

export type Lamp = 'red' | 'amber' | 'green' | 'grey'
export type Button = { words: string; url: string }
/** One item in full: lamp with words, heading, facts below each other, one act. */
export type Card = { lamp?: { colour: Lamp; words: string }; title: string; under?: string; facts: string[]; button?: Button }
/** One item in a line, its title a link. */
export type Row = { words: string; title: string; url: string }
export type Block =
  | { kind: 'text'; words: string }
  | { kind: 'heading'; words: string }
  | { kind: 'card'; card: Card }
  | { kind: 'rows'; rows: Row[] }
  | { kind: 'button'; button: Button }

/** A mail before it takes a shape: the HTML and the text part are two renderings of the same blocks, so they cannot differ. */
export type Document = { lang: Lang; house: string; subject: string; opening: string; blocks: Block[]; closing: string }
