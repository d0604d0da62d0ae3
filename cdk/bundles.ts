import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build, type Metafile } from 'esbuild'

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

async function bundled(name: string, outdir: string): Promise<Metafile> {
  const { metafile, outputFiles } = await build({
    entryPoints: { index: `functions/${name}.ts` },
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
    logLevel: 'warning',
    tsconfig: 'tsconfig.json',
    write: false,
  })
  await mkdir(outdir, { recursive: true })
  await Promise.all(outputFiles.map(({ path, text }) => writeFile(path, text.includes('Dynamic require of') ? requiring + text : text)))
  return metafile
}

/** What CommonJS packages inside an ES module ask for; making it costs a start more than most files do, so it stands only where somebody asks. */
const requiring = "import{createRequire}from'node:module';const require=createRequire(import.meta.url);"
