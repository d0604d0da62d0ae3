import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** What CloudFront packs, and of what size: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html */
const packs = /^(text\/|application\/(json|manifest\+json)|image\/(svg\+xml|x-icon))/
const [least, most] = [1000, 10_000_000]

const kept = new Map<string, { bytes: Buffer; encoding?: string }>()

/**
 * The bytes of a file as CloudFront sends them to whoever accepts these encodings: Brotli first, as it is where nothing is won. `tag` names the file as it
 * stands.
 */
export function compressed(tag: string, type: string, accepts: string, read: () => Buffer): { bytes: Buffer; encoding?: string } {
  const encoding = ['br', 'gzip'].find((each) => accepts.split(',').some((one) => one.split(';')[0]?.trim() === each))
  const key = `${encoding} ${tag}`
  const found = kept.get(key)
  if (found) return found
  const bytes = read()
  const plain = encoding === undefined || !packs.test(type) || bytes.length < least || bytes.length > most
  const made = plain ? { bytes } : { bytes: pack(bytes, encoding), encoding }
  kept.set(key, made)
  return made
}

function pack(bytes: Buffer, encoding: string): Buffer {
  if (encoding === 'gzip') return gzipSync(bytes)
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
}
