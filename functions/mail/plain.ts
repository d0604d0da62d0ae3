import type { Block, Document } from './document.ts'

/** The text part of a mail. */
export function plain(document: Document): string {
  const body = document.blocks.map(block)
  return `${[document.opening, ...body, `-- \n${document.house}\n${document.closing}`].join('\n\n')}\n`
}

function block(block: Block): string {
  if (block.kind === 'text') return block.words
  if (block.kind === 'heading') return `【${block.words}】`
  if (block.kind === 'button') return `${block.button.words}\n${block.button.url}`
  if (block.kind === 'rows') return block.rows.map((row) => `${row.words} ${row.title}\n  ${row.url}`).join('\n')
  const { lamp, title, under, facts, button } = block.card
  const lines = [lamp && `${marks[lamp.colour]} ${lamp.words}`, title, under, ...facts, button && `${button.words}：${button.url}`]
  return lines.filter((line) => line).join('\n')
}

const marks = { red: '■', amber: '▲', green: '●', grey: '–' }
