import { useEffect } from 'react'
import { endWaiting, isWaiting, signedInAgain } from '../expiry.ts'
import { request } from '../http.ts'
import { type Me, usePanel } from '../panel.ts'
import { onNews } from '../person.ts'
import type { HttpError } from '../problem.ts'

/** Notices that this browser has become somebody else's, or nobody's: when another tab says so, and whenever this one comes to the front. */
export function useWhose(): void {
  const { me } = usePanel()
  useEffect(
    () =>
      onNews((news) => {
        if (!('entered' in news)) return
        if (news.entered.id !== me.id) ask('other')
        else if (isWaiting()) endWaiting(true)
      }),
    [me.id],
  )
  useEffect(() => {
    const look = () => {
      if (document.visibilityState !== 'visible' || isWaiting()) return
      request<Me>('/session').then(
        ({ id }) => id !== me.id && ask('other'),
        ({ status }: HttpError) => status === 401 && ask('ended'),
      )
    }
    window.addEventListener('focus', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      window.removeEventListener('focus', look)
      document.removeEventListener('visibilitychange', look)
    }
  }, [me.id])
}

/** Nothing waits for the answer here: the dialog is enough. */
function ask(reason: 'ended' | 'other'): void {
  signedInAgain(reason).catch(() => undefined)
}
