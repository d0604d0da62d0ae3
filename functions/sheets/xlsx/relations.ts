import type { Archive } from './archive.ts'
import { readXml } from './xml.ts'

/** What a part of a workbook points to: by id, the kind (`worksheet`, `styles`, …) and the name of the other part. */
export type Relations = Map<string, { kind: string; part: string }>

/** The relations of a part (ECMA-376 part 2); of the archive itself when `part` is blank. */
export function relationsOf(archive: Archive, part: string): Relations {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const found: Relations = new Map()
  const rels = archive.part(`${folder}_rels/${part.slice(folder.length)}.rels`)
  if (!rels) return found
  readXml(rels, {
    open(name, { Id = '', Type = '', Target = '', TargetMode }) {
      if (name === 'Relationship' && TargetMode !== 'External')
        found.set(Id, { kind: Type.slice(Type.lastIndexOf('/') + 1), part: resolved(folder, Target) })
    },
  })
  return found
}

function resolved(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : `${folder}${target}`
  const steps: string[] = []
  for (const step of path.replace(/\\/g, '/').split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
