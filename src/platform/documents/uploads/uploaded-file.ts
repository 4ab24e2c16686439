import { readFile } from 'node:fs/promises'

/**
 * The largest file that anybody brings, in bytes: 50 MB. A report of 300 scanned pages has about 30 MB; mail servers of councils stop at 10 to 50 MB,
 * so whoever could send it to the clerk can bring it here. Chosen for the product; no law says it.
 */
export const largestFile = 50 * 1024 * 1024

/** A file that came with a form: on disk in a folder of its own until the request is answered, never in memory. */
export interface UploadedFile {
  /** As the browser told it, without folders; '' where no file was chosen. */
  readonly name: string
  /** Bytes that came; of a file that is too large only that it is. */
  readonly size: number
  /** Where it lies; '' where nothing was kept. */
  readonly path: string
  /** True for a file above `largestFile`: nothing of it was kept. */
  readonly tooLarge: boolean
}

/** Whether a value of a form is a file. */
export function isUploadedFile(value: unknown): value is UploadedFile {
  return typeof value === 'object' && value !== null && 'tooLarge' in value && 'path' in value
}

/** The words of a small text file; '' where there is none. A file above `most` bytes is not read: undefined. */
export async function wordsOfFile(file: UploadedFile, most: number): Promise<string | undefined> {
  if (file.tooLarge || file.size > most) return undefined
  return file.path === '' ? '' : readFile(file.path, 'utf8')
}
