import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { escapeText } from '#platform/web/render.ts'
import { meetingPaths } from '../paths.ts'
import type { JudgedFile } from '../queries/judged-files.ts'
import type { ShownFile } from '../queries/meeting-page.ts'
import { accessOf, type FileAccess, isHardToRead } from '../rules/file-access.ts'
import { gapSentences, scoreInWords, whomToAsk } from '../words/file-access.ts'

/** The list of papers that not everybody can read, below the agenda of a meeting; '' where there are none. Drawn without macros, as the agenda is. */
export function hardPapers(meeting: { readonly id: string; readonly contact: string }, files: readonly ShownFile[]): string {
  const hard = files.map((file) => ({ file, access: accessOf(file) })).filter(({ access }) => isHardToRead(access))
  if (hard.length === 0) return ''
  const lines = hard.map(({ file, access }) => {
    const link = `<a class="govuk-link" href="${meetingPaths.item(meeting.id, file.item)}">${escapeText(`${file.number} ${file.paper}`)}</a>`
    return `<li>${link}: ${escapeText(file.title)}. ${escapeText(gapSentences(access).join('. '))}</li>`
  })
  return (
    '<section class="gt-card" aria-labelledby="hard-papers"><div class="gt-card__head"><h2 class="gt-card__title" id="hard-papers">Papers that not everybody can read</h2></div>' +
    `<div class="gt-card__body"><p class="govuk-body">They were made elsewhere. If you need one in another form, ask: ${escapeText(whomToAsk(meeting.contact))}</p>` +
    `<ul class="govuk-list govuk-list--bullet">${lines.join('')}</ul></div></section>`
  )
}

/** What happened to a file while a pack was made. */
export interface FileOutcome {
  readonly id: string
  readonly problem: string
  readonly warnings: readonly string[]
}

/** Uploaded files with how well everybody can read them: for the clerk before publishing, and afterwards for whoever looks. Draws nothing for none. */
export function FileScores(props: {
  readonly title: string
  readonly lead?: string
  readonly files: readonly JudgedFile[]
  /** By file; empty before a pack is made. */
  readonly outcomes?: readonly FileOutcome[]
  /** Offer the way to give a paper back to its author. */
  readonly mayGiveBack?: boolean
}): JSX.Element | null {
  const { files, outcomes = [] } = props
  if (files.length === 0) return null
  return (
    <Card title={props.title} id="file-scores" lead={props.lead} flush>
      <DataTable
        caption={props.title}
        hideCaption
        columns={[
          { heading: 'Item', namesNumber: true },
          { heading: 'File' },
          { heading: 'Can everybody read it?' },
          { heading: 'What is missing' },
        ]}
        rows={files.map((file) =>
          scoreRow(
            file,
            outcomes.find(({ id }) => id === file.id),
            props.mayGiveBack ?? false,
          ),
        )}
        narrow="stack"
      />
    </Card>
  )
}

function scoreRow(file: JudgedFile, outcome: FileOutcome | undefined, mayGiveBack: boolean) {
  const missing = [
    ...(outcome?.problem ? [`It could not be used: ${outcome.problem}`] : []),
    ...gapSentences(file.access),
    ...(outcome?.warnings ?? []),
  ]
  return {
    cells: [
      file.number,
      <>
        {file.title}
        <br />
        <span class="gt-agenda__lead">{file.paperTitle}</span>
      </>,
      outcome?.problem ? (
        <StatusPill meaning="bad">Not in the pack</StatusPill>
      ) : (
        <StatusPill meaning={meaningOf(file.access)}>{scoreInWords(file.access)}</StatusPill>
      ),
      <>
        {missing.length === 0 ? (file.access.of === 0 ? 'Nobody checked' : 'Nothing') : missing.join('. ')}
        {mayGiveBack && isHardToRead(file.access) && (
          <>
            <br />
            <a class="govuk-link" href={meetingPaths.paper(file.paper)}>
              Give it back to its author<span class="govuk-visually-hidden">: {file.paperTitle}</span>
            </a>
          </>
        )}
      </>,
    ],
  }
}

function meaningOf(access: FileAccess): 'good' | 'warning' | 'bad' | 'unknown' {
  if (access.of === 0) return 'unknown'
  if (isHardToRead(access)) return 'bad'
  return access.passed === access.of ? 'good' : 'warning'
}

/** What a pack's report says of files; empty for anything else. */
export function outcomesIn(report: unknown): readonly FileOutcome[] {
  const held = typeof report === 'object' && report !== null ? (report as Record<string, unknown>).files : undefined
  const rows: readonly unknown[] = Array.isArray(held) ? held : []
  return rows.flatMap((row) => {
    const { id, problem, warnings } = (typeof row === 'object' && row !== null ? row : {}) as Record<string, unknown>
    if (typeof id !== 'string') return []
    return [{ id, problem: String(problem ?? ''), warnings: Array.isArray(warnings) ? warnings.map(String) : [] }]
  })
}
