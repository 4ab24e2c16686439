import type { JSX } from 'hono/jsx/jsx-runtime'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { partTwoPaths } from '../paths.ts'
import type { PublicExclusion } from '../rules/public-exclusion.ts'
import { coveredWords, movedWords, publicOutWords, resolutionWords } from '../words/part-two.ts'
import { type RecordHead, RecordPage } from './record-page.tsx'

/** When the press and the public were out of a meeting, by which resolution; and items that were taken without one. */
export function PublicExclusionsPage(props: {
  readonly visit: Visit
  readonly head: RecordHead
  readonly regime: string
  readonly exclusions: readonly PublicExclusion[]
  /** Exempt items taken without a resolution, with why; empty for those who may not know. */
  readonly without: readonly { readonly number: string; readonly title: string; readonly reason: string }[]
  readonly mayRecord: boolean
}): JSX.Element {
  const { visit, head, regime, exclusions, without, mayRecord } = props
  return (
    <RecordPage
      visit={visit}
      head={head}
      title="Press and public excluded"
      actions={
        mayRecord && (
          <a class="govuk-button govuk-button--secondary" href={partTwoPaths.newExclusion(head.meeting)}>
            Record a resolution
          </a>
        )
      }
    >
      {exclusions.length === 0 && (
        <EmptyState
          title="No resolution is recorded"
          text={
            mayRecord
              ? 'The live screen keeps one with the time. Record here what was resolved without it.'
              : 'The press and the public were not excluded, or the record is not published yet.'
          }
        />
      )}
      {exclusions.map((one) => (
        <section aria-label={`Resolution for ${coveredWords(one)}`}>
          <p class="govuk-body">
            <strong>Resolved:</strong> {resolutionWords(one, regime)}
          </p>
          <p class="govuk-body">
            {movedWords(one)} {publicOutWords(one)}
          </p>
          {mayRecord && (
            <p class="govuk-body">
              <a class="govuk-link" href={partTwoPaths.editExclusion(head.meeting, one.id)}>
                Put this right<span class="govuk-visually-hidden">: {coveredWords(one)}</span>
              </a>
            </p>
          )}
        </section>
      ))}
      {without.length > 0 && <h2 class="govuk-heading-m">Taken without a resolution</h2>}
      {without.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {without.map(({ number, title, reason }) => (
            <li>
              Item {number}, {title}: {reason}
            </li>
          ))}
        </ul>
      )}
    </RecordPage>
  )
}
