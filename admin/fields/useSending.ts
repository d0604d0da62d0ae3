import { useEffect, useRef, useState } from 'react'
import { useWords } from '../panel.ts'
import { rememberUpload } from './known-files.ts'
import { MOST_BYTES, upload } from './upload.ts'

type Sending = { name: string; percent: number }
/** How many one field takes at once where it does not say so itself. */
const MOST = 50

/** Sends files and lays each to what is chosen as it arrives. What is not taken is said, one sentence each: too large, too many, broken off. */
export function useSending(chosen: string[], change: (ids: string[]) => void, max = MOST) {
  const words = useWords()
  const [sending, setSending] = useState<Sending[]>([])
  const [said, setSaid] = useState('')
  const [held] = useState(chosen.length)
  // What others lay meanwhile is not lost: each takes up where the last one stood.
  const now = useRef(chosen)
  useEffect(() => {
    now.current = chosen
  }, [chosen])
  const lay = (ids: string[]) => {
    now.current = ids
    change(ids)
  }
  const send = async (given: File[]) => {
    const faults: string[] = []
    for (const file of given) {
      const fault =
        now.current.length - held >= max ? words.form.tooMany(file.name, max) : file.size > MOST_BYTES ? words.form.tooBig(file.name) : ''
      if (fault) {
        faults.push(fault)
        continue
      }
      const progress = (percent: number) =>
        setSending((all) => [...all.filter((each) => each.name !== file.name), { name: file.name, percent }])
      progress(0)
      try {
        const sent = await upload(file, progress)
        rememberUpload(sent, new Date())
        lay([...now.current, sent.id])
      } catch (error) {
        faults.push(error instanceof Error && error.message ? `${file.name}：${error.message}` : words.form.uploadFailed(file.name))
      }
      setSending((all) => all.filter((each) => each.name !== file.name))
    }
    setSaid(faults.join('\n'))
  }
  const remove = (id: string, name = '') => {
    setSaid(words.form.removed(name))
    lay(now.current.filter((each) => each !== id))
  }
  return { sending, said, send, remove }
}
