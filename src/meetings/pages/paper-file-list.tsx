import type { JSX } from 'hono/jsx/jsx-runtime'
import { meetingPaths } from '../paths.ts'
import type { PaperFile } from '../queries/paper-files.ts'
import { fileKindWords, gapSentences, sizeInWords } from '../words/file-access.ts'
import { fixSentences } from '../words/paper-file.ts'
import { HiddenThings, OriginalFile } from './paper-file-hidden.tsx'

/** The files of a version of a paper, for reading and for taking along. Draws nothing where there are none. */
export function PaperFileList(props: {
  readonly paper: string
  readonly files: readonly PaperFile[]
  readonly level?: 2 | 3
  /** For those who keep the paper: what its files hide, and the files as they came. */
  readonly forKeepers?: boolean
}): JSX.Element | null {
  const files = props.files.filter(({ role }) => role !== 'source')
  if (files.length === 0) return null
  const Heading = props.level === 2 ? 'h2' : 'h3'
  return (
    <div class="gt-files">
      <Heading class="govuk-heading-m">Files</Heading>
      <ul class="gt-list">
        {files.map((file) => (
          <li>
            <FileLine paper={props.paper} file={file} />
            {props.forKeepers && <OriginalFile paper={props.paper} file={file} />}
            {props.forKeepers && file.findings.warnings.length > 0 && (
              <div class="govuk-inset-text gt-files__hidden">
                <HiddenThings findings={file.findings} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A file with its kind, size and pages, what stands for a picture, and what keeps people from reading it. */
export function FileLine(props: { readonly paper: string; readonly file: PaperFile; readonly forAuthor?: boolean }): JSX.Element {
  const { paper, file } = props
  const address = meetingPaths.paperFile(paper, file.id, file.fileName)
  return (
    <>
      <FileLink file={file} address={address} />
      {(props.forAuthor ? fixSentences(file.access) : notesOf(file)).map((note) => (
        <p>{note}</p>
      ))}
    </>
  )
}

type LinkedFile = Pick<PaperFile, 'kind' | 'pages' | 'bytes' | 'findings' | 'title' | 'alternativeText'>

/** The way to a file, with what it is; of a picture the picture itself. */
export function FileLink({ file, address }: { readonly file: LinkedFile; readonly address: string }): JSX.Element {
  const { findings } = file
  return (
    <>
      {file.kind === 'image' && (
        <img
          class="gt-files__picture"
          src={address}
          alt={file.alternativeText}
          width={findings.width}
          height={findings.height}
          loading="lazy"
        />
      )}
      <a class="govuk-link" href={address}>
        {file.title}
      </a>{' '}
      <span class="gt-files__facts">{factsOf(file)}</span>
    </>
  )
}

/** 'PDF, 12 pages, 2.4 MB'. */
export function factsOf({ kind, pages, bytes, findings }: Pick<PaperFile, 'kind' | 'pages' | 'bytes' | 'findings'>): string {
  const { parts } = findings
  const words = fileKindWords[kind] ?? kind
  const count =
    pages !== null
      ? `${pages} ${pages === 1 ? 'page' : 'pages'}`
      : parts === undefined
        ? undefined
        : kind === 'slides'
          ? `${parts} ${parts === 1 ? 'slide' : 'slides'}`
          : `${parts} ${parts === 1 ? 'sheet' : 'sheets'}`
  const kindWords = `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
  return [kindWords, ...(count ? [count] : []), sizeInWords(bytes)].join(', ')
}

/** What keeps people from reading a file, in sentences; empty for nothing. */
export function notesOf({ access, kind }: Pick<PaperFile, 'access' | 'kind'>): readonly string[] {
  const gaps = gapSentences(access)
  return gaps.length === 0 || kind === 'image' ? [] : [`${gaps.join('. ')}. Ask the clerk for another form if you need one.`]
}
