import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { askAllAnew } from '../api.ts'
import { upload } from '../fields/upload.ts'
import { request } from '../http.ts'
import { newKey } from '../ledger/act/useTake.ts'
import { usePanel } from '../panel.ts'
import { sentenceOf } from '../sign/sentence.ts'
import { scanWords } from '../words/scan.ts'
import { codesOn, picturesIn } from './code.ts'

type Ref = { ledger: string; id: string }
/** Where a page goes, as the server tells it. */
export type Goal = Ref & { number?: string; heading: string; state: string; township: string | null; possible: boolean; why?: string }
/** A page on its way: read, found to be of an item, attached. `said`: why it goes nowhere. */
export type ScannedPage = {
  key: string
  file: File
  picture: string
  goal?: Goal
  said?: string
  percent?: number
  at: 'reading' | 'found' | 'lost' | 'sending' | 'done'
}

/** Pages that are read one after the other, and attached to what they belong to. `usual`: where a page without a code goes. */
export function usePages(usual: Ref | null) {
  const { lang, words, today } = usePanel()
  const say = scanWords[lang]
  const client = useQueryClient()
  const [pages, setPages] = useState<ScannedPage[]>([])
  const set = (key: string, more: Partial<ScannedPage>) =>
    setPages((all) => all.map((each) => (each.key === key ? { ...each, ...more } : each)))
  const add = async (files: File[]) => {
    const fresh = files.map((file): ScannedPage => ({ key: newKey(), file, picture: URL.createObjectURL(file), at: 'reading' }))
    setPages((all) => [...all, ...fresh])
    for (const { key, file } of fresh) {
      const pictures = await picturesIn(file)
      if (pictures[0] && pictures[0] !== file) set(key, { picture: URL.createObjectURL(pictures[0]) })
      set(key, await goalOf(pictures))
    }
  }
  const goalOf = async (pictures: Blob[]): Promise<Partial<ScannedPage>> => {
    const found = await codesOn(pictures).catch(() => undefined)
    if (pictures.length === 0 && !usual) return { at: 'lost', said: say.noPhotographs }
    if (found === undefined && !usual) return { at: 'lost', said: say.noPicture }
    if (found && found.length > 1) return { at: 'lost', said: say.several }
    const ref = found?.[0] ?? usual
    if (!ref) return { at: 'lost', said: say.unread }
    try {
      const goal = await request<Goal>(`/returned-pages/${ref.ledger}/${ref.id}`)
      return goal.possible ? { at: 'found', goal } : { at: 'lost', goal, said: goal.why ?? '' }
    } catch (error) {
      return { at: 'lost', said: sentenceOf(error, words) }
    }
  }
  const attach = async ({ key, file, goal }: ScannedPage) => {
    if (!goal) return
    set(key, { at: 'sending', percent: 0 })
    try {
      const name = `${say.page(goal.number ?? goal.heading.slice(0, 20), today)}.${file.name.split('.').at(-1) ?? 'jpg'}`
      const sent = await upload(new File([file], name, { type: file.type }), (percent) => set(key, { percent }))
      await request(`/returned-pages/${goal.ledger}/${goal.id}`, { method: 'POST', body: { files: [sent.id] }, key })
      set(key, { at: 'done' })
      void askAllAnew(client)
    } catch (error) {
      // It can be tried again: the same key attaches it once.
      set(key, { at: 'found', said: sentenceOf(error, words) })
    }
  }
  const attachAll = async () => {
    for (const page of pages) if (page.at === 'found') await attach(page)
  }
  const drop = ({ key, picture }: ScannedPage) => {
    URL.revokeObjectURL(picture)
    setPages((all) => all.filter((each) => each.key !== key))
  }
  return { pages, add, attach, attachAll, drop }
}
