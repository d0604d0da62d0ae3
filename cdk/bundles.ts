import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { build, type Metafile, type Plugin } from 'esbuild'
import { definitionsAsData } from './definitions-as-data.ts'

/** Every way into the product, by the name of its file in functions/. */
export const names = [
  'http',
  'notify',
  'project',
  'importer',
  'remind',
  'post',
  'watch',
  'recount',
  'fate',
  'bootstrap',
  'migrate',
] as const

/**
 * Bundles each door into a folder of its own, `<folder>/<door>/index.mjs`. What a door imports only when it needs it stays a file beside, so that a
 * start reads no more than its first work takes. Answers what is in each.
 */
export async function bundle(folder: string): Promise<Record<(typeof names)[number], Metafile>> {
  const made = await Promise.all(names.map(async (name) => [name, await bundled(name, join(folder, name))] as const))
  return Object.fromEntries(made) as Record<(typeof names)[number], Metafile>
}

/**
 * Clients that are asked for late are bundled by themselves: bundled with the rest, all that they share with the database's client would be read at each start,
 * what only they need included.
 */
const late =
  /^@aws-sdk\/(client-lambda|client-s3|client-ses|client-cognito-identity-provider|client-secrets-manager|s3-presigned-post|s3-request-presigner)$/

async function bundled(name: string, outdir: string): Promise<Metafile> {
  const asked = new Set<string>()
  const apart: Plugin = {
    name: 'late clients apart',
    setup: ({ onResolve }) =>
      onResolve({ filter: late }, ({ path, importer }) => {
        if (importer.includes('node_modules')) return undefined
        asked.add(path)
        return { path: `./${placeOf(path)}.mjs`, external: true }
      }),
  }
  const own = await written({ index: `functions/${name}.ts` }, outdir, [apart])
  if (asked.size === 0) return own
  const clients = await written(Object.fromEntries([...asked].map((path) => [placeOf(path), path])), outdir, [])
  for (const output of Object.values(own.outputs))
    for (const one of output.imports) if (one.external && one.path.startsWith('./sdk/')) one.path = relative('.', join(outdir, one.path))
  return { inputs: { ...own.inputs, ...clients.inputs }, outputs: { ...own.outputs, ...clients.outputs } }
}

const placeOf = (client: string): string => `sdk/${client.slice('@aws-sdk/'.length)}`

async function written(entryPoints: Record<string, string>, outdir: string, plugins: Plugin[]): Promise<Metafile> {
  const { metafile, outputFiles } = await build({
    entryPoints,
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    minify: true,
    charset: 'utf8',
    // The SDK is bundled: the version that was tested is the version that runs.
    mainFields: ['module', 'main'],
    metafile: true,
    // A fault names our own lines (NODE_OPTIONS in doors.ts); the maps are read when there is one.
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'warning',
    tsconfig: 'tsconfig.json',
    plugins: [definitionsAsData, ...plugins],
    write: false,
  })
  const asks = new Set(
    outputFiles.flatMap(({ path, text }) => (path.endsWith('.mjs') && text.includes('Dynamic require of') ? [path] : [])),
  )
  for (const { path, text } of outputFiles) {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, asks.has(path) ? requiring + text : asks.has(path.replace(/\.map$/, '')) ? lowered(text) : text)
  }
  return metafile
}

/** What CommonJS packages inside an ES module ask for; making it costs a start more than most files do, so it stands only where somebody asks. */
const requiring = "import{createRequire}from'node:module';const require=createRequire(import.meta.url);\n"

/** The map of a file that has one line more on top. */
function lowered(map: string): string {
  const { mappings, ...rest } = JSON.parse(map)
  return JSON.stringify({ ...rest, mappings: `;${mappings}` })
}
