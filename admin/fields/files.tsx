import AttachIcon from '@mui/icons-material/AttachFileRounded'
import DeleteIcon from '@mui/icons-material/CloseRounded'
import { Box, Button, IconButton, LinearProgress, Link } from '@mui/material'
import { useRef, useState } from 'react'
import type { FieldOf } from '../../shared/definition/field.ts'
import { useWords } from '../panel.ts'
import { writeSize } from '../parts/number.ts'
import { type Around, type InputProps, type Kind, list } from './kind.ts'
import { MOST_BYTES, upload } from './upload.ts'

type Files = FieldOf<'files'>

export const files: Kind<Files> = {
  text: (value, _, { files: known, words }) =>
    list(value)
      .map((id) => known?.find((file) => file.id === id)?.name ?? id)
      .join(words.common.and),
  Show: FilesShow,
  Input: FilesInput,
  own: true,
}

function FilesShow({ value, around }: { value: unknown; around: Around }) {
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {list(value).map((id) => {
        const file = around.files?.find((each) => each.id === id)
        return (
          <li key={id}>
            <Link href={`/api/files/${id}`} target="_blank" rel="noopener">
              {file?.name ?? id}
            </Link>
            {file ? ` · ${writeSize(file.size)}` : ''}
          </li>
        )
      })}
    </Box>
  )
}

type Sending = { name: string; percent: number }

/** Files go straight to the store with their progress; removing one can be undone until the form is sent. */
function FilesInput({ id, value, change, field }: InputProps<Files>) {
  const words = useWords()
  const [sending, setSending] = useState<Sending[]>([])
  const [names, setNames] = useState<Record<string, string>>({})
  const [said, setSaid] = useState('')
  const picker = useRef<HTMLInputElement>(null)
  const chosen = list(value)
  const send = async (given: File[]) => {
    const done: string[] = []
    for (const file of given) {
      if (file.size > MOST_BYTES) {
        setSaid(words.form.tooBig(file.name))
        continue
      }
      const progress = (percent: number) =>
        setSending((now) => [...now.filter((each) => each.name !== file.name), { name: file.name, percent }])
      try {
        const sent = await upload(file, progress)
        done.push(sent)
        setNames((now) => ({ ...now, [sent]: file.name }))
      } catch (error) {
        setSaid(error instanceof Error && error.message ? error.message : words.form.uploadFailed(file.name))
      }
      setSending((now) => now.filter((each) => each.name !== file.name))
    }
    if (done.length) change([...chosen, ...done].slice(0, field.max ?? 50))
  }
  return (
    <Box
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        void send([...event.dataTransfer.files])
      }}
      sx={{ border: 1, borderStyle: 'dashed', borderColor: 'text.secondary', borderRadius: 2, p: 3 }}
    >
      <Button
        id={id}
        startIcon={<AttachIcon />}
        aria-describedby={`${id}-label`}
        onClick={() => picker.current?.click()}
        sx={{ whiteSpace: 'normal' }}
      >
        {words.form.drop1}
      </Button>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          void send([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      {chosen.map((each) => (
        <Box key={each} sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
          <span>{names[each] ?? each}</span>
          <IconButton
            aria-label={`${words.common.remove} ${names[each] ?? each}`}
            onClick={() => {
              setSaid(words.form.removed(names[each] ?? each))
              change(chosen.filter((other) => other !== each))
            }}
          >
            <DeleteIcon fontSize="small" />
          </IconButton>
        </Box>
      ))}
      {sending.map(({ name, percent }) => (
        <Box key={name} sx={{ my: 2 }}>
          {words.form.uploading(name, percent)}
          <LinearProgress variant="determinate" value={percent} aria-label={name} />
        </Box>
      ))}
      <Box role="status" sx={{ color: 'text.secondary' }}>
        {said}
      </Box>
    </Box>
  )
}
