// Draws ten papers of the demonstration county, running at PORT, as the README shows them: npm run pictures:papers (LibreOffice, poppler, ImageMagick)
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { convert } from './office.js'

const origin = process.env.ORIGIN ?? `http://localhost:${process.env.PORT ?? 3000}`
const json = { 'content-type': 'application/json', origin }
const body = JSON.stringify({ email: 'county@duban.test', password: process.env.PASSWORD ?? 'Duban-2026!' })
const session = await fetch(`${origin}/api/session`, { method: 'POST', headers: json, body })
const cookie = session.headers.getSetCookie().map((each) => each.split(';')[0])
const get = (path: string) => fetch(`${origin}/api${path}`, { headers: { cookie: cookie.join('; ') } })

/** Each paper with the items that it is made from: of one item, of a list, or of an office's year. */
const papers = [
  'suggestions/handover?state=handling',
  'suggestions/urging?state=handling',
  'suggestions/supervision?where=key:true',
  'suggestions/reply?state=answered',
  'suggestions/opinionForm?state=answered',
  'suggestions/quarterly?list&state=answered',
  'deliberation-opinions/opinion?state=issued',
  'satisfaction-tests/ballot?state=open',
  'meetings/notice?state=notified',
  'meetings/townshipFile?list&township=xinan',
]
const folder = mkdtempSync(join(tmpdir(), 'duban-papers-'))
try {
  const names = await Promise.all(papers.map(taken))
  const documents = names.map((name) => `${name}.docx`)
  await convert('pdf', folder, documents)
  for (const name of names) execFileSync('pdftoppm', ['-png', '-r', '60', '-singlefile', `${name}.pdf`, name])
  const sheets = names.map((name) => `${name}.png`)
  const how = ['-tile', '5x2', '-geometry', '300x424+5+5', '-background', '#bbb']
  execFileSync('montage', [...sheets, ...how, '-colors', '32', 'png8:admin/pictures/papers.png'])
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** The first item of which the paper can be made, as a document. */
async function taken(asked: string, at: number): Promise<string> {
  const [paper = '', query = ''] = asked.split('?')
  const [ledger] = paper.split('/')
  const one = async () => {
    const { data } = (await (await get(`/records/${ledger}?${query}&limit=100`)).json()) as { data: { id: string }[] }
    for (const { id } of data) {
      const answer = await get(`/papers/${paper}/${id}`)
      if (answer.ok) return answer
    }
    throw new Error(`No item for ${paper}`)
  }
  const answer = query.startsWith('list&') ? await get(`/papers/${paper}?${query.slice(5)}`) : await one()
  if (!answer.ok) throw new Error(`${paper}: ${answer.status}`)
  const name = join(folder, String(at).padStart(2, '0'))
  writeFileSync(`${name}.docx`, Buffer.from(await answer.arrayBuffer()))
  return name
}
