import { useEffect } from 'react'
import { useNotify } from 'react-admin'
import { requestFile } from '../http.ts'
import { useWords } from '../panel.ts'
import { sentenceOf } from '../sign/sentence.ts'

const FILE = 'a[download][href^="/api/"]'

/**
 * Files of the API come by links. Followed by the browser, one that is refused is a failed download without a word, and whoever signed out meanwhile gets
 * nothing: so it is asked for here, and saved, or the sentence is shown. Pressed again before it has come, it is not asked for twice.
 */
export function useDownloads(): void {
  const notify = useNotify()
  const words = useWords()
  useEffect(() => {
    const take = async (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(FILE) : null
      if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
      event.preventDefault()
      if (link.ariaBusy === 'true') return
      link.ariaBusy = 'true'
      const address = link.getAttribute('href') ?? ''
      try {
        const file = await requestFile(address.slice('/api'.length))
        // What is too large for an answer the browser fetches itself, from where it lies.
        if (file) save(URL.createObjectURL(file.bytes), file.name)
        else window.location.assign(address)
      } catch (error) {
        notify(sentenceOf(error as Error, words), { type: 'error' })
      } finally {
        link.ariaBusy = null
      }
    }
    document.addEventListener('click', take)
    return () => document.removeEventListener('click', take)
  }, [notify, words])
}

function save(address: string, name: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has to begin before the address goes.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
