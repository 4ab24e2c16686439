import type { JSX } from 'hono/jsx/jsx-runtime'
import { PostButton } from '#platform/web/components/post-button.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { meetingPaths, recordPaths } from '../paths.ts'
import type { MinutesVersion } from '../queries/minutes.ts'
import type { PackFile } from '../queries/publications.ts'
import type { RecordHead } from './record-page.tsx'

interface MinutesLinksProps {
  readonly visit: Visit
  readonly head: RecordHead
  readonly files: readonly PackFile[]
  /** Whether whoever looks may have a file made again. */
  readonly mayRetry: boolean
  /** Undefined where no version can be read. */
  readonly version: MinutesVersion | undefined
}

/** The forms in which minutes can be had, their versions, and what they rest on. */
export function MinutesLinks({ visit, head, files, mayRetry, version }: MinutesLinksProps): JSX.Element {
  const failed = mayRetry ? files.filter(({ state }) => state === 'failed') : []
  const [again] = failed
  return (
    <>
      <ul class="govuk-list">
        {files.map((file) => (
          <li>
            <FileLine head={head} file={file} isOnly={files.length === 1} />
          </li>
        ))}
        {files.some(({ edition }) => edition === 'public') && (
          <li>
            <a class="govuk-link" href={recordPaths.minutesXml(head.meeting)}>
              These minutes for programs, as Akoma Ntoso
            </a>
          </li>
        )}
        {version && (
          <li>
            <a class="govuk-link" href={recordPaths.minutesVersions(head.meeting)}>
              All versions
            </a>
          </li>
        )}
        {version && (
          <li>
            <a class="govuk-link" href={recordPaths.minutesRecord(head.meeting)}>
              What these minutes rest on
            </a>
          </li>
        )}
      </ul>
      {files.some(({ state }) => state === 'waiting') && (
        <p>
          <a class="govuk-link" href={recordPaths.minutes(head.meeting)}>
            Check again
          </a>
        </p>
      )}
      {failed.map(({ problem }) => (
        <p class="govuk-inset-text">{problem}</p>
      ))}
      {again && (
        <PostButton
          visit={visit}
          action={meetingPaths.publicationStep(head.meeting, again.publication, 'retry')}
          text="Make the PDF again"
        />
      )}
    </>
  )
}

function FileLine({ head, file, isOnly }: { readonly head: RecordHead; readonly file: PackFile; readonly isOnly: boolean }): JSX.Element {
  const { edition, state } = file
  const words = edition === 'public' || isOnly ? 'These minutes as PDF' : 'With the items that are not for the public, as PDF'
  if (state === 'waiting') return <>{words}: being made</>
  if (state === 'failed') return <>{words}: not made</>
  const href = edition === 'public' ? recordPaths.minutesPdf(head.meeting) : recordPaths.minutesFullPdf(head.meeting)
  return (
    <a class="govuk-link" href={href}>
      {words}
    </a>
  )
}
