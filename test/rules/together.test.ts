// All pure rules in one process: they know no database and no state, and a process of its own for each of a hundred files costs more than what they test.
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const root = join(import.meta.dirname, '../..')
for (const file of globSync('src/**/rules/**/*.test.{ts,tsx}', { cwd: root }).sort()) await import(pathToFileURL(join(root, file)).href)
