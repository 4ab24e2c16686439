import type { JSX } from 'hono/jsx/jsx-runtime'
import { instantInWords } from '#platform/time/words.ts'
import { meetingPaths } from '../paths.ts'
import type { PaperFile } from '../queries/paper-files.ts'
import { leftOutWords, warningWords } from '../words/paper-file.ts'

/** What a file holds that its page does not show, and whether somebody said that it may be published. Draws nothing where there is nothing. */
export function HiddenThings({ findings }: Pick<PaperFile, 'findings'>): JSX.Element | null {
  const { warnings, confirmedAt } = findings
  if (warnings.length === 0) return null
  return (
    <>
      <p>Whoever opens the file can find this in it:</p>
      <ul class="govuk-list govuk-list--bullet">
        {warnings.map((warning) => (
          <li>{warningWords(warning)}</li>
        ))}
      </ul>
      {confirmedAt !== undefined && (
        <p>It was confirmed on {instantInWords(Temporal.Instant.from(confirmedAt))} that this may be published with it.</p>
      )}
    </>
  )
}

/** What readers do not get of a PDF, and the file as it came, for its author and the clerks. Draws nothing where readers get the same. */
export function OriginalFile({ paper, file }: { readonly paper: string; readonly file: PaperFile }): JSX.Element | null {
  if (!file.original) return null
  const { leftOut = [] } = file.findings
  return (
    <p>
      {leftOut.length > 0 && `Readers get a copy without ${leftOutWords(leftOut)}. `}
      <a class="govuk-link" href={meetingPaths.originalFile(paper, file.id, file.fileName)}>
        Download the file as it came<span class="govuk-visually-hidden">: {file.title}</span>
      </a>
    </p>
  )
}
