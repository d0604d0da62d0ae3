import { Button } from '@mui/material'
import { type Account, useChange, useSayDone } from '../accounts/accounts.ts'
import { usePanel } from '../panel.ts'
import { addressWords } from '../words/addresses.ts'

/** Somebody has looked, and the address is right: mail goes there again. */
export function AddressRight({ account: { id, email } }: { account: Account }) {
  const { lang, me } = usePanel()
  const words = addressWords[lang]
  const change = useChange()
  const { done, failed } = useSayDone()
  if (me.role !== 'admin') return null
  const act = () => change(`/accounts/${id}/address`, 'POST').then(() => done(words.restored(email)), failed)
  return (
    <Button variant="text" onClick={() => void act()}>
      {words.right}
    </Button>
  )
}
