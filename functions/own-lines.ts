import { existsSync, readFileSync } from 'node:fs'
import { SourceMap, type SourceOrigin } from 'node:module'

// A fault of a bundle names our own lines. Node does so by itself when it is told to (`--enable-source-maps`), and then reads something for every file that it
// opens: a start takes a tenth longer. Here a map is read when something is thrown whose stack somebody looks at.
const maps = new Map<string, SourceMap | null>()

function mapOf(address: string): SourceMap | null {
  const known = maps.get(address) ?? read(address.startsWith('file:') ? new URL(`${address}.map`) : `${address}.map`)
  maps.set(address, known)
  return known
}

/** A map; null where there is none or it is damaged: a fault is told all the same. */
function read(file: URL | string): SourceMap | null {
  try {
    return new SourceMap(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

/** A line of a stack as its source has it; as it is where no map tells. */
function line(call: NodeJS.CallSite): string {
  const [address, row, column] = [call.getFileName(), call.getLineNumber(), call.getColumnNumber()]
  const origin: Partial<SourceOrigin> = (address && row !== null && column !== null && mapOf(address)?.findOrigin(row, column)) || {}
  return origin.fileName ? `${origin.fileName}:${origin.lineNumber}:${origin.columnNumber}` : String(call)
}

// Sources that run as they are need none of this, and what else maps them keeps its way.
if (existsSync(new URL(`${import.meta.url}.map`)))
  Error.prepareStackTrace = (error, calls) => [String(error), ...calls.map((call) => `    at ${line(call)}`)].join('\n')
