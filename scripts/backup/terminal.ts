import { resolve } from 'node:path'
import { BackupRefused } from '#platform/backup/manifest.ts'

/** Aborts on the first Ctrl-C; a second one, by a person who loses patience, ends at once. npm may pass the first one on as a second. */
export function breakOff(): AbortSignal {
  const control = new AbortController()
  let first: number | undefined
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      first ??= performance.now()
      if (performance.now() - first > 1_000) process.exit(130)
      control.abort()
    })
  }
  return control.signal
}

/** A line that replaces itself, on a terminal only. */
export interface ProgressLine {
  show(words: string): void
  clear(): void
}

/** Opens the line; at most ten times a second. */
export function progressLine(): ProgressLine {
  let last = 0
  const write = (words: string): void => {
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${words}`)
  }
  return {
    show: (words) => {
      if (performance.now() - last < 100) return
      last = performance.now()
      write(words)
    },
    clear: () => write(''),
  }
}

/**
 * The one file among the words of a command; npm runs scripts in the project's folder, so it is looked for where npm was called.
 * @throws BackupRefused where there is none, several, or a switch that nobody knows.
 */
export function theFile(words: readonly string[], switches: readonly string[], usage: string): string {
  const unknown = words.find((word) => word.startsWith('-') && !switches.includes(word))
  const files = words.filter((word) => !word.startsWith('-'))
  const [file] = files
  if (unknown !== undefined) throw new BackupRefused(`There is no ${unknown}. Say: ${usage}`)
  if (file === undefined || files.length > 1) throw new BackupRefused(`Name one file: ${usage}`)
  return resolve(process.env.INIT_CWD ?? '.', file)
}

/** Bytes as megabytes, for people. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 10e6 ? 1 : 0)} MB`
}
