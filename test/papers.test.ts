import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { test } from 'node:test'

const root = resolve(import.meta.dirname, '..')
const papers = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...globSync('{docs,src}/**/*.md', { cwd: root })]

for (const paper of papers) {
  test(`every path and link named in ${paper} exists`, () => {
    const text = readFileSync(join(root, paper), 'utf8')
    const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g)].map(([, link = '']) =>
      join(dirname(join(root, paper)), link),
    )
    const named = [...text.matchAll(/`((?:src|test|docs|scripts)\/[\w./-]+)`/g)].map(([, path = '']) => join(root, path))
    const beside = [...text.matchAll(/`((?!src\/|test\/|docs\/|scripts\/)[\w-]+\/[\w./-]+\.(?:tsx?|sql))`/g)].map(([, path = '']) => path)
    const near = paper.startsWith('src/') ? beside.map((path) => join(dirname(join(root, paper)), path)) : []
    for (const path of [...links, ...named, ...near]) assert.ok(existsSync(path), `${path} is named and does not exist`)
  })
}

test('every npm script named in the papers exists', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Readonly<Record<string, string>> }
  for (const paper of papers) {
    const text = readFileSync(join(root, paper), 'utf8')
    for (const [, name = ''] of text.matchAll(/npm run (?:-s )?([\w:-]+)/g)) assert.ok(name in scripts, `${paper} names npm run ${name}`)
  }
})

test('the papers speak of the project alone', () => {
  for (const paper of papers) {
    assert.doesNotMatch(readFileSync(join(root, paper), 'utf8'), /(^|[^a-zA-Z0-9_.])\/(work|farm|tmp)\//, paper)
  }
})
