import { dirname, join, relative, resolve } from 'node:path'
import { build, type OutputChunk, type Plugin } from 'rolldown'
import { chunks } from './chunks.ts'
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
 * start reads no more than its first work takes. Answers what was written of each.
 */
export async function bundle(folder: string): Promise<Record<(typeof names)[number], OutputChunk[]>> {
  const made = await Promise.all(names.map(async (name) => [name, await bundled(name, join(folder, name))] as const))
  return Object.fromEntries(made) as Record<(typeof names)[number], OutputChunk[]>
}

/**
 * Clients that are asked for late are bundled by themselves: bundled with the rest, all that they share with the database's client would be read at each start,
 * what only they need included.
 */
const late =
  /^@aws-sdk\/(client-lambda|client-s3|client-ses|client-cognito-identity-provider|client-secrets-manager|s3-presigned-post|s3-request-presigner)$/

async function bundled(name: string, dir: string): Promise<OutputChunk[]> {
  const asked = new Set<string>()
  const apart: Plugin = {
    name: 'late clients apart',
    resolveId: {
      filter: { id: late },
      handler(client, importer) {
        if (importer?.includes('node_modules')) return null
        asked.add(client)
        return { id: `./${placeOf(client)}.mjs`, external: true }
      },
    },
  }
  const own = await written({ index: resolve(`functions/${name}.ts`) }, dir, [apart])
  if (asked.size === 0) return own
  const clients = await written(Object.fromEntries([...asked].map((client) => [placeOf(client), client])), dir, [])
  return [...own, ...clients]
}

const placeOf = (client: string): string => `sdk/${client.slice('@aws-sdk/'.length)}`

async function written(input: Record<string, string>, dir: string, plugins: Plugin[]): Promise<OutputChunk[]> {
  const { output } = await build({
    input,
    platform: 'node',
    tsconfig: 'tsconfig.json',
    // The SDK is bundled: the version that was tested is the version that runs.
    resolve: { mainFields: ['module', 'main'] },
    transform: { target: 'node24' },
    plugins: [definitionsAsData, ...plugins],
    checks: { ineffectiveDynamicImport: false },
    output: {
      dir,
      format: 'esm',
      entryFileNames: '[name].mjs',
      // By content alone: who asks for what would make names of any length.
      chunkFileNames: input.index ? '[hash].mjs' : 'sdk/[hash].mjs',
      minify: true,
      // A fault names our own lines (functions/own-lines.ts); the maps are read when there is one.
      sourcemap: true,
      sourcemapExcludeSources: true,
      // Wherever it is written, a bundle is the same, and names our files from their root.
      sourcemapPathTransform: (source, map) => relative('.', resolve(dirname(map), source)),
      ...(input.index
        ? { codeSplitting: chunks(input.index, resolve('functions/api/areas.ts'), resolve('functions/api/surface.ts')) }
        : {}),
    },
  })
  return output.filter((file) => file.type === 'chunk')
}
