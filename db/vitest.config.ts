import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = path.resolve(import.meta.dirname, '..')
const elsewhere = ['node_modules/**', '.next*/**', 'e2e/**']

/** `*.test.ts` need no database and run once; `*.db.test.ts` run on both. */
const project = (name: string, include: string[], exclude: string[], setup: string | null) => ({
  extends: true as const,
  test: {
    name,
    include,
    exclude: [...elsewhere, ...exclude],
    globalSetup: setup ? [setup] : [],
    setupFiles: setup ? ['db/rig/each-file.ts'] : [],
  },
})

export default defineConfig({
  root,
  resolve: { alias: { '@': root } },
  test: {
    pool: 'forks',
    // One is left out by default: of two that is half.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      project('pure', ['**/*.test.ts'], ['**/*.db.test.ts'], null),
      project('embedded', ['**/*.db.test.ts'], [], 'db/rig/embedded.setup.ts'),
      project('postgres', ['**/*.db.test.ts'], [], 'db/rig/postgres.setup.ts'),
    ],
  },
})
