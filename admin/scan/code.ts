import { isPdf, jpegsIn } from './pdf.ts'

/** Sides of pictures in which a code is looked for, in turn: a phone's picture is larger than the code needs, a small code needs all of it. */
const SIDES = [1600, 2400, 3600, 1100]
/** A small picture is also enlarged: the points of its code lie too close to each other to be told apart. */
const ENLARGED = { below: 1800, by: [1.35, 2] }

/**
 * The record to which the code on a photographed or scanned page leads; null where none is read. What reads codes is loaded with the first page. Throws where
 * the
 * file is no picture that this browser draws.
 */
async function codeOn(page: Blob): Promise<{ ledger: string; id: string } | null> {
  const [{ default: read }, picture] = await Promise.all([import('jsqr'), createImageBitmap(page)])
  const longest = Math.max(picture.width, picture.height)
  const larger = longest < ENLARGED.below ? ENLARGED.by.map((by) => Math.round(longest * by)) : []
  const sides = [...new Set([...SIDES.map((side) => Math.min(side, longest)), ...larger])]
  try {
    for (const side of sides) {
      const { data, width, height } = drawn(picture, side / longest)
      const text = read(data, width, height, { inversionAttempts: 'dontInvert' })?.data
      const found = text ? recordIn(text) : null
      if (found) return found
      // A long look leaves the page time to say that it is looking.
      await new Promise((done) => setTimeout(done))
    }
    return null
  } finally {
    picture.close()
  }
}

/** What a file shows: the picture itself, or the photographs in a PDF; none where a PDF has none. */
export async function picturesIn(file: Blob): Promise<Blob[]> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (!isPdf(bytes)) return [file]
  return jpegsIn(bytes).map((jpeg) => new Blob([new Uint8Array(jpeg)], { type: 'image/jpeg' }))
}

/** The records to which the codes on these pages lead, each once. */
export async function codesOn(pages: Blob[]): Promise<{ ledger: string; id: string }[]> {
  const found = new Map<string, { ledger: string; id: string }>()
  for (const page of pages) {
    const record = await codeOn(page)
    if (record) found.set(`${record.ledger}/${record.id}`, record)
  }
  return [...found.values()]
}

/** The record in the address that our papers carry: /ledger/id/show, on whatever host it stood then. */
export function recordIn(text: string): { ledger: string; id: string } | null {
  const found = /^https?:\/\/[^/]+\/([a-z][a-zA-Z0-9-]*)\/([a-z][a-zA-Z0-9-]{0,63})\/show(?:[?#].*)?$/.exec(text.trim())
  return found?.[1] && found[2] ? { ledger: found[1], id: found[2] } : null
}

function drawn(picture: ImageBitmap, scale: number): ImageData {
  const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)]
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width, height })
  const on = canvas.getContext('2d', { willReadFrequently: true })
  if (!on) throw new Error('no canvas')
  on.drawImage(picture, 0, 0, width, height)
  return on.getImageData(0, 0, width, height)
}
