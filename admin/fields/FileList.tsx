import CloseIcon from '@mui/icons-material/CloseRounded'
import FileIcon from '@mui/icons-material/InsertDriveFileOutlined'
import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, IconButton, Link } from '@mui/material'
import { useState } from 'react'
import type { FileLink } from '../../shared/record.ts'
import { useWords } from '../panel.ts'
import { writeSize } from '../parts/number.ts'
import type { Around } from './kind.ts'

type Props = { ids: string[]; files: Around['files']; remove?: (id: string) => void }

/** Files by name, with their size; pictures as small pictures that open large. A file of which nothing is known any more was taken away again. */
export function FileList({ ids, files = [], remove }: Props) {
  const words = useWords()
  const [shown, setShown] = useState<FileLink | null>(null)
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 2 }}>
      {ids.map((id) => {
        const file = files.find((each) => each.id === id)
        return (
          <Box component="li" key={id} sx={{ display: 'flex', alignItems: 'center', gap: 2.5, minWidth: 0 }}>
            {file && isPicture(file) ? (
              <Box component="button" type="button" onClick={() => setShown(file)} aria-label={words.form.enlarge(file.name)} sx={thumb}>
                <Box component="img" src={addressOf(id)} alt="" loading="lazy" sx={{ width: '100%', height: '100%', objectFit: 'cover' }} />
              </Box>
            ) : (
              <FileIcon aria-hidden sx={{ color: 'text.secondary', flex: 'none' }} />
            )}
            <Box component="span" sx={{ flex: remove ? 1 : '0 1 auto', minWidth: 0, overflowWrap: 'anywhere' }}>
              {file ? (
                <Link href={addressOf(id)} target="_blank" rel="noopener" underline="always">
                  {file.name}
                </Link>
              ) : (
                words.form.fileGone
              )}
              {file ? ` · ${writeSize(file.size)}` : ''}
              {file?.with ? ` · ${file.with}` : ''}
            </Box>
            {remove && (
              <IconButton aria-label={`${words.common.remove} ${file?.name ?? ''}`} onClick={() => remove(id)}>
                <CloseIcon fontSize="small" />
              </IconButton>
            )}
          </Box>
        )
      })}
      {shown && (
        <Dialog open onClose={() => setShown(null)} aria-labelledby="picture" maxWidth="lg">
          <DialogTitle id="picture" sx={{ overflowWrap: 'anywhere' }}>
            {shown.name}
          </DialogTitle>
          <DialogContent>
            <Box
              component="img"
              src={addressOf(shown.id)}
              alt={shown.name}
              sx={{ maxWidth: '100%', maxHeight: '70vh', display: 'block' }}
            />
          </DialogContent>
          <DialogActions>
            <Button component="a" href={addressOf(shown.id)} target="_blank" rel="noopener">
              {words.form.download}
            </Button>
            <Button variant="contained" onClick={() => setShown(null)}>
              {words.common.close}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </Box>
  )
}

const addressOf = (id: string) => `/api/files/${id}`

/** What every browser of an office draws, and small enough to come in a list. */
const drawn = ['image/jpeg', 'image/png', 'image/gif', 'image/webp']
const MOST_DRAWN = 10_000_000
const isPicture = ({ type, size }: FileLink) => drawn.includes(type) && size <= MOST_DRAWN

const thumb = {
  flex: 'none',
  width: '4rem',
  height: '4rem',
  p: 0,
  border: 1,
  borderColor: 'divider',
  borderRadius: 1.5,
  overflow: 'hidden',
  bgcolor: 'background.default',
  cursor: 'zoom-in',
} as const
