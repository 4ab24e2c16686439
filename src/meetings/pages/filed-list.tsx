import type { JSX } from 'hono/jsx/jsx-runtime'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Children } from '#platform/web/render.ts'
import { recordPaths } from '../paths.ts'
import type { FiledShown } from '../queries/filed-shown.ts'
import { givenWords } from '../words/filed-file.ts'
import { fixSentences } from '../words/paper-file.ts'
import { FileLink, notesOf } from './paper-file-list.tsx'

/**
 * What is filed with minutes, each with what it is, who gave it and under which item; `below` adds what a page does with one. Whoever files reads
 * what to do about a file that is hard to read, everybody else whom to ask.
 */
export function FiledList({
  files,
  below,
  forClerk = false,
}: {
  readonly files: readonly FiledShown[]
  readonly below?: (file: FiledShown) => Children
  readonly forClerk?: boolean
}): JSX.Element {
  return (
    <ul class="gt-list">
      {files.map((file) => (
        <li>
          <FiledLine file={file} forClerk={forClerk} />
          {below?.(file) as never}
        </li>
      ))}
    </ul>
  )
}

function FiledLine({ file, forClerk }: { readonly file: FiledShown; readonly forClerk: boolean }): JSX.Element {
  const address = recordPaths.filedFile(file.meeting, file.id, file.fileName)
  return (
    <>
      <FileLink file={file} address={address} />
      <p>
        {givenWords(file)}. Under {file.under}. {file.category !== 'public' && <StatusPill meaning="exempt">Not for the public</StatusPill>}
      </p>
      {(forClerk ? fixSentences(file.access) : notesOf(file)).map((note) => (
        <p>{note}</p>
      ))}
    </>
  )
}
