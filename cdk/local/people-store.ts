import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { DataStore } from 'cognito-local/lib/services/dataStore/dataStore.js'
import type { DataStoreFactory } from 'cognito-local/lib/services/dataStore/factory.js'

type Tree = { [key: string]: Tree } | undefined

/** Where the emulated Cognito keeps its pools. Its own store writes one file twice at a time, which leaves it broken. */
export function peopleStore(folder: string): DataStoreFactory {
  mkdirSync(folder, { recursive: true })
  return {
    create: async (_, id, defaults) => {
      const file = `${folder}/${id}.json`
      const root = (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8'), revive) : structuredClone(defaults)) as Tree
      const save = () => {
        writeFileSync(`${file}.new`, JSON.stringify(root))
        renameSync(`${file}.new`, file)
      }
      save()
      return store(root, save)
    },
  }
}

function store(root: Tree, save: () => void): DataStore {
  const path = (key: string | string[]) => (Array.isArray(key) ? key : [key])
  const at = (keys: string[]) => keys.reduce<Tree>((tree, key) => tree?.[key], root)
  return {
    getRoot: async <T>() => (root ?? null) as T | null,
    get: async <T>(_: unknown, key: string | string[], otherwise?: T) => (at(path(key)) ?? otherwise ?? null) as T,
    set: async (_, key, value) => {
      const keys = path(key)
      const parent = keys.slice(0, -1).reduce<Tree>((tree, name) => {
        if (tree) tree[name] ??= {}
        return tree?.[name]
      }, root)
      if (parent) parent[keys.at(-1) ?? ''] = value as Tree
      save()
    },
    delete: async (_, key) => {
      const parent = at(path(key).slice(0, -1))
      if (parent) delete parent[path(key).at(-1) ?? '']
      save()
    },
  }
}

function revive(key: string, value: unknown): unknown {
  return key.endsWith('Date') && (typeof value === 'string' || typeof value === 'number') ? new Date(value) : value
}
