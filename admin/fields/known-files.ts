import { createContext, useContext } from 'react'
import type { FileLink } from '../../shared/record.ts'
import { keepDraft, readDraft } from '../drafts.ts'

/** The files of the record at hand, for forms that name some of them. */
export const FilesContext = createContext<FileLink[]>([])

const UPLOADS = 'uploads'

/** Remembers what was just sent by its name, with what is being written: a form that is taken up again names its files. */
export function rememberUpload(file: FileLink, at: Date): void {
  keepDraft(UPLOADS, { ...readDraft(UPLOADS)?.values, [file.id]: file }, at)
}

/** What is known of files by their ids: of the record, and what this person sent from here. */
export function useKnownFiles(): FileLink[] {
  const files = useContext(FilesContext)
  return [...files, ...(Object.values(readDraft(UPLOADS)?.values ?? {}) as FileLink[])]
}
