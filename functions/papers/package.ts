import type { FilledPaper } from '../../shared/papers/filled.ts'
import { zip } from '../sheets/xlsx/zip.ts'
import { boundOf, documentOf, wordType } from './document.ts'

/**
 * Papers as a file: one document, or several in a package under their own names, in a folder for each office to which they go. The same papers always give
 * the same bytes.
 */
export async function packageOf(papers: FilledPaper[], name: string): Promise<{ name: string; type: string; bytes: Buffer }> {
  const made: { name: string; bytes: Buffer }[] = []
  const folder = (to?: string) => (papers.length > 1 && to ? `${fileName(to)}/` : '')
  for (const paper of papers) made.push({ name: `${folder(paper.to)}${fileName(paper.name)}`, bytes: await documentOf(paper) })
  const [only] = made
  if (only && made.length === 1) return { name: `${only.name}.docx`, type: wordType, bytes: only.bytes }
  const names = made.map((each, at) => {
    const before = made.slice(0, at).filter((other) => other.name === each.name).length
    return { name: `${each.name}${before > 0 ? ` (${before + 1})` : ''}.docx`, bytes: each.bytes }
  })
  return { name: `${name}.zip`, type: 'application/zip', bytes: zip(names) }
}

/** Papers as one document that is printed in one go. */
export async function boundTogether(papers: FilledPaper[], name: string): Promise<{ name: string; type: string; bytes: Buffer }> {
  return { name: `${fileName(name)}.docx`, type: wordType, bytes: await boundOf(papers, name) }
}

/** A name that every system takes for a file's. */
function fileName(name: string): string {
  return [...name.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')].slice(0, 80).join('').trim()
}
