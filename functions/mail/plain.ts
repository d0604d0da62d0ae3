import { mailWords } from '../../shared/words/mail.ts'
import type { Block, Document } from './document.ts'

/** The text part of a mail. */
export function plain(document: Document): string {
  const body = document.blocks.map((each) => block(each, document.lang === 'zh'))
  return `${[document.opening, ...body, `-- \n${document.house}\n${document.closing}`].join('\n\n')}\n`
}

function block(block: Block, zh: boolean): string {
  if (block.kind === 'text') return block.words
  if (block.kind === 'heading') return zh ? `【${block.words}】` : `${block.words.toUpperCase()}`
  if (block.kind === 'button') return `${block.button.words}\n${block.button.url}`
  if (block.kind === 'rows')
    return block.rows.map((row) => `${row.words} ${row.title}${row.aside ? `\n  ${row.aside}` : ''}\n  ${row.url}`).join('\n')
  const { lamp, title, url, facts, aside, buttons, otherwise } = block.card
  const link = (button: { words: string; url: string }) => `${button.words}${zh ? '：' : ': '}${button.url}`
  const whole = !url || buttons.some((button) => button.url === url) ? [] : [{ words: mailWords.whole[zh ? 'zh' : 'en'], url }]
  const lines = [
    lamp && `${marks[lamp.colour]} ${lamp.words}`,
    title,
    ...facts,
    aside,
    ...[...buttons, ...whole].map(link),
    otherwise?.words,
    ...(otherwise?.links ?? []).map(link),
  ]
  return lines.filter((line) => line).join('\n')
}

const marks = { red: '■', amber: '▲', green: '●', grey: '–' }
