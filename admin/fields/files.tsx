import AttachIcon from '@mui/icons-material/AttachFileRounded'
import CameraIcon from '@mui/icons-material/PhotoCameraOutlined'
import { Box, Button, LinearProgress, useMediaQuery } from '@mui/material'
import { useRef } from 'react'
import type { FieldOf } from '../../shared/definition/field.ts'
import { useWords } from '../panel.ts'
import { FileList } from './FileList.tsx'
import { type InputProps, type Kind, list } from './kind.ts'
import { useKnownFiles } from './known-files.ts'
import { useSending } from './useSending.ts'

type Files = FieldOf<'files'>

export const files: Kind<Files> = {
  text: (value, _, { files: known, words }) =>
    list(value)
      .map((id) => known?.find((file) => file.id === id)?.name ?? words.form.fileGone)
      .join(words.common.and),
  Show: ({ value, around }) => <FileList ids={list(value)} files={around.files} />,
  Input: FilesInput,
  own: true,
}

/** Files go straight to the store with their progress; removing one can be undone until the form is sent. A hand takes pictures of paper. */
function FilesInput({ id, value, change, field }: InputProps<Files>) {
  const words = useWords()
  const known = useKnownFiles()
  const chosen = list(value)
  const hand = useMediaQuery('(pointer: coarse)')
  const picker = useRef<HTMLInputElement>(null)
  const camera = useRef<HTMLInputElement>(null)
  const { sending, said, send, remove } = useSending(chosen, change, field.max)
  const input = (which: typeof picker, more: { multiple: true } | { accept: string; capture: 'environment' }) => (
    <input
      ref={which}
      type="file"
      hidden
      {...more}
      onChange={(event) => {
        void send([...(event.target.files ?? [])])
        event.target.value = ''
      }}
    />
  )
  return (
    <Box
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        void send([...event.dataTransfer.files])
      }}
      sx={{ border: 1, borderStyle: 'dashed', borderColor: 'text.secondary', borderRadius: 2, p: 3, display: 'grid', gap: 2 }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        {hand && (
          <Button startIcon={<CameraIcon />} aria-describedby={`${id}-label`} onClick={() => camera.current?.click()}>
            {words.form.photograph}
          </Button>
        )}
        <Button
          id={id}
          startIcon={<AttachIcon />}
          aria-describedby={`${id}-label`}
          onClick={() => picker.current?.click()}
          sx={{ whiteSpace: 'normal' }}
        >
          {hand ? words.form.chooseFiles : words.form.dropFiles}
        </Button>
      </Box>
      {input(camera, { accept: 'image/*', capture: 'environment' })}
      {input(picker, { multiple: true })}
      {chosen.length > 0 && (
        <FileList ids={chosen} files={known} remove={(each) => remove(each, known.find((file) => file.id === each)?.name)} />
      )}
      {sending.map(({ name, percent }) => (
        <Box key={name}>
          {words.form.uploading(name, percent)}
          <LinearProgress variant="determinate" value={percent} aria-label={name} />
        </Box>
      ))}
      <Box role="status" sx={{ color: 'text.secondary', whiteSpace: 'pre-line', '&:empty': { display: 'none' } }}>
        {said}
      </Box>
    </Box>
  )
}
