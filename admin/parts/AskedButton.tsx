import { Button, type ButtonProps } from '@mui/material'
import { useState } from 'react'
import { Ask } from '../accounts/Ask.tsx'
import { useWords } from '../panel.ts'

type Props = Pick<ButtonProps, 'variant' | 'disabled'> & { verb: string; title: string; text: string; act: () => Promise<unknown> }

/** A button that takes something away, and asks before it does. */
export function AskedButton({ verb, title, text, act, ...button }: Props) {
  const words = useWords()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button {...button} onClick={() => setAsking(true)}>
        {verb}
      </Button>
      {asking && (
        <Ask
          title={title}
          text={text}
          verb={verb}
          keep={words.common.cancel}
          destructive
          act={async () => void (await act())}
          close={() => setAsking(false)}
        />
      )}
    </>
  )
}
