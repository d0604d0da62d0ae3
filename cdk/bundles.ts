import { join } from 'node:path'
import { build, type Metafile } from 'esbuild'

/** Every way into the product, by the name of its file in functions/. */
export const names = ['http', 'notify', 'count', 'importer', 'remind', 'recount', 'fate', 'bootstrap', 'migrate'] as const

/**
 * Bundles each door into a folder of its own, `<folder>/<door>/index.mjs`. What a door imports only when it needs it stays a file beside, so that a
 * start reads no more than its first work takes. Answers what is in each.
 */
export async function bundle(folder: string): Promise<Record<(typeof names)[number], Metafile>> {
  const made = await Promise.all(names.map(async (name) => [name, await bundled(name, join(folder, name))] as const))
  return Object.fromEntries(made) as Record<(typeof names)[number], Metafile>
}

async function bundled(name: string, outdir: string): Promise<Metafile> {
  const { metafile } = await build({
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
    mainFields: ['module', 'main'],
    metafile: true,
    logLevel: 'warning',
    tsconfig: 'tsconfig.json',
    // CommonJS packages inside an ES module still ask for `require`. The SDK is bundled: the version that was tested is the version that runs.
    banner: { js: "import{createRequire as requireFrom}from'node:module';const require=requireFrom(import.meta.url);" },
  })
  return metafile
}
